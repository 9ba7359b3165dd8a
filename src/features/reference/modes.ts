import { t } from '#kernel/words.ts';

/** The four modes of improvement work. Their number is fixed; a piece of work has a share in each. */
export const MODES = ['iterative', 'pathways', 'operating-model', 'community'] as const;
export type Mode = (typeof MODES)[number];

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
