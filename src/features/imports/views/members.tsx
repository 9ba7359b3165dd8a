import { formatMoment } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, DataTable, Empty, ErrorSummary, FileField, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Import } from '../imports.ts';

/** A steward brings members in from another list, and takes the list of members away. */
export function MembersPage({ imports, form }: { imports: Import[]; form: Form }) {
  return (
    <>
      <div class="reading">
        <ErrorSummary form={form} />
        <PageHead
          title={t('Members as a list')}
          lede={t('Bring in people from a list that you keep elsewhere, or take the list of members away.')}
          above={<a href="/steward">{t('Looking after the community')}</a>}
        />
        <h2>{t('Bring in')}</h2>
        <p>
          {t(
            'Send a CSV file with a row of headings: a name and an e-mail address for each person, and if you have them a country and what they do. First you see what would happen, row by row; nobody is brought in before you say so. Each person then gets a letter that asks whether they want to be here.',
          )}
        </p>
        <p>{t('Only bring in people who have agreed to it where the list comes from.')}</p>
        <PostForm action="/steward/members/imports" files>
          <FileField
            form={form}
            name="file"
            label={t('The sheet, as CSV')}
            hint={t('Up to 10,000 rows. From Excel: File, Save as, “CSV UTF-8”. Commas, semicolons and tabs all work.')}
            accept=".csv,.txt,.tsv,text/csv"
          />
          <Button>{t('Look at it')}</Button>
        </PostForm>
        <h2>{t('Take away')}</h2>
        <p>
          {t(
            'The members whom members can see, with country and since when. E-mail addresses are not in it: nobody is shown them here.',
          )}
        </p>
        <ButtonLink href="/steward/members/export" kind="secondary">
          {t('Download as CSV')}
        </ButtonLink>
      </div>
      <h2>{t('Sheets so far')}</h2>
      {imports.length === 0 ? (
        <Empty>
          <p>{t('None yet.')}</p>
        </Empty>
      ) : (
        <DataTable
          stack
          caption={t('{count, plural, one {One sheet} other {# sheets}}, newest first', { count: imports.length })}
          columns={[
            {
              head: t('Sheet'),
              cell: ({ id, fileName }: Import) => <a href={`/steward/members/imports/${id}`}>{fileName}</a>,
            },
            { head: t('Sent'), cell: ({ uploadedAt, uploadedBy }) => whoAndWhen(uploadedAt, uploadedBy) },
            { head: t('How far'), cell: (one) => howFar(one) },
          ]}
          rows={imports}
        />
      )}
    </>
  );
}

function whoAndWhen(uploadedAt: Date, uploadedBy: string): string {
  return t('{date} by {uploadedBy}', { date: formatMoment(uploadedAt), uploadedBy });
}

/** How far a sheet has come, in a sentence. */
export function howFar({ startedAt, rowsInAll, waiting, brought, already, leftOut }: Import): string {
  if (!startedAt) return t('{rows, plural, one {One row} other {# rows}}, not started', { rows: rowsInAll });
  const came = t(
    '{brought, plural, =0 {nobody} one {one person} other {# people}} brought in, {already} here already, {leftOut} left out',
    { brought, already, leftOut },
  );
  return waiting === 0
    ? t('Done: {came}.', { came })
    : t('Row {done, number} of {all, number}: {came} so far.', { done: rowsInAll - waiting, all: rowsInAll, came });
}
