import { formatNumber } from '#kernel/format.ts';
import { DataTable, Empty } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Outcome } from '../report.ts';
import { FEWEST_DAYS, quartilesIn, tooFew, withInterval } from './words.ts';

type Props = { caption: string; head: string; outcomes: Outcome[]; nameOf: (key: string) => string };

/** How each group came out, beside everybody else. */
export function Outcomes({ caption, head, outcomes, nameOf }: Props) {
  if (outcomes.length === 0)
    return (
      <Empty>
        <p>{t('{caption}: nothing has been decided yet.', { caption })}</p>
      </Empty>
    );
  return (
    <DataTable
      stack
      caption={t('{caption}: {sentence}', { caption, sentence: sentenceOf(outcomes, nameOf) })}
      columns={[
        { head, cell: ({ key }: Outcome) => nameOf(key) },
        { head: t('Decided'), numeric: true, cell: ({ all }) => formatNumber(all) },
        { head: t('Admitted'), numeric: true, cell: ({ yes }) => formatNumber(yes) },
        {
          head: t('As likely as the others (95% interval)'),
          numeric: true,
          cell: ({ likelihood }) => (likelihood ? withInterval(likelihood) : tooFew()),
        },
        {
          head: t('Days to the decision: median (middle half)'),
          numeric: true,
          cell: ({ days }) => (days && days.n >= FEWEST_DAYS ? quartilesIn(days) : tooFew()),
        },
      ]}
      rows={outcomes}
    />
  );
}

/** Which groups differ from the others by more than chance would often make them; never why, and never what is right. */
function sentenceOf(outcomes: Outcome[], nameOf: (key: string) => string): string {
  const told = outcomes.filter(({ likelihood }) => likelihood !== null);
  if (told.length === 0) return t('there are too few to tell.');
  const apart = told.filter(({ likelihood }) => likelihood && (likelihood.low > 1 || likelihood.high < 1));
  if (apart.length === 0)
    return t('in none of those that can be told does the interval leave out 1, as likely as the others.');
  const names = apart.map(({ key }) => nameOf(key)).join(', ');
  return t('the interval leaves out 1, as likely as the others, for: {names}. It does not show why.', { names });
}
