import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { type Form, filled } from '#kernel/forms.ts';
import { t } from '#kernel/words.ts';
import type { Criterion } from '../criteria.ts';
import type { Draft } from '../drafts.ts';
import type { OwnWork } from '../options.ts';
import type { Named } from '../referees.ts';
import { PATHWAYS, SAID } from '../words.ts';

const ANSWER = 6000;

const name = z.string().max(120, { error: () => t('Please keep the name under 120 characters.') });
const country = z.enum(COUNTRIES, { error: () => t('Choose the country where you do most of this.') });
const pathway = z.enum(PATHWAYS, { error: () => t('Choose what fits you best. All three are read alike.') });

/** A field that people do not see and programs fill in; and how long ago the form was opened. */
const trap = {
  'leave-empty': z
    .never({ error: () => t('One hidden field has to stay empty. Please send the form once more.') })
    .optional(),
  begun: z.string().catch(''), // a form without it was filled in by no person
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

const WHOLE = {
  name: () => t('Tell us their name too, so that we can greet them.'),
  email: () => t('Give us their e-mail address too, so that we can ask them.'),
};

const speaker = {
  'speaks-name': z
    .string({ error: WHOLE.name })
    .trim()
    .min(1, { error: WHOLE.name })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  'speaks-email': z
    .email({ error: () => t('Give the address at which they read letters, such as name@example.org.') })
    .max(254, { error: () => t('That address is too long.') }),
};

export const SpeakerInput = z.object(speaker);

/** Somebody who can speak to it: a name and an address, or neither. */
export function namedIn(typed: { 'speaks-name'?: string; 'speaks-email'?: string }): Named | null {
  const { 'speaks-name': name, 'speaks-email': email } = typed;
  return name && email ? { name, email } : null;
}

/** What an applicant typed, complete or not. */
export const DraftInput = z
  .object({
    'speaks-name': speaker['speaks-name'].optional(),
    'speaks-email': speaker['speaks-email'].optional(),
    needs: z
      .string()
      .max(2000, { error: () => t('Please keep this under 2,000 characters.') })
      .default(''),
    // The other way to answer that comes next, once this is saved.
    next: z.string().optional(),
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
  .catchall(z.string().max(ANSWER, { error: () => t('Please keep this answer under 6,000 characters.') }))
  .refine((typed) => !typed['speaks-name'] || typed['speaks-email'], { path: ['speaks-email'], error: WHOLE.email })
  .refine((typed) => !typed['speaks-email'] || typed['speaks-name'], { path: ['speaks-name'], error: WHOLE.name });

export const SpeakingInput = z.object({
  answer: z.enum(SAID, { error: () => t('Choose what you can say.') }),
  words: z
    .string()
    .trim()
    .max(2000, { error: () => t('A few words are enough: please stay under 2,000 characters.') })
    .default(''),
});

/** One field more is looked at by hand: the file itself. */
export const FileInput = z.object({});

const PHONE = /^[+(]?\d[\d ()-]{5,}$/;

export const CallInput = z.object({
  phone: z
    .string({ error: () => t('Give us the number that we should ring.') })
    .trim()
    .max(30, { error: () => t('That number is too long.') })
    .regex(PHONE, { error: () => t('Give us a telephone number, such as 01632 960 123.') }),
  times: z
    .string()
    .trim()
    .max(300, { error: () => t('Please keep this under 300 characters.') })
    .default(''),
});

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
    needs: typed.needs.trim(),
    works: [...ticked, ...lines.filter((line) => line !== '')].slice(0, LINES),
    // Who accepted an older compact keeps that version.
    compactVersion: typed.compact === 'yes' ? (before.compactVersion ?? compactVersion) : null,
  };
}

/** The draft → the form that shows it. */
export function formOf(draft: Draft, named: Named | null, asked: Criterion[], own: OwnWork[]): Form {
  const isOwn = (address: string) => own.some((work) => work.address === address);
  return filled({
    name: draft.name,
    country: draft.country,
    pathway: draft.pathway,
    needs: draft.needs,
    'speaks-name': named?.name,
    'speaks-email': named?.email,
    compact: draft.compactVersion ? 'yes' : '',
    shared: draft.works.filter(isOwn),
    works: draft.works.filter((address) => !isOwn(address)).join('\n'),
    ...Object.fromEntries(asked.map(({ id, key }) => [`answer-${key}`, draft.answers[id]])),
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
