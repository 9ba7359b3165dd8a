import { MODES, type Mode, methodName, modeName, type places, type terms } from '#features/reference/index.ts';
import { COUNTRIES, countryName } from '#kernel/countries.ts';
import { t } from '#kernel/words.ts';
import type { Facet, Sort } from './directory.ts';
import type { Kind } from './fields.ts';
import type { Offer } from './offers.ts';
import type { Profile } from './profiles.ts';

/** The names of what people choose, for one page. */
export type Names = { vocabulary: terms.Vocabulary; regions: places.Place[] };

export function termName({ vocabulary }: Names, kind: Kind, key: string): string {
  if (kind === 'method') return methodName(key);
  if (kind === 'mode') return isMode(key) ? modeName(key) : key;
  return vocabulary.name(kind, key);
}

export function valueName(names: Names, facet: Facet, key: string): string {
  if (facet === 'country') return COUNTRIES.filter((country) => country === key).map(countryName)[0] ?? key;
  if (facet === 'region') return names.regions.find((region) => region.key === key)?.shortName ?? key;
  return termName(names, facet, key);
}

export function facetName(facet: Facet): string {
  return FACET[facet]();
}

const FACET: Record<Facet, () => string> = {
  country: () => t('Country'),
  region: () => t('Region'),
  sector: () => t('Sector'),
  background: () => t('Background'),
  topic: () => t('Topic'),
  mode: () => t('Kind of work'),
  method: () => t('Method'),
  skill: () => t('Can help with'),
  language: () => t('Language'),
};

const SORT: Record<Sort, () => string> = {
  name: () => t('Name'),
  newest: () => t('Newest here'),
  best: () => t('Best match'),
  nearest: () => t('Nearest'),
};

export function sortName(sort: Sort): string {
  return SORT[sort]();
}

/** "Leeds, North East and Yorkshire, England", as far as it may be seen. */
export function whereOf({ place, country }: Pick<Profile, 'place' | 'country'>): string {
  const parts = [place?.town, place?.region, country && countryName(country)].filter(Boolean);
  return [...new Set(parts)].join(', ');
}

/** "6 hours of data analysis to lend". */
export function offerName(names: Names, { kind, hours, skill }: Offer): string {
  const what = names.vocabulary.name('skill', skill).toLowerCase();
  return kind === 'offer'
    ? t('{hours, plural, one {# hour} other {# hours}} of {what} to lend', { hours, what })
    : t('Would like {hours, plural, one {# hour} other {# hours}} of {what}', { hours, what });
}

function isMode(key: string): key is Mode {
  return MODES.some((mode) => mode === key);
}
