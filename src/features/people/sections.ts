import { t } from '#kernel/words.ts';
import type { Field } from './fields.ts';
import type { Section } from './input.ts';

/** Every part of the profile that has a page of its own: those of the form, and those that are lists. */
export const PARTS = [
  'about',
  'photo',
  'help',
  'hours',
  'background',
  'affiliations',
  'interests',
  'place',
  'languages',
  'visibility',
] as const satisfies readonly (Section | 'photo' | 'hours' | 'affiliations')[];
export type Part = (typeof PARTS)[number];

const NAMES: Record<Part, () => string> = {
  about: () => t('Name, and about you'),
  photo: () => t('Picture'),
  help: () => t('What you can help with, and look for'),
  hours: () => t('Hours to lend or borrow'),
  background: () => t('Background and sectors'),
  affiliations: () => t('Where you work, and worked'),
  interests: () => t('Topics, kinds of work, methods'),
  place: () => t('Where you are'),
  languages: () => t('Languages and ORCID iD'),
  visibility: () => t('Who sees what'),
};

export function partName(part: Part): string {
  return NAMES[part]();
}

/** What each part shows to others. */
export const FIELDS_IN: Record<Part, readonly Field[]> = {
  about: ['about'],
  photo: ['photo'],
  help: ['canHelp', 'lookingFor'],
  hours: ['hours'],
  background: ['background', 'sectors'],
  affiliations: ['affiliations'],
  interests: ['topics', 'modes', 'methods'],
  place: ['place'],
  languages: ['languages', 'orcid'],
  visibility: [],
};
