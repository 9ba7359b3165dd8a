import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { type Form, filled } from '#kernel/forms.ts';
import { t } from '#kernel/words.ts';
import type { Criterion } from '../criteria.ts';
import type { Draft } from '../drafts.ts';
import type { OwnWork } from '../options.ts';
import { PATHWAYS } from '../words.ts';

const ANSWER = 6000;

const name = z.string().max(120, { error: () => t('Please keep the name under 120 characters.') });
const country = z.enum(COUNTRIES, { error: () => t('Choose the country where you do most of this.') });
const pathway = z.enum(PATHWAYS, { error: () => t('Choose what fits you best. All three are read alike.') });

/** A field that people do not see and programs fill in; and how long ago the form was opened. */
const trap = {
  'leave-empty': z
    .never({ error: () => t('One hidden field has to stay empty. Please send the form once more.') })
    .optional(),
  begun: z.coerce.number().catch(Number.POSITIVE_INFINITY), // a form without it was filled in by no person
};

export const StartInput = z.object({
  name: z
    .string({ error: () => t('Tell us your name.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  email: z
    .email({ error: () => t('Give us an e-mail address such as name@example.org. Our letters go there.') })
    .max(254, { error: () => t('That address is too long.') }),
  country,
  pathway,
  ...trap,
});

/** What an applicant typed, complete or not. */
export const DraftInput = z
  .object({
    name: name.default(''),
    country: country.optional(),
    pathway: pathway.optional(),
    compact: z.string().optional(),
    works: z
      .string()
      .max(4000, { error: () => t('That is a lot of work. Please name the ten pieces that say most.') })
      .default(''),
    shared: z
      .union([z.string().max(300), z.array(z.string().max(300)).max(50)], {
        error: () => t('One of these pieces of work is not there any more. Please choose again.'),
      })
      .optional(),
  })
  .catchall(z.string().max(ANSWER, { error: () => t('Please keep this answer under 6,000 characters.') }));

export const AcceptInput = z.object({
  name: z
    .string({ error: () => t('Tell us your name.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  country,
  compact: z.literal('yes', {
    error: () => t('Please read the compact, and tick the box if you can agree to it.'),
  }),
});

const LINES = 20;

/** The typed form → the draft that is kept. */
export function draftOf(
  typed: z.output<typeof DraftInput>,
  before: Draft,
  asked: Criterion[],
  compactVersion: string,
): Draft {
  const ticked = typed.shared === undefined ? [] : [typed.shared].flat();
  const lines = typed.works.split('\n').map((line) => line.trim().slice(0, 300));
  return {
    name: typed.name.trim(),
    country: typed.country ?? before.country,
    pathway: typed.pathway ?? before.pathway,
    answers: Object.fromEntries(asked.map(({ id, key }) => [id, textOf(typed[`answer-${key}`])])),
    works: [...ticked, ...lines.filter((line) => line !== '')].slice(0, LINES),
    // Who accepted an older compact keeps that version.
    compactVersion: typed.compact === 'yes' ? (before.compactVersion ?? compactVersion) : null,
  };
}

/** The draft → the form that shows it. */
export function formOf(draft: Draft, asked: Criterion[], own: OwnWork[]): Form {
  const isOwn = (address: string) => own.some((work) => work.address === address);
  return filled({
    name: draft.name,
    country: draft.country,
    pathway: draft.pathway,
    compact: draft.compactVersion ? 'yes' : '',
    shared: draft.works.filter(isOwn),
    works: draft.works.filter((address) => !isOwn(address)).join('\n'),
    ...Object.fromEntries(asked.map(({ id, key }) => [`answer-${key}`, draft.answers[id]])),
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
