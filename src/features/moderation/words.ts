import { t } from '#kernel/words.ts';

/** Why somebody reports something; the first is told to moderators as urgent. */
export const REASONS = ['identifies', 'unsafe', 'unkind', 'wrong', 'rights', 'other'] as const;
export type Reason = (typeof REASONS)[number];

const REASON: Record<Reason, () => string> = {
  identifies: () => t('Somebody could be recognised: a patient, a carer, a colleague'),
  unsafe: () => t('Following it could harm somebody'),
  unkind: () => t('It is unkind or hateful'),
  wrong: () => t('It is wrong or misleading'),
  rights: () => t('It is mine, or somebody’s, and was used without leave'),
  other: () => t('Something else, or a page that does not work'),
};

/** What a moderator did about it. */
export const OUTCOMES = ['changed', 'removed', 'kept', 'passed-on'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const OUTCOME: Record<Outcome, () => string> = {
  changed: () => t('It was changed'),
  removed: () => t('It was taken down'),
  kept: () => t('It stays as it is'),
  'passed-on': () => t('It was passed on to those who can act'),
};

export function reasonName(reason: Reason): string {
  return REASON[reason]();
}

export function outcomeName(outcome: Outcome): string {
  return OUTCOME[outcome]();
}

export function reasonChoices(): { value: Reason; label: string }[] {
  return REASONS.map((value) => ({ value, label: reasonName(value) }));
}

export function outcomeChoices(): { value: Outcome; label: string }[] {
  return OUTCOMES.map((value) => ({ value, label: outcomeName(value) }));
}
