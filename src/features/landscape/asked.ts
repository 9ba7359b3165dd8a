import { z } from 'zod';
import { STATES } from '#features/work/index.ts';
import { type View, viewIn, viewName } from '#kernel/zoom.ts';
import type { Filter } from './filter.ts';
import { SORTS } from './listing.ts';

const year = z
  .string()
  .trim()
  .regex(/^\d{4}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

const key = z.string().trim().min(1).max(80).optional().catch(undefined);

/** What an address asks of the landscape. What cannot be understood in it is left out. */
export const Asked = z
  .object({
    state: z.enum(STATES).optional().catch(undefined),
    place: key,
    country: key, // the name that `place` had
    sector: key,
    topic: key,
    method: key,
    from: year,
    to: year,
    as: z.enum(['list', 'table']).catch('list'),
    sort: z.enum(SORTS).catch('mode'),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
    view: z.string().optional().transform(viewIn),
  })
  .transform(({ country, ...asked }) => ({ ...asked, place: asked.place ?? country }));
export type Asked = z.output<typeof Asked>;

/** The address that shows this; what is usual is left out of it. */
export function addressOf(asked: Partial<Asked>, path = '/landscape'): string {
  const { as, sort, page, view } = asked;
  const query = new URLSearchParams(filterIn(asked));
  if (as === 'table') query.set('as', as);
  if (sort && sort !== 'mode') query.set('sort', sort);
  if (page && page > 1) query.set('page', String(page));
  if (view && viewName(view) !== '') query.set('view', viewName(view));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The filter as the fields of an address. */
export function filterIn({ state, place, sector, topic, method, from, to }: Filter): [string, string][] {
  return Object.entries({ state, place, sector, topic, method, from, to }).flatMap(
    ([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]),
  );
}

export type { View };
