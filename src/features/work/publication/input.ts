import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { ANSWERS } from './questions.ts';

const answer = z.enum(ANSWERS, { error: () => t('Please answer this question.') });

/** Publishing a piece of work, or a measure of it: the three questions, and who may see it. */
export const PublicationInput = z.object({
  data: answer,
  counts: answer,
  names: answer,
  visibility: z.enum(['members', 'public'], { error: () => t('Choose who may see it.') }),
});
