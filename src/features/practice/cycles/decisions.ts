import { t } from '#kernel/words.ts';

/** What comes of a cycle. To abandon is as good an outcome as the others: somebody knows more. */
export const DECISIONS = ['adopt', 'adapt', 'abandon'] as const;
export type Decision = (typeof DECISIONS)[number];

const NAMES: Record<Decision, () => string> = {
  adopt: () => t('Adopt'),
  adapt: () => t('Adapt'),
  abandon: () => t('Abandon'),
};

const DONE: Record<Decision, () => string> = {
  adopt: () => t('Adopted'),
  adapt: () => t('Adapted'),
  abandon: () => t('Abandoned'),
};

const ABOUT: Record<Decision, () => string> = {
  adopt: () => t('It works here: make it how things are done.'),
  adapt: () => t('Change something, and try again.'),
  abandon: () => t('Let it go. Knowing that saves the next person the trouble.'),
};

export function decisionChoices(): { value: Decision; label: string; hint: string }[] {
  return DECISIONS.map((value) => ({ value, label: NAMES[value](), hint: ABOUT[value]() }));
}

export function decided(decision: Decision): string {
  return DONE[decision]();
}
