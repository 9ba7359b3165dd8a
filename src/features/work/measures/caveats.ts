import { formatDate } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';

const DAY = 86_400_000;

/** What a reader of these readings, in the order of their dates, should know before they trust the chart: stretches without any. */
export function caveatsOf(readings: readonly { date: string; value: number | null }[]): string[] {
  const unmeasured = readings.filter(({ value }) => value === null).length;
  const gap = longestGap(readings.map(({ date }) => date));
  return [
    ...(unmeasured > 0
      ? [
          t(
            '{count, plural, one {One date has} other {# dates have}} no value. The chart leaves {count, plural, one {it} other {them}} out; it does not guess.',
            { count: unmeasured },
          ),
        ]
      : []),
    ...(gap
      ? [
          t('There is no reading between {from} and {to}. A gap can hide a change: say on the chart why it is there.', {
            from: formatDate(gap.from),
            to: formatDate(gap.to),
          }),
        ]
      : []),
  ];
}

/** The longest stretch of more than twice and a half the usual step; weekends in a daily series are none. */
function longestGap(dates: readonly string[]): { from: string; to: string } | null {
  const steps = dates.slice(1).map((to, i) => ({ from: dates[i] ?? to, to, days: daysBetween(dates[i] ?? to, to) }));
  if (steps.length < 4) return null;
  const usual = steps.map(({ days }) => days).sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1;
  const longest = steps.reduce((most, step) => (step.days > most.days ? step : most));
  return longest.days > Math.max(usual * 2.5, 4) ? longest : null;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
