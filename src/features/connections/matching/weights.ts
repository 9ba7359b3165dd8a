/** What is known of somebody who waits to meet somebody. Null: they have not said. */
export type Waiting = {
  id: string;
  country: string | null;
  sector: string | null;
  background: string | null;
  place: string | null;
  meets: 'either' | 'online' | 'in-person';
  /** A language that they would like to talk in, other than English. */
  language: string | null;
  /** Went without in the last round: comes first in this one. */
  waited: boolean;
};

/** That two people meet at all counts for more than how well each of a block is matched. */
const MEETING = 1_000_000;
/** Whoever went without last time comes before every preference. */
const WAITED = 20_000;
/** Meeting somebody from elsewhere is what introductions are for; two wishes weigh about as much. */
const POINTS = { country: 300, sector: 250, background: 200, language: 250, near: 500, apart: -200 } as const;

/** How good a meeting of two would be: a whole number, always positive. */
export function weigh(one: Waiting, other: Waiting): number {
  return (
    MEETING +
    (one.waited ? WAITED : 0) +
    (other.waited ? WAITED : 0) +
    (differ(one.country, other.country) ? POINTS.country : 0) +
    (differ(one.sector, other.sector) ? POINTS.sector : 0) +
    (differ(one.background, other.background) ? POINTS.background : 0) +
    (one.language !== null && one.language === other.language ? POINTS.language : 0) +
    meeting(one, other)
  );
}

/** Without MEETING: how well two suit each other, for telling matchings apart. */
export function suiting(one: Waiting, other: Waiting): number {
  return weigh(one, other) - MEETING;
}

function meeting(one: Waiting, other: Waiting): number {
  if (one.meets === 'online' && other.meets === 'online') return 0;
  if (one.meets === 'online' || other.meets === 'online')
    return one.meets === 'in-person' || other.meets === 'in-person' ? POINTS.apart : 0;
  const near = one.place !== null && one.country === other.country && one.place === other.place;
  return near && (one.meets === 'in-person' || other.meets === 'in-person') ? POINTS.near : 0;
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}
