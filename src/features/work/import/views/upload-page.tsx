import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  Checkboxes,
  ErrorSummary,
  FileField,
  Notice,
  PageHead,
  PostForm,
  TextField,
  typedOne,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Listed } from '../imports.ts';

/** A sheet in, and what was sent before. */
export function UploadPage({ form, earlier, forOthers }: { form: Form; earlier: Listed[]; forOthers: boolean }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Work from a sheet')}
        above={<a href="/work">{t('Work')}</a>}
        lede={t(
          'A register of projects, one to a row. You see what it would become before anything is made, and you can take all of it back.',
        )}
      />
      <Notice>
        <p>{t('Nothing is published by this. Each piece is private until you make it visible.')}</p>
      </Notice>
      <PostForm action="/work/import" files>
        <FileField
          form={form}
          name="file"
          label={t('An Excel or CSV file')}
          hint={t('Headings in its first row, at most 2,000 rows, 5 MB. No names or numbers of patients.')}
          accept=".xlsx,.csv,.txt,.tsv,text/csv"
        />
        <TextField
          form={form}
          name="sheet"
          label={t('Which sheet of the workbook?')}
          hint={t('Its name, as on its tab. Leave this empty for the first.')}
          width="medium"
          optional
        />
        {forOthers && (
          <TextField
            form={form}
            name="owner"
            type="email"
            label={t('Whose work is it?')}
            hint={t(
              'Their e-mail address here. It goes on their shelf, and a letter tells them. Leave this empty for your own.',
            )}
            width="medium"
            optional
          />
        )}
        {(form.errors.nobody || typedOne(form, 'nobody') === 'yes') && (
          <Checkboxes
            form={form}
            name="nobody"
            label={t('Could this identify a patient?')}
            choices={[{ value: 'yes', label: t('I have looked: nothing in it could identify anybody') }]}
          />
        )}
        <Button>{t('Read the sheet')}</Button>
      </PostForm>
      {earlier.length > 0 && (
        <section>
          <h2>{t('Sheets sent before')}</h2>
          <ul>
            {earlier.map((one) => (
              <li>
                <a href={`/work/import/${one.short}`}>
                  {t('{total, plural, one {# row} other {# rows}}, {date}', {
                    total: one.total,
                    date: formatDate(one.uploadedAt),
                  })}
                </a>{' '}
                <span class="small">{stateOf(one)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('And out again')}</h2>
        <p>
          {t('All work that you are on the team of:')} <a href="/work/export/csv">{t('as CSV')}</a> ·{' '}
          <a href="/work/export/json">{t('as JSON')}</a>
        </p>
      </section>
    </div>
  );
}

function stateOf({ startedAt, finishedAt, undoneAt, works }: Listed): string {
  if (undoneAt) return t('taken back');
  if (finishedAt)
    return t('{works, plural, =0 {nothing is left of it} one {# piece of work} other {# pieces of work}}', { works });
  return startedAt ? t('under way') : t('waits for you');
}
