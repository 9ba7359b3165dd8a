import { formatNumber } from '#kernel/format.ts';
import { DataTable } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { PICKED, type Range, STEPS, type Step } from '../range.ts';
import { about, kindName } from '../words.ts';

/** So many quarters of the path are shown; the rest is in the download. */
const COHORTS = 8;

function stepName(step: Step): string {
  return {
    invited: t('Invited'),
    applied: t('Applied'),
    admitted: t('Admitted'),
    'took-part': t('Took part'),
    'shared-work': t('Shared work'),
  }[step];
}

export function Path({ range: { path } }: { range: Range }) {
  const [all, ...cohorts] = [
    ...path.filter(({ cohort }) => cohort === 'all'),
    ...path.filter(({ cohort }) => cohort !== 'all'),
  ];
  if (!all) return null;
  return (
    <section aria-labelledby="path">
      <h2 id="path">{t('The way in')}</h2>
      <p>
        {t(
          'Of those who were invited or applied in each quarter: how many have been admitted by now, have taken part, and have shared a piece of work. Who came lately has had less time.',
        )}
      </p>
      <DataTable
        caption={t('The way in, by the quarter in which it began')}
        columns={[
          {
            head: t('Quarter'),
            cell: ({ cohort }) => (cohort === 'all' ? t('Since the beginning') : cohort.replace('-', ' ')),
          },
          ...STEPS.map((step) => ({
            head: stepName(step),
            cell: ({ steps }: Range['path'][number]) => about(steps[step]),
            numeric: true,
          })),
        ]}
        rows={[all, ...cohorts.slice(0, COHORTS)]}
      />
    </section>
  );
}

export function OverTime({ ranges }: { ranges: Range[] }) {
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">{t('Over the years')}</h2>
      <p>
        {t(
          'A larger community has more of everything. So that years can be compared, this says how many different ones to expect among any {picked} members.',
          { picked: PICKED },
        )}
      </p>
      <DataTable
        caption={t('Different ones among any {picked} members', { picked: PICKED })}
        columns={[
          { head: t('Quarter'), cell: ({ quarter }) => quarter.replace('-', ' ') },
          ...(['organisation', 'sector', 'background', 'place'] as const).map((kind) => ({
            head: kindName(kind),
            cell: ({ varieties }: Range) => {
              const expected = varieties.find((one) => one.kind === kind)?.among25 ?? null;
              return expected === null ? '–' : formatNumber(expected, 1);
            },
            numeric: true,
          })),
        ]}
        rows={ranges}
      />
    </section>
  );
}
