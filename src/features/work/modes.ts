import { MODES, type Mode, modeName } from '#features/reference/index.ts';
import { t } from '#kernel/words.ts';

export { MODES, type Mode, modeAbout, modeChoices, modeName } from '#features/reference/index.ts';

/** A share in each mode; they add to one. */
export type Shares = Record<Mode, number>;

/** From this share on, work counts among a mode's. Counts by mode overlap. */
export const NOTABLE = 0.25;

/** From this spread on, where the work stands is disputed ground. */
export const DISPUTED = 0.25;

/** Weights of any size → shares that add to one; null when all are nought. */
export function sharesOf(weights: Record<Mode, number>): Shares | null {
  const total = MODES.reduce((sum, mode) => sum + weights[mode], 0);
  if (!(total > 0)) return null;
  return {
    iterative: weights.iterative / total,
    pathways: weights.pathways / total,
    'operating-model': weights['operating-model'] / total,
    community: weights.community / total,
  };
}

/** The modes that matter in this work, the largest first. */
export function notable(shares: Shares): Mode[] {
  return MODES.filter((mode) => shares[mode] >= NOTABLE).sort((a, b) => shares[b] - shares[a]);
}

/** "Mostly transforming pathways, with some community and innovation." */
export function modesInWords(shares: Shares): string {
  const [first, ...others] = notable(shares).map((mode) => modeName(mode).toLowerCase());
  if (!first) return t('An even mixture of all four modes.');
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
  if (Math.max(...MODES.map((mode) => shares[mode])) >= 0.6)
    return others.length > 0
      ? t('Mostly {first}, with some {others}.', { first, others: list.format(others) })
      : t('Mostly {first}.', { first });
  return t('A mixture of {all}.', { all: list.format([first, ...others]) });
}
