import { z } from 'zod';
import { methodName, methodsIn } from '#features/reference/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { formatMonth } from '#kernel/format.ts';
import { type Form, filled } from '#kernel/forms.ts';
import { t } from '#kernel/words.ts';
import { MODES, type Mode, type Shares, sharesOf } from './modes.ts';
import { monthOf } from './months.ts';
import { STATES } from './states.ts';
import type { Named } from './team/invitations.ts';
import type { Description, Work } from './works.ts';

/** The one gesture that places work: for each mode, how much of the work is that. */
export const WEIGHTS = ['0', '1', '3'] as const;

/** More, and each would say little. */
const MOST_TOPICS = 5;

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) })
    .default('');

export const month = z
  .string()
  .nullable()
  .default(null)
  .transform((typed, context) => {
    if (typed === null) return null;
    const day = monthOf(typed);
    if (!day)
      context.addIssue({ code: 'custom', message: t('Give the month and year, such as March 2024 or 2024-03.') });
    return day;
  });

/** In the order of the form, so that its error summary has that order too. */
export const DESCRIPTION = {
  title: z
    .string({ error: () => t('Give the work a title.') })
    .trim()
    .min(3, { error: () => t('Give the work a title of a few words.') })
    .max(140, { error: () => t('Please keep the title under 140 characters.') }),
  problem: text(4000),
  aim: text(1000),
  tried: text(8000),
  state: z.enum(STATES, { error: () => t('Say how far the work has come.') }),
  lesson: text(4000),
  country: z.enum(COUNTRIES, { error: () => t('Choose the country where it happens.') }),
  place: text(120),
  organisation: text(160),
  shownAs: text(160),
  startedOn: month,
  methods: text(400),
  topics: topics(),
};

/** The three-minute form. Only the title, the country and the state are needed; everything else can come later. */
export const WorkInput = z.object({ ...DESCRIPTION, team: teamLines(), ...weights() });

/** What the team changes later. Where the work stands, and who is on the team, have pages of their own. */
export const EditInput = z.object({ ...DESCRIPTION, endedOn: month });

export const TeamInput = z.object({
  team: teamLines().refine((named) => named.length > 0, {
    error: () => t('Write at least one name or e-mail address.'),
  }),
});

/** None, one or several keys; whether the vocabulary has them is for the verb to say. */
function topics() {
  return z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [...new Set([given].flat())])
    .refine((given) => given.length <= MOST_TOPICS, {
      error: () => t('Choose at most {most} topics, those that matter most.', { most: MOST_TOPICS }),
    });
}

function weights() {
  const weight = z.enum(WEIGHTS).default('0').catch('0').transform(Number);
  return {
    'mode-iterative': weight,
    'mode-pathways': weight,
    'mode-operating-model': weight,
    'mode-community': weight,
  };
}

export const PlacementInput = z.object(weights()).transform((input, context) => {
  const shares = sharesIn(input);
  if (!shares) context.addIssue({ code: 'custom', path: ['mode-iterative'], message: t('Choose at least one mode.') });
  return shares ?? { iterative: 1, pathways: 0, 'operating-model': 0, community: 0 };
});

export function sharesIn(input: Record<`mode-${Mode}`, number>): Shares | null {
  return sharesOf({
    iterative: input['mode-iterative'],
    pathways: input['mode-pathways'],
    'operating-model': input['mode-operating-model'],
    community: input['mode-community'],
  });
}

export function descriptionIn(input: z.output<typeof EditInput> | z.output<typeof WorkInput>): Description {
  const { title, problem, aim, tried, lesson, country, place, shownAs, startedOn, topics } = input;
  return {
    title,
    problem,
    aim,
    tried,
    lesson,
    country,
    place,
    shownAs,
    startedOn,
    topics,
    organisation: input.organisation || null,
    methods: methodsIn(input.methods),
  };
}

/** What is stored, as the form shows it. */
export function formOf(work: Work): Form {
  return filled({
    ...work,
    organisation: work.organisation?.name,
    startedOn: work.startedOn && formatMonth(work.startedOn),
    endedOn: work.endedOn && formatMonth(work.endedOn),
    methods: work.methods.map(methodName).join(', '),
  });
}

/** Stored shares, as the gesture shows them. */
export function placementForm(shares: Shares | null): Form {
  const weightOf = (share: number) => (share >= 0.45 ? '3' : share >= 0.1 ? '1' : '0');
  return filled(Object.fromEntries(MODES.map((mode) => [`mode-${mode}`, weightOf(shares?.[mode] ?? 0)])));
}

const EMAIL = /[^\s<>,;"']+@[^\s<>,;"']+\.[^\s<>,;"']+/;

/** One a line: a name, an e-mail address, or `Name <address>`. */
function teamLines() {
  return text(4000).transform((typed, context) => {
    const lines = typed
      .split(/[\n;]/)
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length > 40) context.addIssue({ code: 'custom', message: t('Please name at most 40 people at a time.') });
    return lines.map((line): Named => {
      const email = EMAIL.exec(line)?.[0] ?? null;
      if (line.includes('@') && !z.email().safeParse(email).success)
        context.addIssue({
          code: 'custom',
          message: t('“{line}” has no e-mail address that we can write to.', { line: line.slice(0, 80) }),
        });
      const name = (email ? line.replace(email, '') : line)
        .replace(/[<>()",]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return { name: name.slice(0, 120), email };
    });
  });
}
