import { t } from './words.ts';

/** The five countries, as pages say for nation. */
export const COUNTRIES = ['england', 'ireland', 'northern-ireland', 'scotland', 'wales'] as const;
export type Country = (typeof COUNTRIES)[number];

const NAMES: Record<Country, () => string> = {
  england: () => t('England'),
  ireland: () => t('Ireland'),
  'northern-ireland': () => t('Northern Ireland'),
  scotland: () => t('Scotland'),
  wales: () => t('Wales'),
};

export function countryName(country: Country): string {
  return NAMES[country]();
}

/** The countries as choices of a form. */
export function countryChoices(): { value: Country; label: string }[] {
  return COUNTRIES.map((value) => ({ value, label: countryName(value) }));
}
