import type { ClaimChart, Figures } from '#features/evidence/index.ts';
import { headlineSentence } from '#features/evidence/index.ts';
import { formatDate } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { ClaimBlock, Gaps } from './snapshot.ts';

/** How the numbers of a claim are written; null without a measure. */
export function figuresOf({ measure }: ClaimBlock): Figures | null {
  if (!measure) return null;
  return { unit: measure.unit, places: measure.places, better: measure.better === 'up' ? 'up' : 'down' };
}

/** The picture of a claim; null where there is nothing to draw. */
export function chartOf(block: ClaimBlock): ClaimChart | null {
  const { measure, grade } = block;
  const frozen = measure?.frozen;
  const figures = figuresOf(block);
  if (!frozen || frozen.mean === null || !figures) return null;
  const since = grade.because.find((reason) => reason.code === 'since');
  const shift = grade.because.find((reason) => reason.code === 'shift');
  const sentence = headlineSentence(grade.because, figures);
  return {
    series: measure.series,
    frozen: { ...frozen, mean: frozen.mean },
    since: since?.mean ?? null,
    shiftFrom: grade.grade === 'measured' ? (shift?.from ?? null) : null,
    places: measure.places,
    label: [
      t('Chart of {name} with the limits of the baseline, {from} to {through}, carried on.', {
        name: measure.name,
        from: formatDate(frozen.from),
        through: formatDate(frozen.through),
      }),
      sentence ?? '',
    ].join(' '),
  };
}

export function linkSentence({ relation }: Pick<ClaimBlock, 'relation'>): string {
  return relation === 'attribution'
    ? t('The team says that the work brought it about.')
    : t('The team says that the work contributed to it, among other things.');
}

export function suppliersSentence(suppliers: readonly string[]): string {
  if (suppliers.length === 0) return t('No data were supplied.');
  return t('Data recorded by {names}.', { names: new Intl.ListFormat('en-GB').format(suppliers) });
}

export function gapsSentence({ missing, longest }: Gaps): string {
  if (missing === 0 && !longest) return t('No gaps in the readings.');
  if (!longest) return t('{missing, plural, one {One value is} other {# values are}} missing.', { missing });
  return t('Gaps: {missing, plural, =0 {} one {one value missing; } other {# values missing; }}longest from {from} to {to}.', {
    missing,
    from: formatDate(longest.from),
    to: formatDate(longest.to),
  });
}
