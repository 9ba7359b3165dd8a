import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../../works.ts';
import type { Seen } from '../chart-of.tsx';
import type { Reading } from '../readings.ts';

/** One reading, changed with a reason. */
export function ReadingForm({ work, seen, reading, form }: { work: Work; seen: Seen; reading: Reading; form: Form }) {
  const base = `/work/${work.address}/measures/${seen.measure.short}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Change a reading')}
        above={<a href={base}>{seen.measure.name}</a>}
        lede={t('The reading of {date}. What it said before stays on record, with your reason.', {
          date: formatDate(reading.date),
        })}
      />
      <PostForm action={`${base}/readings/${reading.id}`} method="put">
        <TextField form={form} name="value" label={t('Value')} width="narrow" inputmode="decimal" optional />
        <TextField form={form} name="reason" label={t('Why does it change?')} />
        <Button>{t('Change it')}</Button>
      </PostForm>
      <p>
        <a href={`${base}/readings/${reading.id}/withdrawal`}>{t('Or take it off the chart')}</a>
      </p>
    </div>
  );
}

/** A reading that should not be on the chart at all. */
export function WithdrawalForm({
  work,
  seen,
  reading,
  form,
}: {
  work: Work;
  seen: Seen;
  reading: Reading;
  form: Form;
}) {
  const base = `/work/${work.address}/measures/${seen.measure.short}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Withdraw a reading')}
        above={<a href={base}>{seen.measure.name}</a>}
        lede={t('The reading of {date} leaves the chart. It stays on record, with your reason.', {
          date: formatDate(reading.date),
        })}
      />
      <PostForm action={`${base}/readings/${reading.id}/withdrawal`} method="put">
        <TextField form={form} name="reason" label={t('Why is it withdrawn?')} />
        <Button kind="warning">{t('Withdraw it')}</Button>
      </PostForm>
    </div>
  );
}
