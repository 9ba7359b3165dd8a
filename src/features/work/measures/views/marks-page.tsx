import { formatDate } from '#kernel/format.ts';
import { emptyForm, type Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../../works.ts';
import type { Seen } from '../chart-of.tsx';

/** Rebases and annotations: each with a reason or a label, made and taken back here. */
export function MarksPage({
  work,
  seen,
  failed,
}: {
  work: Work;
  seen: Seen;
  failed?: { kind: 'rebase' | 'annotation'; form: Form };
}) {
  const base = `/work/${work.address}/measures/${seen.measure.short}`;
  const formFor = (kind: 'rebase' | 'annotation') => (failed?.kind === kind ? failed.form : emptyForm);
  return (
    <div class="reading">
      {failed && <ErrorSummary form={failed.form} />}
      <PageHead title={t('Mark the chart')} above={<a href={base}>{seen.measure.name}</a>} />
      <section>
        <h2>{t('Something happened')}</h2>
        <PostForm action={`${base}/annotations`}>
          <TextField form={formFor('annotation')} name="date" type="date" label={t('On which day?')} width="narrow" />
          <TextField form={formFor('annotation')} name="label" label={t('What, in a few words?')} />
          <Button kind="secondary">{t('Mark it')}</Button>
        </PostForm>
        {seen.marks.annotations.map(({ id, date, label }) => (
          <PostForm action={`${base}/annotations/${id}`} method="delete">
            <p>
              {formatDate(date)}: {label}
            </p>
            <Button kind="secondary">{t('Take this mark back')}</Button>
          </PostForm>
        ))}
      </section>
      <section>
        <h2>{t('New limits')}</h2>
        <p>
          {t(
            'If the way of working has changed for good, the chart can have limits of its own from that day. Say why: readers will see it. It never changes an evidence grade.',
          )}
        </p>
        {seen.marks.rebases.map(({ id, date, reason }) => (
          <PostForm action={`${base}/rebases/${id}`} method="delete">
            <p>
              {formatDate(date)}: {reason}
            </p>
            <Button kind="secondary">{t('Take these limits back')}</Button>
          </PostForm>
        ))}
        <PostForm action={`${base}/rebases`}>
          <TextField
            form={formFor('rebase')}
            name="startsOn"
            type="date"
            label={t('From which reading on?')}
            hint={t('The day of the first reading under the new limits')}
            width="narrow"
          />
          <TextField form={formFor('rebase')} name="reason" label={t('Why?')} />
          <Button kind="secondary">{t('Give it new limits')}</Button>
        </PostForm>
      </section>
    </div>
  );
}
