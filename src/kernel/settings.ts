import type { Actor } from './actor.ts';
import type { Db } from './database/index.ts';

/** What a steward can set, with what holds until then. */
export const DEFAULTS = {
  'community.name': 'Cairn',
  'community.strapline': 'an improvement community',
  'community.founded': false,
  'community.demo': false,
  'membership.assessments': 2,
  'membership.promise-days': 28,
} as const;

export type Settings = { -readonly [Key in keyof typeof DEFAULTS]: Widened<(typeof DEFAULTS)[Key]> };
type Widened<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T;

export async function read(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('settings').select(['key', 'value']).execute();
  return { ...DEFAULTS, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
}

export async function write<Key extends keyof Settings>(
  db: Db,
  key: Key,
  value: Settings[Key],
  actor: Actor,
): Promise<void> {
  const row = { key, value: JSON.stringify(value), changed_at: actor.at, changed_by: actor.id };
  await db
    .insertInto('settings')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}
