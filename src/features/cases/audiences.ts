import { t } from '#kernel/words.ts';

/** Whom a case is for: each has its own vocabulary. */
export const AUDIENCES = ['policy', 'executive', 'operational', 'front-line'] as const;
export type Audience = (typeof AUDIENCES)[number];

const NAMES: Record<Audience, () => string> = {
  policy: () => t('Policy'),
  executive: () => t('Executive'),
  operational: () => t('Operational'),
  'front-line': () => t('Front line'),
};

const ABOUT: Record<Audience, () => string> = {
  policy: () => t('Governments, commissioners and funders: what it means for a country or a place.'),
  executive: () => t('Boards and chief officers: what it means for the organisation.'),
  operational: () => t('Managers who run services: what it takes, and what it gives back.'),
  'front-line': () => t('Teams that give care: what changes in a working day.'),
};

const FOR: Record<Audience, () => string> = {
  policy: () => t('A case for policy makers'),
  executive: () => t('A case for executives'),
  operational: () => t('A case for those who run services'),
  'front-line': () => t('A case for the front line'),
};

export function audienceName(audience: Audience): string {
  return NAMES[audience]();
}

/** "A case for executives". */
export function caseFor(audience: Audience): string {
  return FOR[audience]();
}

export function audienceChoices(): { value: Audience; label: string; hint: string }[] {
  return AUDIENCES.map((value) => ({ value, label: audienceName(value), hint: ABOUT[value]() }));
}
