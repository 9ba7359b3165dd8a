import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { CHARTS } from './chart-kinds.ts';
import { dayIn } from './dates.ts';
import { numberIn } from './numbers.ts';

function asNumber(text: string | null, context: z.RefinementCtx): number | null {
  const cell = numberIn(text ?? '', '.');
  if (!('problem' in cell)) return cell.value;
  context.addIssue({ code: 'custom', message: t('This is not a number.') });
  return null;
}

/** A number as people type it; empty is null. */
const number = z.string().nullable().default(null).transform(asNumber);

const day = z.string({ error: () => t('Give a date.') }).transform((text, context) => {
  const date = dayIn(text);
  if (!date)
    context.addIssue({ code: 'custom', message: t('This is not a date that we can read. Write it as 31/01/2024.') });
  return date ?? '';
});

export const MeasureInput = z.object({
  name: z
    .string({ error: () => t('Say what is measured.') })
    .trim()
    .min(1, { error: () => t('Say what is measured.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  unit: z
    .string()
    .trim()
    .max(40, { error: () => t('Please keep the unit under 40 characters.') })
    .default(''),
  better: z.enum(['up', 'down', 'neither'], { error: () => t('Choose which way is better.') }),
  definition: z
    .string()
    .trim()
    .max(2000, { error: () => t('Please keep this under 2,000 characters.') })
    .default(''),
  numerator: z
    .string()
    .trim()
    .max(300, { error: () => t('Please keep this under {most, number} characters.', { most: 300 }) })
    .default(''),
  denominator: z
    .string()
    .trim()
    .max(300, { error: () => t('Please keep this under {most, number} characters.', { most: 300 }) })
    .default(''),
  chart: z.enum(CHARTS, { error: () => t('Choose a chart.') }).default('xmr'),
  target: number,
  places: z.coerce
    .number({ error: () => t('Give a whole number from 0 to 6.') })
    .int({ error: () => t('Give a whole number from 0 to 6.') })
    .min(0, { error: () => t('Give a whole number from 0 to 6.') })
    .max(6, { error: () => t('Give a whole number from 0 to 6.') })
    .nullable()
    .default(null),
});

export const ReadingsInput = z.object({
  date: z.string().optional(),
  value: z.string().optional(),
  text: z.string().default(''),
  sheet: z.string().optional(),
  nobody: z.string().optional(),
  confirmed: z.string().optional(),
  again: z.string().optional(),
});

/** The one field of a reminder. */
export const ValueInput = z.object({
  value: z.string({ error: () => t('Type a number, or n/a if nobody measured.') }).transform(asNumber),
});

export const CorrectionInput = z.object({
  value: number,
  reason: z
    .string({ error: () => t('Say why the reading changes.') })
    .trim()
    .min(3, { error: () => t('Say why the reading changes.') })
    .max(500, { error: () => t('Please keep the reason under 500 characters.') }),
});

export const WithdrawalInput = z.object({
  reason: z
    .string({ error: () => t('Say why the reading is withdrawn.') })
    .trim()
    .min(3, { error: () => t('Say why the reading is withdrawn.') })
    .max(500, { error: () => t('Please keep the reason under 500 characters.') }),
});

export const RebaseInput = z.object({
  startsOn: day,
  reason: z
    .string({ error: () => t('Say why the chart gets new limits.') })
    .trim()
    .min(3, { error: () => t('Say why the chart gets new limits.') })
    .max(200, { error: () => t('Please keep the reason under 200 characters.') }),
});

export const AnnotationInput = z.object({
  date: day,
  label: z
    .string({ error: () => t('Say in a few words what happened.') })
    .trim()
    .min(2, { error: () => t('Say in a few words what happened.') })
    .max(80, { error: () => t('Please keep it under 80 characters.') }),
});
