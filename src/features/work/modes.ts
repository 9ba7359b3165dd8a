import { t } from '#kernel/words.ts';

/** The four modes of improvement work. Their number is fixed; a piece of work has a share in each. */
export const MODES = ['iterative', 'pathways', 'operating-model', 'community'] as const;
export type Mode = (typeof MODES)[number];

/** A share in each mode; they add to one. */
export type Shares = Record<Mode, number>;

/** From this share on, work counts among a mode's. Counts by mode overlap. */
export const NOTABLE = 0.25;

/** From this spread on, where the work stands is disputed ground. */
export const DISPUTED = 0.25;

const NAMES: Record<Mode, () => string> = {
  iterative: () => t('Iterative quality improvement'),
  pathways: () => t('Transforming pathways'),
  'operating-model': () => t('Shifting the operating model'),
  community: () => t('Community and innovation'),
};

const ABOUT: Record<Mode, () => string> = {
  iterative: () => t('Small tests, measured and repeated, on a question of quality or safety.'),
  pathways: () => t('Changing how care flows between teams and places, or the model of care itself.'),
  'operating-model': () => t('Changing how a whole organisation is run, led and learns.'),
  community: () => t('Gathering people around one need or innovation, and helping it spread.'),
};

export function modeName(mode: Mode): string {
  return NAMES[mode]();
}

export function modeAbout(mode: Mode): string {
  return ABOUT[mode]();
}

export function modeChoices(): { value: Mode; label: string; hint: string }[] {
  return MODES.map((value) => ({ value, label: modeName(value), hint: modeAbout(value) }));
}

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
