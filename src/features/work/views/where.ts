import { countryName } from '#kernel/countries.ts';
import type { Work } from '../works.ts';

/** The organisation and the place, or the words that the team chose instead of them. */
export function whereOf({
  organisation,
  place,
  shownAs,
  country,
}: Pick<Work, 'organisation' | 'place' | 'shownAs' | 'country'>): string {
  if (shownAs && !organisation) return shownAs;
  return [organisation?.name, place, countryName(country)].filter(Boolean).join(', ');
}
