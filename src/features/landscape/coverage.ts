import { places } from '#features/reference/index.ts';
import type { Db } from '#kernel/database/index.ts';

let known: { regions: Promise<places.Place[]>; db: Db } | null = null;

/** The regions of the five countries: they come with Cairn, and change only with it. */
export function regions(db: Db): Promise<places.Place[]> {
  if (known?.db !== db) known = { regions: places.regions(db), db };
  return known.regions;
}
