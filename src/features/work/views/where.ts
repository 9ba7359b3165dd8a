import { countryName } from '#kernel/countries.ts';
import type { Work } from '../works.ts';

type Placed = Pick<Work, 'organisation' | 'place' | 'shownAs' | 'country'>;

/** The organisation and the place, or, for those from whom its team keeps them, the words that it chose instead. */
export function whereOf(work: Placed): string {
  return work.organisation || work.place ? named(work) : shownWhere(work);
}

/** What everybody may read, whoever asks: for what leaves this house. */
export function shownWhere(work: Placed): string {
  return work.shownAs || named(work);
}

function named({ organisation, place, country }: Placed): string {
  return [organisation?.name, place, countryName(country)].filter(Boolean).join(', ');
}
