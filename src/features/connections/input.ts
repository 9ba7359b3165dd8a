import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { ANSWERS } from './answers.ts';
import { MEETS } from './opt-ins.ts';
import { RHYTHMS } from './rhythm.ts';

export const WishesInput = z.object({
  meets: z.enum(MEETS, { error: () => t('Choose how you would like to meet.') }),
  language: z
    .string()
    .max(60, { error: () => t('Choose a language from the list, or none.') })
    .nullable()
    .default(null),
  address: z
    .literal('yes', { error: () => t('Tick this, or leave it empty.') })
    .optional()
    .transform((ticked) => ticked === 'yes'),
});

export const AnswerInput = z.object({
  answer: z.enum(ANSWERS, { error: () => t('Choose one of the three.') }),
  words: z
    .string()
    .trim()
    .max(1000, { error: () => t('Please keep this under 1,000 characters.') })
    .default(''),
});

export const RhythmInput = z.object({
  rhythm: z.enum(RHYTHMS, { error: () => t('Choose how often there is a round.') }),
});
