import { z } from 'zod';
import { PATHWAYS } from '#features/membership/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { t } from '#kernel/words.ts';
import { ABOUT } from './answers.ts';

const name = z
  .string({ error: () => t('Tell us your name.') })
  .max(120, { error: () => t('Please keep the name under 120 characters.') });

export const InvitationInput = z.object({
  name: z
    .string({ error: () => t('Tell us whom you invite.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  email: z
    .email({ error: () => t('Give the e-mail address that the invitation goes to, such as name@example.org.') })
    .max(254, { error: () => t('That address is too long.') }),
  note: z
    .string({ error: () => t('Write a line or two of your own. It is what makes them read on.') })
    .max(1000, { error: () => t('Please keep your note under 1,000 characters.') }),
});

const tell = z
  .union([z.enum(ABOUT), z.array(z.enum(ABOUT))], {
    error: () => t('Tick what we may pass on, or nothing.'),
  })
  .optional()
  .transform((given) => [given ?? []].flat());

/** What begins an application, but for the address, which the link carries. */
const beginning = {
  name,
  country: z.enum(COUNTRIES, { error: () => t('Choose the country where you do most of this.') }),
  pathway: z.enum(PATHWAYS, { error: () => t('Choose what fits you best. All three are read alike.') }),
};

export const AcceptanceInput = z.object({ ...beginning, tell });

export const PermissionInput = z.object({ tell });

const day = (sentence: () => string) => z.iso.date({ error: sentence });
const key = z
  .string()
  .max(60, { error: () => t('Choose from the list, or leave it open.') })
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: () => t('Choose from the list, or leave it open.') })
  .optional();

export const CampaignInput = z
  .object({
    title: z
      .string({ error: () => t('Give the campaign a title.') })
      .max(100, { error: () => t('Please keep the title under 100 characters.') }),
    words: z
      .string({ error: () => t('Say whom you would like to reach, and why they would like to come.') })
      .max(2000, { error: () => t('Please keep this under 2,000 characters.') }),
    country: z.enum(COUNTRIES, { error: () => t('Choose one of the countries, or leave it open.') }).optional(),
    sector: key,
    background: key,
    opensOn: day(() => t('Say on which day it opens.')),
    closesOn: day(() => t('Say on which day it closes.')),
    goal: z.coerce
      .number({ error: () => t('Give a number of new members to hope for.') })
      .int({ error: () => t('Give a whole number.') })
      .min(1, { error: () => t('Hope for one new member at least.') })
      .max(100_000, { error: () => t('Hope for 100,000 new members at most.') }),
  })
  .refine(({ opensOn, closesOn }) => closesOn >= opensOn, {
    path: ['closesOn'],
    error: () => t('It cannot close before it opens.'),
  });

export const CampaignApplicationInput = z.object({
  ...beginning,
  email: z
    .email({ error: () => t('Give us an e-mail address such as name@example.org. Our letters go there.') })
    .max(254, { error: () => t('That address is too long.') }),
  'leave-empty': z
    .never({ error: () => t('One hidden field has to stay empty. Please send the form once more.') })
    .optional(),
  begun: z.string().catch(''), // a form without it was filled in by no person
});

/** Where somebody looks for who is missing; nonsense falls back to their own. */
export const AreaQuery = z.object({
  country: z.enum(COUNTRIES).optional().catch(undefined),
  region: z.string().max(40).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
