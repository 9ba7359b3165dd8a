import { t } from '#kernel/words.ts';

/** What each person may show to whom they like, one by one. The name and its line go with the profile itself. */
export const FIELDS = [
  'photo',
  'about',
  'background',
  'sectors',
  'place',
  'affiliations',
  'canHelp',
  'lookingFor',
  'hours',
  'topics',
  'modes',
  'methods',
  'languages',
  'orcid',
] as const;
export type Field = (typeof FIELDS)[number];

const NAMES: Record<Field, () => string> = {
  photo: () => t('Picture'),
  about: () => t('About you'),
  background: () => t('Background'),
  sectors: () => t('Sectors'),
  place: () => t('Where you are'),
  affiliations: () => t('Where you work, and worked'),
  canHelp: () => t('What you can help with'),
  lookingFor: () => t('What you are looking for'),
  hours: () => t('Hours to lend or borrow'),
  topics: () => t('Topics'),
  modes: () => t('Kinds of improvement work'),
  methods: () => t('Methods'),
  languages: () => t('Languages'),
  orcid: () => t('ORCID iD'),
};

export function fieldName(field: Field): string {
  return NAMES[field]();
}

/** The vocabularies that a profile chooses from, and the field that shows each. */
export const KINDS = ['background', 'sector', 'topic', 'skill', 'language', 'mode', 'method'] as const;
export type Kind = (typeof KINDS)[number];

export const FIELD_OF: Record<Kind, Field> = {
  background: 'background',
  sector: 'sectors',
  topic: 'topics',
  skill: 'canHelp',
  language: 'languages',
  mode: 'modes',
  method: 'methods',
};
