import { t } from '#kernel/words.ts';

/** The chart that suits what is measured, as data; which of them can be drawn is for the drawing to say. */
export const CHARTS = ['xmr', 'run', 'p', 'u', 'c', 't', 'g'] as const;
export type ChartKind = (typeof CHARTS)[number];

const KINDS: Record<ChartKind, { name: () => string; suits: () => string }> = {
  xmr: {
    name: () => t('XmR'),
    suits: () => t('One number each time: a waiting time, a score, an average, a cost. When in doubt, this one.'),
  },
  run: { name: () => t('run chart'), suits: () => t('A first look: few readings, or no wish for limits.') },
  p: { name: () => t('p chart'), suits: () => t('A share: so many of so many people, such as 34 of 50 seen in time.') },
  u: {
    name: () => t('u chart'),
    suits: () => t('Counts for a size that changes: falls per 1,000 patient-days, errors per visit.'),
  },
  c: {
    name: () => t('c chart'),
    suits: () => t('Plain counts, where the chance is much the same each time: falls a week on one ward.'),
  },
  t: { name: () => t('t chart'), suits: () => t('Something rare: the days between one and the next.') },
  g: { name: () => t('g chart'), suits: () => t('Something rare: the cases between one and the next.') },
};

export function chartName(chart: ChartKind): string {
  return KINDS[chart].name();
}

/** The short guide: what is measured first, then the chart that suits it. */
export function chartChoices(): { value: ChartKind; label: string; hint: string }[] {
  return CHARTS.map((value) => ({
    value,
    label: KINDS[value].suits(),
    hint: t('→ {name}', { name: chartName(value) }),
  }));
}

/** What a reader should know while the chosen chart is drawn as another; null where it is drawn as it was chosen. */
export function drawnInstead(chart: ChartKind): string | null {
  return chart === 'xmr'
    ? null
    : t(
        'The team chose a {name} for this. It cannot be drawn here yet, so this is an XmR chart: its limits are a good first guess.',
        {
          name: chartName(chart),
        },
      );
}
