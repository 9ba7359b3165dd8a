import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { type Form, filled } from '#kernel/forms.ts';
import { t } from '#kernel/words.ts';
import { methodName, methodsIn } from './methods.ts';
import { MODES, type Mode, type Shares, sharesOf } from './modes.ts';
import { STATES } from './states.ts';
import type { Description, Work } from './works.ts';

/** The one gesture that places work: for each mode, how much of the work is that. */
export const WEIGHTS = ['0', '1', '3'] as const;

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) })
    .default('');

const month = z
  .string()
  .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, { error: () => t('Give the month and year, such as 2024-03.') })
  .transform((value) => `${value}-01`)
  .nullable()
  .default(null);

/** The three-minute form. Only the title, the country and the state are needed; everything else can come later. */
export const WorkInput = z.object({
  title: z
    .string({ error: () => t('Give the work a title.') })
    .trim()
    .min(3, { error: () => t('Give the work a title of a few words.') })
    .max(140, { error: () => t('Please keep the title under 140 characters.') }),
  problem: text(4000),
  aim: text(1000),
  tried: text(8000),
  lesson: text(4000),
  country: z.enum(COUNTRIES, { error: () => t('Choose the country where it happens.') }),
  place: text(120),
  organisation: text(160),
  shownAs: text(160),
  methods: text(400),
  startedOn: month,
  state: z.enum(STATES, { error: () => t('Say how far the work has come.') }),
  team: text(4000),
  ...weights(),
});
export type WorkInput = z.output<typeof WorkInput>;

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

export function descriptionIn(input: WorkInput): Description {
  const { title, problem, aim, tried, lesson, country, place, shownAs, startedOn } = input;
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
    organisation: input.organisation || null,
    methods: methodsIn(input.methods),
  };
}

/** What is stored, as the form shows it. */
export function formOf(work: Work, shares: Shares | null): Form {
  const weightOf = (share: number) => (share >= 0.45 ? '3' : share >= 0.1 ? '1' : '0');
  return filled({
    ...work,
    organisation: work.organisation?.name,
    startedOn: work.startedOn?.slice(0, 7),
    methods: work.methods.map(methodName).join(', '),
    ...Object.fromEntries(MODES.map((mode) => [`mode-${mode}`, weightOf(shares?.[mode] ?? 0)])),
  });
}

const EMAIL = /[^\s<>,;"']+@[^\s<>,;"']+\.[^\s<>,;"']+/;

/** One a line: a name, an e-mail address, or `Name <address>`. */
export function teamIn(lines: string): { name: string; email: string | null }[] {
  return lines
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 40)
    .map((line) => {
      const email = EMAIL.exec(line)?.[0] ?? null;
      const name = (email ? line.replace(email, '') : line)
        .replace(/[<>()",]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return { name: name.slice(0, 120), email };
    });
}
