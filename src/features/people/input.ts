import { z } from 'zod';
import { isMethod, MODES, type terms } from '#features/reference/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { t } from '#kernel/words.ts';
import { type Said, SHOWN } from './describing.ts';
import { HOURS, RINGS, SORTS } from './directory.ts';
import { FIELDS } from './fields.ts';
import { OFFER_KINDS } from './offers.ts';
import { orcidIn } from './orcid.ts';
import { VISIBILITIES } from './visibility.ts';

/** The parts of the profile's form. Each is a page that is saved on its own. */
export const SECTIONS = ['about', 'background', 'place', 'help', 'interests', 'languages', 'visibility'] as const;
export type Section = (typeof SECTIONS)[number];

const MANY = 20;
const fromTheList = () => t('Please choose from the list.');

/** What each section takes: typed text → what the person says. */
export function sectionInputs(vocabulary: terms.Vocabulary): Record<Section, z.ZodType<Said>> {
  const chosen = (kind: terms.TermKind) => many((key) => vocabulary.has(kind, key));
  return {
    about: z.object({
      name: z
        .string({ error: () => t('Tell us the name that others may call you by.') })
        .max(120, { error: () => t('Please keep the name under 120 characters.') }),
      headline: text(160),
      about: text(5000),
    }),
    background: z
      .object({ background: chosen('background'), backgroundWords: text(200), sector: chosen('sector') })
      .transform(({ background, backgroundWords, sector }) => ({ backgroundWords, terms: { background, sector } })),
    place: z
      .object({ place: text(120), shown: z.enum(SHOWN, { error: fromTheList }).default('town') })
      .transform(({ place, shown }) => ({ place: { words: place.trim(), shown } })),
    help: z
      .object({ canHelp: text(1000), skill: chosen('skill'), lookingFor: text(1000) })
      .transform(({ canHelp, skill, lookingFor }) => ({ canHelp, lookingFor, terms: { skill } })),
    interests: z
      .object({
        topic: chosen('topic'),
        mode: many((key) => MODES.some((mode) => mode === key)),
        method: many(isMethod),
      })
      .transform(({ topic, mode, method }) => ({ terms: { topic, mode, method } })),
    languages: z
      .object({
        language: chosen('language'),
        orcid: z
          .string()
          .optional()
          .refine((typed) => typed === undefined || orcidIn(typed) !== null, {
            error: () => t('That is not an ORCID iD. It has sixteen characters, such as 0000-0002-1825-0097.'),
          }),
      })
      .transform(({ language, orcid }) => ({ orcid: orcid ? orcidIn(orcid) : null, terms: { language } })),
    visibility: z
      .object({
        visibility: z.enum(VISIBILITIES, { error: () => t('Choose who may see your profile.') }),
        listed: z.literal('yes').optional().catch(undefined),
        ...Object.fromEntries(
          FIELDS.map((field) => [`see-${field}`, z.enum(VISIBILITIES, { error: fromTheList }).optional()]),
        ),
      })
      .transform(({ visibility, listed, ...fields }) => ({
        visibility,
        listed: listed === 'yes',
        visibilities: z
          .partialRecord(z.enum(FIELDS), z.enum(VISIBILITIES))
          .parse(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace('see-', ''), value]))),
      })),
  };
}

export const OfferInput = z.object({
  kind: z.enum(OFFER_KINDS, { error: () => t('Choose whether you lend or would like to borrow.') }),
  skill: z.string({ error: () => t('Choose what the hours are for.') }).max(80, { error: fromTheList }),
  hours: z.coerce
    .number({ error: () => t('Say how many hours, as a number.') })
    .int({ error: () => t('Please give whole hours.') })
    .min(1, { error: () => t('Say how many hours, at least one.') })
    .max(200, { error: () => t('Please keep this to 200 hours.') }),
  note: text(300),
  until: z.iso
    .date({ error: () => t('Give the day as in 2027-03-31.') })
    .nullable()
    .default(null),
});

const word = z.string().max(80).optional().catch(undefined);

/** What the address of the directory says; what makes no sense is left out. */
export const DirectoryQuery = z.object({
  words: z.string().trim().max(200).optional().catch(undefined),
  near: z.string().trim().max(120).optional().catch(undefined),
  within: z.coerce
    .number()
    .pipe(z.union(RINGS.map((km) => z.literal(km))))
    .optional()
    .catch(undefined),
  hours: z.coerce
    .number()
    .pipe(z.union(HOURS.map((least) => z.literal(least))))
    .optional()
    .catch(undefined),
  sort: z.enum(SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  country: z.enum(COUNTRIES).optional().catch(undefined),
  region: word,
  sector: word,
  background: word,
  topic: word,
  mode: word,
  method: word,
  skill: word,
  language: word,
});

function text(most: number) {
  return z
    .string()
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) })
    .default('');
}

/** Boxes that were ticked: none, one or several, all of which the vocabulary knows. */
function many(isKnown: (key: string) => boolean) {
  return z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .default([])
    .transform((keys) => keys.filter(Boolean))
    .refine((keys) => keys.every(isKnown), { error: fromTheList })
    .refine((keys) => keys.length <= MANY, {
      error: () => t('Please choose at most {most}: what matters most to you.', { most: MANY }),
    });
}
