import type { Db } from '#kernel/database/index.ts';
import { t } from '#kernel/words.ts';

export const SCHEMES = [
  'ods',
  'charity-england-wales',
  'charity-scotland',
  'charity-northern-ireland',
  'charity-ireland',
  'company-uk',
  'company-ireland',
  'ror',
] as const;
export type Scheme = (typeof SCHEMES)[number];
export type Identifier = { scheme: Scheme; value: string };

/** What a register's numbers look like, and what it is called. */
const REGISTERS: Record<Scheme, { name: () => string; looks: RegExp }> = {
  ods: { name: () => t('NHS organisation code (ODS)'), looks: /^[A-Z0-9]{3,10}$/ },
  'charity-england-wales': { name: () => t('Charity number, England and Wales'), looks: /^\d{6,7}(-\d+)?$/ },
  'charity-scotland': { name: () => t('Charity number, Scotland'), looks: /^SC\d{6}$/ },
  'charity-northern-ireland': { name: () => t('Charity number, Northern Ireland'), looks: /^(NIC)?\d{6}$/ },
  'charity-ireland': { name: () => t('Charity number, Ireland'), looks: /^(CHY\s?)?\d{4,8}$/ },
  'company-uk': { name: () => t('Company number, UK'), looks: /^([A-Z]{2}\d{6}|\d{8})$/ },
  'company-ireland': { name: () => t('Company number, Ireland'), looks: /^\d{5,6}$/ },
  ror: { name: () => t('Research organisation (ROR)'), looks: /^0[a-hj-km-np-tv-z0-9]{6}\d{2}$/ },
};

export function schemeName(scheme: Scheme): string {
  return REGISTERS[scheme].name();
}

export function schemeChoices(): { value: Scheme; label: string }[] {
  return SCHEMES.map((value) => ({ value, label: schemeName(value) }));
}

/** The identifier as its register writes it; null when it cannot be one of that register's. */
export function normal({ scheme, value }: Identifier): Identifier | null {
  const bare = value.trim().replace(/^https:\/\/ror\.org\//i, '');
  const written = scheme === 'ror' ? bare.toLowerCase() : bare.toUpperCase();
  return REGISTERS[scheme].looks.test(written) ? { scheme, value: written } : null;
}

export async function of(db: Db, organisationId: string): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('organisation_identifiers')
    .select(['scheme', 'value'])
    .where('organisation_id', '=', organisationId)
    .orderBy('scheme')
    .orderBy('value')
    .execute();
  return rows.flatMap(({ scheme, value }) => {
    const known = SCHEMES.find((one) => one === scheme);
    return known ? [{ scheme: known, value }] : [];
  });
}
