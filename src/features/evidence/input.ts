import { z } from 'zod';
import { dayIn } from '#features/work/index.ts';
import { t } from '#kernel/words.ts';
import { RELATIONS } from './claims.ts';

const day = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return undefined;
    const date = dayIn(text);
    if (!date)
      context.addIssue({ code: 'custom', message: t('This is not a date that we can read. Write it as 31/01/2024.') });
    return date ?? undefined;
  });

const wording = {
  statement: z
    .string({ error: () => t('Say in one sentence what got better.') })
    .trim()
    .min(1, { error: () => t('Say in one sentence what got better.') })
    .max(200, { error: () => t('Please keep it under 200 characters.') }),
  area: z
    .string({ error: () => t('Choose who benefits most.') })
    .max(40, { error: () => t('Choose who benefits most.') }),
  relation: z.enum(RELATIONS, { error: () => t('Choose how much of it is due to the work.') }),
};

export const WordingInput = z.object(wording);

/** With a measure, everything that the claim rests on has to be said; without one, nothing of it counts. */
export const ClaimInput = z
  .object({
    ...wording,
    measure: z
      .string()
      .max(20, { error: () => t('Choose one of the measures.') })
      .optional(),
    better: z.enum(['up', 'down'], { error: () => t('Choose which way is better.') }).optional(),
    baselineFrom: day,
    baselineThrough: day,
    changedOn: day,
  })
  .superRefine((input, context) => {
    if (!input.measure) return;
    const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!input.better) missing('better', t('Choose which way is better.'));
    if (!input.baselineFrom) missing('baselineFrom', t('Say when the baseline begins.'));
    if (!input.baselineThrough) missing('baselineThrough', t('Say when the baseline ends.'));
    if (!input.changedOn) missing('changedOn', t('Say when things were first done differently.'));
  });

export const WithdrawalInput = z.object({
  reason: z
    .string({ error: () => t('Say why you withdraw it.') })
    .trim()
    .min(3, { error: () => t('Say why you withdraw it.') })
    .max(500, { error: () => t('Please keep it under 500 characters.') }),
});

export const AcceptanceInput = z.object({
  accepted: z
    .union([z.string().max(60), z.array(z.string().max(60)).max(500)], {
      error: () => t('Tick at least one correction.'),
    })
    .transform((given) => [...new Set([given].flat())]),
  reason: z
    .string({ error: () => t('Say what you looked at before you accept.') })
    .trim()
    .min(3, { error: () => t('Say what you looked at before you accept.') })
    .max(500, { error: () => t('Please keep it under 500 characters.') }),
});

/** What the claim is to be judged by; null without a measure. */
export function fixingIn({ measure, better, baselineFrom, baselineThrough, changedOn }: z.output<typeof ClaimInput>) {
  if (!measure || !better || !baselineFrom || !baselineThrough || !changedOn) return null;
  return { measure, better, baselineFrom, baselineThrough, changedOn };
}
