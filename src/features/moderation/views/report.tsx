import { formatMoment } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { plainText } from '#kernel/prose/index.ts';
import { Button, ErrorSummary, PageHead, PostForm, Prose, Radios, Tag, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Report } from '../reports.ts';
import { outcomeChoices, outcomeName, reasonName } from '../words.ts';

/** One report before a moderator. */
export function ReportPage({ report, form }: { report: Report; form: Form }) {
  const { resolution } = report;
  const action = `/moderation/reports/${report.short}/resolution`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('A report')} above={<a href="/moderation">{t('The desk')}</a>}>
        <p class="small">{formatMoment(report.reportedAt)}</p>
      </PageHead>
      <dl class="facts">
        <dt>{t('Page')}</dt>
        <dd>
          <a href={report.address}>{report.address}</a>
        </dd>
        <dt>{t('Why')}</dt>
        <dd>
          {reasonName(report.reason)} {report.reason === 'identifies' && <Tag tone="bracken">{t('Urgent')}</Tag>}
        </dd>
        <dt>{t('An answer')}</dt>
        <dd>{report.wantsAnswer ? t('Goes to whoever reported it') : t('Nobody asked for one')}</dd>
      </dl>
      {report.details && <Prose text={plainText(report.details)} />}
      {resolution ? (
        <>
          <h2>{outcomeName(resolution.outcome)}</h2>
          <Prose text={plainText(resolution.explanation)} />
          <p class="small">
            {t('{name}, {when}', { name: resolution.by ?? t('a former member'), when: formatMoment(resolution.at) })}
          </p>
          <PostForm action={action} method="delete">
            <Button kind="secondary">{t('Open it again')}</Button>
          </PostForm>
        </>
      ) : (
        <PostForm action={action} method="put">
          <Radios form={form} name="outcome" label={t('What have you done about it?')} choices={outcomeChoices()} />
          <TextArea
            form={form}
            name="explanation"
            label={t('What should whoever reported it know?')}
            hint={t('It is kept, and sent to them if they gave an address.')}
          />
          <Button>{t('Answer the report')}</Button>
        </PostForm>
      )}
    </div>
  );
}
