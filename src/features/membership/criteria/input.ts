import { z } from 'zod';
import { type Form, filled } from '#kernel/forms.ts';
import { t } from '#kernel/words.ts';
import type { Criterion } from '../criteria.ts';
import type { Wording } from '../criteria-drafts.ts';
import { PATHWAYS, pathwayName } from '../words.ts';

const MOST_WAYS = 12;

const question = (pathway: (typeof PATHWAYS)[number]) =>
  z
    .string({
      error: () =>
        t('Write the question for this pathway: {pathway}.', { pathway: pathwayName(pathway).toLowerCase() }),
    })
    .trim()
    .max(500, { error: () => t('Please keep the question under 500 characters.') });
const hint = z
  .string()
  .trim()
  .max(1000, { error: () => t('Please keep the hint under 1,000 characters.') })
  .default('');

export const CriterionInput = z.object({
  title: z
    .string({ error: () => t('Give the criterion a short title.') })
    .trim()
    .min(1, { error: () => t('Give the criterion a short title.') })
    .max(120, { error: () => t('Please keep the title under 120 characters.') }),
  looksFor: z
    .string({ error: () => t('Say what assessors look for in an answer.') })
    .trim()
    .min(1, { error: () => t('Say what assessors look for in an answer.') })
    .max(2000, { error: () => t('Please keep this under 2,000 characters.') }),
  countsEqually: z
    .string({ error: () => t('Name at least two ways that count equally, one on each line.') })
    .max(3000, { error: () => t('Please keep these lines under 3,000 characters together.') })
    .transform(linesOf)
    .refine((lines) => lines.length >= 2, {
      error: () => t('Name at least two ways that count equally, one on each line.'),
    })
    .refine((lines) => lines.length <= MOST_WAYS, {
      error: () => t('Please name at most {most} ways.', { most: MOST_WAYS }),
    }),
  'question-professional': question('professional'),
  'hint-professional': hint,
  'question-public': question('public'),
  'hint-public': hint,
  'question-volunteer': question('volunteer'),
  'hint-volunteer': hint,
});

const days = () => t('Give a whole number of days from 7 to 365.');

export const RulesInput = z.object({
  hideNames: z
    .literal('yes', { error: () => t('Tick the box or leave it.') })
    .optional()
    .transform((ticked) => ticked === 'yes'),
  appealDays: z.coerce.number({ error: days }).int({ error: days }).min(7, { error: days }).max(365, { error: days }),
});

export const Direction = z.object({ to: z.enum(['up', 'down']).catch('up') });

export function wordingOf(given: z.output<typeof CriterionInput>): Wording {
  const asked = (pathway: (typeof PATHWAYS)[number]) => ({
    question: given[`question-${pathway}`],
    hint: given[`hint-${pathway}`],
  });
  const { title, looksFor, countsEqually } = given;
  const questions = { professional: asked('professional'), public: asked('public'), volunteer: asked('volunteer') };
  return { title, looksFor, countsEqually, questions };
}

export function formOf({ title, looksFor, countsEqually, questions }: Criterion): Form {
  const words = PATHWAYS.flatMap((pathway) => [
    [`question-${pathway}`, questions[pathway].question],
    [`hint-${pathway}`, questions[pathway].hint],
  ]);
  return filled({ title, looksFor, countsEqually: countsEqually.join('\n'), ...Object.fromEntries(words) });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
