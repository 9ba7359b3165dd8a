import { formatDate } from '#kernel/format.ts';
import { emptyForm, type Form } from '#kernel/forms.ts';
import { Button, type Child, Empty, ErrorSummary, PageHead, PostForm, Radios, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { OUTCOMES, outcomeName, type Report, reasonName } from '../reports.ts';

type Failed = { short: string; form: Form };

/** Everything that waits for a moderator, on one page. */
export function Desk({
  open,
  settled,
  others,
  failed,
}: {
  open: Report[];
  settled: Report[];
  others: Child[];
  failed?: Failed;
}) {
  return (
    <div class="reading">
      {failed && <ErrorSummary form={failed.form} />}
      <PageHead
        title={t('Moderation')}
        lede={t('{count, plural, =0 {No report waits.} one {One report waits.} other {# reports wait.}}', {
          count: open.length,
        })}
      />
      {others}
      <h2>{t('Reports')}</h2>
      {open.length === 0 && (
        <Empty>
          <p>{t('When somebody reports a concern, it comes here.')}</p>
        </Empty>
      )}
      {open.map((report) => (
        <OpenReport report={report} form={failed?.short === report.short ? failed.form : emptyForm} />
      ))}
      {settled.length > 0 && (
        <section>
          <h2>{t('Settled lately')}</h2>
          <ul>
            {settled.map(({ address, outcome, explanation }) => (
              <li>
                <a href={address}>{address}</a>: {outcome && outcomeName(outcome)}. {explanation}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function OpenReport({ report: { short, address, reason, details, reportedAt }, form }: { report: Report; form: Form }) {
  return (
    <article class="card">
      <h3>{reasonName(reason)}</h3>
      <p>
        <a href={address}>{address}</a> <span class="small">{formatDate(reportedAt)}</span>
      </p>
      {details && <p>{details}</p>}
      <PostForm action={`/moderation/reports/${short}/resolution`} method="put">
        <Radios
          form={form}
          name="outcome"
          label={t('What was decided?')}
          choices={OUTCOMES.map((value) => ({ value, label: outcomeName(value) }))}
        />
        <TextArea form={form} name="explanation" label={t('Why, for whoever reported it')} rows={2} />
        <Button>{t('Settle it')}</Button>
      </PostForm>
    </article>
  );
}
