import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { needed, words } from '../fields.ts';

const telling = {
  changed: needed(4000, () => t('Say what you changed, or that you changed nothing.')),
  stayed: words(4000),
  happened: words(4000),
};

export const TellingInput = z.object({
  work: z
    .string({ error: () => t('Choose the work in which you tried it.') })
    .max(200, { error: () => t('Choose the work in which you tried it.') }),
  ...telling,
});

export const RetellingInput = z.object(telling);

export const NoteInput = z.object({ words: needed(2000, () => t('Write your note first.')) });
