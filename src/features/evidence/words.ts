import { withUnit } from '#features/work/index.ts';
import { formatDate, formatMonth, formatNumber } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Grade, Graded, Reason, Step } from './grade.ts';

/** How a measure's numbers are written: text, chart and paper share one rounding. */
export type Figures = { unit: string; places: number };

/** The steps of the scale; the higher ones come with comparison and spread. */
export const STEPS = 5;

const STEP_OF: Record<Grade, number> = { described: 1, measured: 2 };
const NAMES: Record<Grade, () => string> = { described: () => t('described'), measured: () => t('measured') };

export function stepOf(grade: Grade): number {
  return STEP_OF[grade];
}

export function gradeName(grade: Grade): string {
  return NAMES[grade]();
}

/** "Evidence 2 of 5: measured". */
export function gradeLine(grade: Grade): string {
  return t('Evidence {step} of {steps}: {name}', { step: STEP_OF[grade], steps: STEPS, name: gradeName(grade) });
}

export function gradeAbout(grade: Grade): string {
  return grade === 'measured'
    ? t('The readings after the change differ from those before by more than chance alone, and still do.')
    : t('Somebody tells of this benefit. Readings do not show it, or do not show it yet.');
}

export type Headline = { now: string; was: string | null; unit: string; way: 'up' | 'down' | 'same' };

/** The two numbers of a claim: the mean since the change and the mean before; null while there are no later readings. */
export function headline(because: readonly Reason[], { unit, places }: Figures): Headline | null {
  const since = because.find((reason) => reason.code === 'since');
  const baseline = because.find((reason) => reason.code === 'baseline');
  if (!since) return null;
  const now = formatNumber(since.mean, places);
  const was = baseline ? formatNumber(baseline.mean, places) : null;
  const way = !baseline || now === was ? 'same' : since.mean > baseline.mean ? 'up' : 'down';
  return { now, was, unit, way };
}

/** What follows the large number: "on average since the change, down from 61.6". */
export function restOfHeadline({ was, way }: Headline): string {
  if (was === null) return t('on average since the change');
  if (way === 'same') return t('on average since the change, as before it');
  return way === 'down'
    ? t('on average since the change, down from {was}', { was })
    : t('on average since the change, up from {was}', { was });
}

/** "49.3 minutes on average since July 2024, down from 61.6". */
export function headlineSentence(because: readonly Reason[], figures: Figures): string | null {
  const numbers = headline(because, figures);
  const since = because.find((reason) => reason.code === 'since');
  if (!numbers || !since) return null;
  const values = { now: withUnit(numbers.now, numbers.unit), was: numbers.was, month: formatMonth(since.from) };
  if (numbers.was === null) return t('{now} on average since {month}.', values);
  if (numbers.way === 'same') return t('{now} on average since {month}, as before.', values);
  return numbers.way === 'down'
    ? t('{now} on average since {month}, down from {was}.', values)
    : t('{now} on average since {month}, up from {was}.', values);
}

/** The same without its first number, to follow it in print: "on average since July 2024, down from 61.6". */
export function headlineRest(because: readonly Reason[], figures: Figures): string | null {
  const numbers = headline(because, figures);
  const since = because.find((reason) => reason.code === 'since');
  if (!numbers || !since) return null;
  const values = { was: numbers.was, month: formatMonth(since.from) };
  if (numbers.was === null) return t('on average since {month}', values);
  if (numbers.way === 'same') return t('on average since {month}, as before', values);
  return numbers.way === 'down'
    ? t('on average since {month}, down from {was}', values)
    : t('on average since {month}, up from {was}', values);
}

export function reasonSentence(reason: Reason, figures: Figures | null): string {
  const number = (value: number) => (figures ? withUnit(formatNumber(value, figures.places), figures.unit) : '');
  switch (reason.code) {
    case 'no-measure':
      return t('It is not tied to a measure.');
    case 'short-baseline':
      return t(
        'The baseline has {readings, plural, =0 {no readings} one {# reading} other {# readings}}; it takes {needed}.',
        reason,
      );
    case 'baseline':
      return t('{readings} readings from {from} to {to}, before the change, average {mean}.', {
        readings: reason.readings,
        from: formatDate(reason.from),
        to: formatDate(reason.to),
        mean: number(reason.mean),
      });
    case 'no-later-readings':
      return t('There are no readings after the change yet.');
    case 'since':
      return t(
        '{readings, plural, one {# reading} other {# readings}} from {from} to {to}, after it, average {mean}.',
        {
          readings: reason.readings,
          from: formatDate(reason.from),
          to: formatDate(reason.to),
          mean: number(reason.mean),
        },
      );
    case 'no-shift':
      return t('No {needed} readings in a row lie on the better side of the baseline’s average.', reason);
    case 'shift-ended':
      return t('There was a change for the better; it has not lasted beyond {on}.', { on: formatDate(reason.on) });
    case 'shift':
      return t(
        'The latest {readings} readings in a row, from {from} on, lie on the better side of the baseline’s average: unlikely to be chance alone. This does not show why.',
        { readings: reason.readings, from: formatDate(reason.from) },
      );
    case 'fixed-before':
      return t('Measure, baseline and date of change were fixed on {on}, before the later readings.', {
        on: formatDate(reason.on),
      });
    case 'chosen-afterwards':
      return t('Chosen afterwards: measure, baseline and date of change were fixed on {on}, when readings were in.', {
        on: formatDate(reason.on),
      });
    case 'under-review':
      return t(
        'Under review: {readings, plural, one {# reading was} other {# readings were}} changed or withdrawn and {readings, plural, one {counts} other {count}} as first recorded until a second person accepts.',
        reason,
      );
  }
}

export function stepSentence(step: Step): string {
  switch (step.code) {
    case 'choose-a-measure':
      return t('Tying the claim to a measure, with at least 12 readings before the change.');
    case 'longer-baseline':
      return t('{more, plural, one {# more reading} other {# more readings}} from before the change.', step);
    case 'more-readings':
      return t('{needed} readings in a row, after the change, on the better side of the baseline’s average.', step);
    case 'hold-the-change':
      return t('A change that lasts: {needed} readings in a row on the better side, up to the latest.', step);
    case 'compare':
      return t('A comparison: a similar place without the change, or a published evaluation.');
  }
}

/** Does the claim wait for a second person to look at its readings? */
export function isUnderReview({ because }: Pick<Graded, 'because'>): boolean {
  return because.some(({ code }) => code === 'under-review');
}

/** What a claim's picture shows, for those who do not see it. */
export function chartLabel(
  name: string,
  { from, through }: { from: string; through: string },
  because: readonly Reason[],
  figures: Figures,
): string {
  const about = t('Chart of {name}, with the limits of the baseline from {from} to {through} carried on.', {
    name,
    from: formatDate(from),
    through: formatDate(through),
  });
  return [about, headlineSentence(because, figures)].filter(Boolean).join(' ');
}

export function relationSentence(relation: 'contribution' | 'attribution'): string {
  return relation === 'attribution'
    ? t('The team says that the work brought this about.')
    : t('The team says that the work contributed to this, among other things.');
}

export function suppliersSentence(suppliers: readonly string[]): string {
  if (suppliers.length === 0) return t('The readings were recorded by the team.');
  return t('The readings were recorded by {names}.', { names: new Intl.ListFormat('en-GB').format(suppliers) });
}

export function gapsSentence({
  missing,
  longest,
}: {
  missing: number;
  longest: { from: string; to: string } | null;
}): string {
  const values = longest && { from: formatDate(longest.from), to: formatDate(longest.to) };
  if (missing === 0 && !values) return t('There are no gaps in them.');
  if (!values) return t('{missing, plural, one {One value is} other {# values are}} missing.', { missing });
  if (missing === 0) return t('The longest gap is from {from} to {to}.', values);
  return t(
    '{missing, plural, one {One value is} other {# values are}} missing; the longest gap is from {from} to {to}.',
    {
      missing,
      ...values,
    },
  );
}
