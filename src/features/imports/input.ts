import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { t } from '#kernel/words.ts';

/** A column of the sheet, from 0. */
const columnOr = (sentence: () => string) =>
  z
    .string({ error: sentence })
    .regex(/^\d{1,2}$/, { error: sentence })
    .transform(Number);
const open = columnOr(() => t('Choose one of the columns.'))
  .optional()
  .transform((given) => given ?? null);

/** Which column holds what. */
export const MappingInput = z
  .object({
    email: columnOr(() => t('Say which column holds the e-mail address.')),
    name: open,
    firstName: open,
    lastName: open,
    headline: open,
    country: open,
    otherwise: z
      .enum(COUNTRIES, { error: () => t('Choose one of the countries, or leave it open.') })
      .optional()
      .transform((given) => given ?? null),
  })
  .refine(({ name, firstName, lastName }) => name !== null || firstName !== null || lastName !== null, {
    path: ['name'],
    error: () => t('Say which column holds the name, or the first and the last name.'),
  });

const rowNumber = z.coerce
  .number({ error: () => t('Tick rows that are there.') })
  .int({ error: () => t('Tick rows that are there.') });

/** Which rows are left out. */
export const StartInput = z.object({
  'leave-out': z
    .union([rowNumber, z.array(rowNumber)], { error: () => t('Tick rows that are there.') })
    .optional()
    .transform((given) => [given ?? []].flat()),
});

export const ConfirmationInput = z.object({
  name: z
    .string({ error: () => t('Tell us your name.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  country: z.enum(COUNTRIES, { error: () => t('Choose the country where you do most of this.') }),
  compact: z.literal('yes', {
    error: () => t('Please read the compact, and tick the box if you can agree to it.'),
  }),
});
