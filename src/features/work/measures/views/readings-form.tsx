import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  Checkboxes,
  DataTable,
  ErrorSummary,
  FileField,
  Notice,
  PageHead,
  PostForm,
  TextArea,
  TextField,
  typedOne,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../../works.ts';
import { caveatsOf } from '../caveats.ts';
import { Chart, type Seen } from '../chart-of.tsx';
import type { Parsed } from '../parse.ts';
import { withUnit } from '../rounding.ts';
import { Says } from './measure-card.tsx';

type Batch = { id: string; at: Date; readings: number };

/** Typed, pasted or uploaded: three ways in, one way to check. */
export function ReadingsForm({
  work,
  seen,
  form,
  problems = [],
  batches,
}: {
  work: Work;
  seen: Seen;
  form: Form;
  problems?: Parsed['problems'];
  batches: Batch[];
}) {
  const base = `/work/${work.address}/measures/${seen.measure.short}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Add readings')}
        above={<a href={base}>{seen.measure.name}</a>}
        lede={t('You will see the chart before anything is saved.')}
      />
      {problems.length > 0 && (
        <DataTable
          caption={t('{count, plural, one {One line} other {# lines}} cannot be read, so nothing was saved', {
            count: problems.length,
          })}
          rows={problems.slice(0, 100)}
          columns={[
            { head: t('Line'), numeric: true, cell: ({ line }) => String(line) },
            { head: t('What it says'), cell: ({ text }) => <code>{text}</code> },
            { head: t('Why'), cell: ({ reason }) => reason },
          ]}
        />
      )}
      <Notice>
        <p>{t('Only dates and values. No names, numbers or anything else that could identify a patient.')}</p>
      </Notice>
      <PostForm action={`${base}/readings`} files>
        <h2>{t('One reading')}</h2>
        <TextField form={form} name="date" label={t('Date')} hint={t('Such as 31/01/2024')} width="narrow" optional />
        <TextField
          form={form}
          name="value"
          label={t('Value')}
          hint={t('Leave it empty if nobody measured on that day')}
          width="narrow"
          inputmode="decimal"
          optional
        />
        <h2>{t('Or many at once')}</h2>
        <TextArea
          form={form}
          name="text"
          label={t('Paste two columns from a spreadsheet: dates and values')}
          rows={8}
          optional
        />
        <FileField
          form={form}
          name="file"
          label={t('Or an Excel or CSV file')}
          hint={t(
            'A workbook (.xlsx) or CSV, with dates in the first column and values in the second. At most 10,000 rows.',
          )}
          accept=".xlsx,.csv,.txt,.tsv,text/csv"
          optional
        />
        <TextField
          form={form}
          name="sheet"
          label={t('Which sheet of the workbook?')}
          hint={t('Its name, as on its tab. Leave this empty for the first.')}
          width="medium"
          optional
        />
        {(form.errors.nobody || typedOne(form, 'nobody') === 'yes') && (
          <Checkboxes
            form={form}
            name="nobody"
            label={t('Could this identify a patient?')}
            choices={[{ value: 'yes', label: t('I have looked: nothing in it could identify anybody') }]}
          />
        )}
        <Button>{t('Show me what this would look like')}</Button>
      </PostForm>
      {batches.length > 0 && (
        <section>
          <h2>{t('Recorded before')}</h2>
          {batches.slice(0, 5).map(({ id, at, readings }) => (
            <PostForm action={`${base}/batches/${id}`} method="delete" className="inline">
              <p>
                {t('{readings, plural, one {# reading} other {# readings}}, {date}', {
                  readings,
                  date: formatDate(at),
                })}
              </p>
              <Button kind="secondary">{t('Take these back')}</Button>
            </PostForm>
          ))}
        </section>
      )}
    </div>
  );
}

/** The chart as it would be. Nothing has been saved. */
export function ReadingsPreview({ work, seen, parsed }: { work: Work; seen: Seen; parsed: Parsed }) {
  const base = `/work/${work.address}/measures/${seen.measure.short}`;
  const { rows, warnings, notes } = parsed;
  const text = rows.map(({ date, value }) => `${date}\t${value ?? ''}`).join('\n');
  return (
    <div>
      <PageHead
        title={t('Is this right?')}
        above={<a href={base}>{seen.measure.name}</a>}
        lede={t(
          '{count, plural, one {One reading} other {# readings}}, from {from} to {to}. Nothing has been saved yet.',
          { count: rows.length, from: formatDate(rows[0]?.date ?? ''), to: formatDate(rows.at(-1)?.date ?? '') },
        )}
      />
      {[...warnings, ...caveatsOf(seen.readings)].map((warning) => (
        <Notice tone="bracken">
          <p>{warning}</p>
        </Notice>
      ))}
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      <div class="card measure-card">
        <Says sentences={seen.sentences} />
        <Chart seen={seen} />
      </div>
      <PostForm action={`${base}/readings`}>
        <input type="hidden" name="text" value={text} />
        <input type="hidden" name="confirmed" value="yes" />
        {warnings.length > 0 && <input type="hidden" name="nobody" value="yes" />}
        <p class="buttons">
          <Button>
            {t('{count, plural, one {Save this reading} other {Save these # readings}}', { count: rows.length })}
          </Button>
        </p>
      </PostForm>
      <PostForm action={`${base}/readings`}>
        <input type="hidden" name="text" value={text} />
        <input type="hidden" name="again" value="yes" />
        {warnings.length > 0 && <input type="hidden" name="nobody" value="yes" />}
        <Button kind="secondary">{t('Change something first')}</Button>
      </PostForm>
      <div class="measure-data">
        <DataTable
          caption={t('What would be saved')}
          rows={rows.slice(0, 200)}
          columns={[
            { head: t('Date'), cell: ({ date }) => formatDate(date) },
            {
              head: t('Value'),
              numeric: true,
              cell: ({ value }) =>
                value === null ? t('not measured') : withUnit(seen.rounded(value), seen.measure.unit),
            },
          ]}
        />
      </div>
      {rows.length > 200 && <p class="small">{t('… and {more} more.', { more: rows.length - 200 })}</p>}
    </div>
  );
}
