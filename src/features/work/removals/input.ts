import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { OUTCOMES } from './requests.ts';

const said = (most: number, missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) });

export const RemovalInput = z.object({
  organisation: said(200, () => t('Say for which organisation you speak, and as what.')),
  words: said(4000, () => t('Say what is wrong, so that it can be put right.')),
});

export const AnswerInput = z.object({ words: said(4000, () => t('Write your answer first.')) });

export const OutcomeInput = z.object({
  outcome: z.enum(OUTCOMES, { error: () => t('Choose what comes of it.') }),
  reason: said(2000, () => t('Say why: both sides read it.')),
});
