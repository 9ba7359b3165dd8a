import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { APPEAL_OUTCOMES } from '../words.ts';

const words = (missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(6000, { error: () => t('Please keep this under 6,000 characters.') });

export const AppealInput = z.object({
  words: words(() => t('Tell us in your own words what you think we missed or got wrong.')),
});

export const SayInput = z.object({ words: words(() => t('Write what you would like to add.')) });

export const AnswerInput = z.object({ words: words(() => t('Write your answer.')) });

export const OutcomeInput = z.object({
  outcome: z.enum(APPEAL_OUTCOMES, { error: () => t('Choose how the appeal ends.') }),
  letter: words(() => t('Write the reasons. They are the letter that the applicant gets.')),
});
