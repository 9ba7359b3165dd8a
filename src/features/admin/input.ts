import { profiles } from '@cairn/spc';
import { z } from 'zod';
import { ROLES } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { ROOMS } from '#kernel/rooms.ts';
import { t } from '#kernel/words.ts';

const whole = (low: number, high: number) =>
  z.coerce
    .number({ error: () => t('Give a whole number from {low} to {high}.', { low, high }) })
    .int({ error: () => t('Give a whole number from {low} to {high}.', { low, high }) })
    .min(low, { error: () => t('Give a whole number from {low} to {high}.', { low, high }) })
    .max(high, { error: () => t('Give a whole number from {low} to {high}.', { low, high }) });

export const SettingsInput = z.object({
  name: z
    .string({ error: () => t('Give your community a name.') })
    .trim()
    .min(1, { error: () => t('Give your community a name.') })
    .max(80, { error: () => t('Please keep the name under 80 characters.') }),
  strapline: z
    .string()
    .trim()
    .max(120, { error: () => t('Please keep this under 120 characters.') })
    .default(''),
  assessments: whole(1, 5),
  promiseDays: whole(1, 365),
});

/** A draft is kept for a month at least: its writer hears of its end two weeks before. */
export const KeepingInput = z.object({
  draftMonths: whole(1, 24),
  applicationMonths: whole(1, 120),
  letterDays: whole(1, 365),
});

const address = z
  .url({ protocol: /^https?$/, error: () => t('Give the whole address, beginning with https://') })
  .max(300, { error: () => t('Please keep this under 300 characters.') })
  .default('');

export const AdviceInput = z.object({
  england: address,
  ireland: address,
  'northern-ireland': address,
  scotland: address,
  wales: address,
});

export const EvidenceInput = z.object({
  profile: z
    .string({ error: () => t('Choose a profile.') })
    .refine((name) => Object.values(profiles).some((profile) => profile.name === name && profile.rules.shift), {
      error: () => t('Choose a profile.'),
    }),
});

export const ClosingInput = z.object({
  sentence: z
    .string()
    .trim()
    .max(300, { error: () => t('Please keep this under 300 characters.') })
    .default(''),
});

export const AppointmentInput = z.object({
  email: z.email({ error: () => t('Type the e-mail address in full.') }),
  role: z.enum(ROLES, { error: () => t('Choose a role.') }).exclude(['member'], { error: () => t('Choose a role.') }),
  country: z
    .enum(COUNTRIES, { error: () => t('Choose a country from the list.') })
    .nullable()
    .default(null),
});

export const Place = z.object({ person: z.uuid(), role: z.enum(ROLES), country: z.enum([...COUNTRIES, 'all']) });
export const RoomName = z.enum(ROOMS);
