import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { shortIdIn } from '#kernel/ids.ts';
import { t } from '#kernel/words.ts';
import type { Description } from './describing.ts';
import { SCHEMES } from './identifiers.ts';

export const ListQuery = z.object({
  words: z.string().trim().min(1).max(200).optional().catch(undefined),
  country: z.enum(COUNTRIES).optional().catch(undefined),
  sector: z.string().min(1).max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const PageQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

const identifier = z
  .string()
  .trim()
  .max(40, { error: () => t('This number is too long. Please check it.') })
  .optional();

/** `sectors` are those that may be chosen. */
export function descriptionInput(sectors: readonly string[]) {
  return z
    .object({
      name: z
        .string({ error: () => t('Give the organisation’s name.') })
        .trim()
        .min(1, { error: () => t('Give the organisation’s name.') })
        .max(200, { error: () => t('Please keep the name under 200 characters.') }),
      sector: z
        .string({ error: () => t('Choose a sector.') })
        .refine((sector) => sectors.includes(sector), { error: () => t('Choose a sector.') }),
      country: z.enum(COUNTRIES, { error: () => t('Choose a country.') }),
      place: z
        .string()
        .trim()
        .max(120, { error: () => t('Please keep this under 120 characters.') })
        .nullable()
        .default(null),
      ods: identifier,
      'charity-england-wales': identifier,
      'charity-scotland': identifier,
      'charity-northern-ireland': identifier,
      'charity-ireland': identifier,
      'company-uk': identifier,
      'company-ireland': identifier,
      ror: identifier,
    })
    .transform((typed): Description => {
      const { name, sector, country, place } = typed;
      const identifiers = SCHEMES.flatMap((scheme) => {
        const value = typed[scheme];
        return value ? [{ scheme, value }] : [];
      });
      return { name, sector, country, place, identifiers };
    });
}

/** The short id at the end of an address that somebody pasted: a path, or a whole link. */
const addressed = z
  .string({ error: () => t('Paste the other organisation’s address.') })
  .trim()
  .transform((typed, context) => {
    const short = /\/organisations\/[^/?#]+/.test(typed) ? shortIdIn(typed.replace(/[?#].*$/, '')) : null;
    if (short) return short;
    context.addIssue({ code: 'custom', message: t('That is not the address of an organisation here.') });
    return z.NEVER;
  });

export const MergerInput = z.object({ into: addressed });
export const DistinctionInput = z.object({ other: addressed });
