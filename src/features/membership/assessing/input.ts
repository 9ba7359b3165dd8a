import { z } from 'zod';
import { t } from '#kernel/words.ts';
import type { Views } from '../assessments.ts';
import type { Criterion } from '../criteria.ts';
import { OUTCOMES, VIEWS } from '../words.ts';

/** Views and reasons by criterion key, complete or not: the verb says what is missing. */
export const ViewsInput = z
  .object({})
  .catchall(z.string().max(2000, { error: () => t('Please keep each reason under 2,000 characters.') }));

const AView = z.enum(VIEWS).optional().catch(undefined);

export function viewsOf(typed: z.output<typeof ViewsInput>, asked: Criterion[]): Views {
  return Object.fromEntries(
    asked.map(({ key }) => [key, { view: AView.parse(typed[`view-${key}`]), reason: typed[`reason-${key}`] }]),
  );
}

/** `outcome` and `submission` travel with the form; nobody types them. */
export const DecisionInput = z.object({
  outcome: z.enum(OUTCOMES).nullable().catch(null),
  letter: z
    .string({ error: () => t('Write the letter. Everybody who applied is owed the reasons.') })
    .max(10_000, { error: () => t('Please keep the letter under 10,000 characters.') }),
  reasons: z
    .string()
    .max(2000, { error: () => t('Please keep this under 2,000 characters.') })
    .default(''),
  submission: z.string().catch(''),
});

export const CallNotesInput = z.object({
  notes: z
    .string({ error: () => t('Write down what they told you.') })
    .trim()
    .min(1, { error: () => t('Write down what they told you.') })
    .max(10_000, { error: () => t('Please keep the notes under 10,000 characters.') }),
});
