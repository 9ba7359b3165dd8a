import { type Measure, placesOf, type Work, withUnit } from '#features/work/index.ts';
import { formatDate, formatNumber } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, Checkboxes, Empty, ErrorSummary, PageHead, PostForm, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Act, keyOf, type Waiting } from '../corrections.ts';

/** What was changed since it was recorded, what counts until a second person has looked, and the way to accept it. */
export function CorrectionsPage({
  work,
  measure,
  mine,
  others,
  form,
}: {
  work: Work;
  measure: Measure;
  /** Those that the reader may accept, and those that wait for somebody else. */
  mine: Waiting[];
  others: Waiting[];
  form: Form;
}) {
  const base = `/work/${work.address}/measures/${measure.short}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Corrections')}
        above={<a href={base}>{measure.name}</a>}
        lede={t(
          'Mistakes happen, and putting them right takes two: until a second person accepts, claims are graded by what was recorded first.',
        )}
      />
      {mine.length + others.length === 0 && (
        <Empty>
          <p>{t('No correction waits. Every reading counts as it stands.')}</p>
        </Empty>
      )}
      {mine.length > 0 && (
        <PostForm action={`${base}/corrections/acceptances`}>
          <Checkboxes
            form={form}
            name="accepted"
            label={t('Which corrections do you accept?')}
            hint={t('Look at the source if you can: the board, the form, the system that the number came from.')}
            choices={mine.map((one) => ({ value: keyOf(one), label: lineOf(one, measure), hint: historyOf(one) }))}
          />
          <TextArea
            form={form}
            name="reason"
            rows={3}
            label={t('What did you look at?')}
            hint={t('It stays on record with your name and the date.')}
          />
          <Button>{t('Accept what I ticked')}</Button>
        </PostForm>
      )}
      {others.length > 0 && (
        <section>
          <h2>{t('Waiting for somebody else')}</h2>
          <p>{t('You had a hand in these. Somebody else on the team, or an editor, has to look.')}</p>
          <ul>
            {others.map((one) => (
              <li>
                {lineOf(one, measure)} <span class="small">{historyOf(one)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function lineOf({ date, counts, stands }: Waiting, measure: Measure): string {
  const places = placesOf(
    measure,
    [counts, stands].filter((value) => typeof value === 'number'),
  );
  const told = (value: Waiting['counts']) =>
    typeof value === 'number' ? withUnit(formatNumber(value, places), measure.unit) : t('no value');
  return t('{date}: {counts} counts, {stands} stands on the chart', {
    date: formatDate(date),
    counts: told(counts),
    stands: told(stands),
  });
}

function historyOf({ acts }: Waiting): string {
  return acts.map(actSentence).join(' ');
}

function actSentence({ kind, name, at, reason }: Act): string {
  const given = { name, date: formatDate(at), reason };
  switch (kind) {
    case 'changed':
      return t('{name} changed it on {date}: “{reason}”', given);
    case 'withdrawn':
      return reason === ''
        ? t('{name} took it back on {date}, with everything recorded in one go.', given)
        : t('{name} took it off the chart on {date}: “{reason}”', given);
    case 'recorded-again':
      return t('{name} recorded the day again on {date}.', given);
  }
}
