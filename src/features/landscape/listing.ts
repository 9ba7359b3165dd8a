import { MODES, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { keyOf, shelf } from '#kernel/drawn.ts';
import type { Picture, Spot } from './landscape.ts';
import { leadingMode } from './reach.ts';

export const SORTS = ['mode', 'recent', 'title'] as const;
export type Sort = (typeof SORTS)[number];
export type Line = { spot: Spot; work: Work };
export const PAGE_SIZE = 30;

/** A page of the works that are on the map; by mode, those that are most of it come first. */
export async function list(
  db: Db,
  picture: Picture,
  { sort, page }: { sort: Sort; page: number },
  actor: Actor,
): Promise<Line[]> {
  const shown = orders(keyOf(picture.key, sort), () => sorted(picture.spots, sort)).slice(
    (page - 1) * PAGE_SIZE,
    page * PAGE_SIZE,
  );
  const found = await works.among(
    db,
    shown.map(({ id }) => id),
    actor,
  );
  const byId = new Map(found.map((work) => [work.id, work]));
  return shown.flatMap((spot) => {
    const work = byId.get(spot.id);
    return work ? [{ spot, work }] : [];
  });
}

const orders = shelf<readonly Spot[]>(60);
const names = new Intl.Collator('en-GB', { numeric: true });

/** The spots come with what changed last first, and keep that order where nothing else decides. */
function sorted(spots: readonly Spot[], sort: Sort): readonly Spot[] {
  if (sort === 'recent') return spots;
  if (sort === 'title') return spots.toSorted((a, b) => names.compare(a.title, b.title));
  return spots
    .map((spot) => ({ spot, mode: leadingMode(spot.shares) }))
    .sort((a, b) => MODES.indexOf(a.mode) - MODES.indexOf(b.mode) || b.spot.shares[b.mode] - a.spot.shares[a.mode])
    .map(({ spot }) => spot);
}
