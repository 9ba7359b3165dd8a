import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { LICENCES } from '../licences.ts';
import { ANSWERS } from './questions.ts';

const answer = z.enum(ANSWERS, { error: () => t('Please answer this question.') });

/** Publishing: the three questions, and who may see it. */
export const PublicationInput = z.object({
  data: answer,
  counts: answer,
  names: answer,
  visibility: z.enum(['members', 'public'], { error: () => t('Choose who may see it.') }),
});

/** The same for a piece of work, with what others may do with it. */
export const WorkPublicationInput = PublicationInput.extend({
  licence: z.enum(LICENCES, { error: () => t('Choose what others may do with it.') }).default('all-rights'),
});
