import { z } from 'zod';
import { dayIn } from '#features/work/index.ts';
import { t } from '#kernel/words.ts';

/** Words that may be left out. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) })
    .default('');

/** Words that have to be there; `missing` is what is said when they are not. */
export const needed = (most: number, missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) });

/** A day, or none. */
export const day = z
  .string()
  .nullable()
  .default(null)
  .transform((text, context) => {
    const date = text === null ? null : dayIn(text);
    if (text !== null && !date)
      context.addIssue({ code: 'custom', message: t('This is not a date that we can read. Write it as 31/01/2024.') });
    return date;
  });
