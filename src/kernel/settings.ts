import type { Actor } from './actor.ts';
import type { Db } from './database/index.ts';

/** What a steward can set, with what holds until then. */
export const DEFAULTS = {
  'community.name': 'Cairn',
  'community.strapline': 'an improvement community',
  'community.founded': false,
  'community.demo': false,
  /** What is open. A new community begins with the landscape and the cases closed. */
  'rooms.landscape': true,
  'rooms.cases': true,
  'rooms.joining': true,
  /** Said on /join while no applications are taken. */
  'rooms.joining-sentence': '',
  'membership.assessments': 2,
  'membership.promise-days': 28,
  /** Assessors read without the applicant's name until everybody has read. */
  'membership.hide-names': false,
  /** How long somebody who was answered "not now" may appeal. */
  'membership.appeal-days': 60,
  'evidence.profile': 'nhs-mdc',
  /** Where one learns locally whether this is improvement, audit or research: an address for each country, or none. */
  'advice.england': '',
  'advice.ireland': '',
  'advice.northern-ireland': '',
  'advice.scotland': '',
  'advice.wales': '',
  /** How often members are introduced to each other. */
  'introductions.rhythm': 'monthly',
  /** How long is kept: drafts that nobody sent, applications that did not end in membership, letters. */
  'retention.draft-months': 3,
  'retention.application-months': 24,
  'retention.letter-days': 90,
} as const;

export type Settings = { -readonly [Key in keyof typeof DEFAULTS]: Widened<(typeof DEFAULTS)[Key]> };
type Widened<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T;

const FRESH = 5_000;
let known: { settings: Settings; db: Db; until: number } | null = null;

/** The settings for a page: at most five seconds old where another Cairn changed them, at once where this one did. */
export async function current(db: Db, at: Date): Promise<Settings> {
  if (known?.db === db && known.until > at.getTime()) return known.settings;
  const fresh = { settings: await read(db), db, until: at.getTime() + FRESH };
  known = fresh;
  return fresh.settings;
}

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
  known = null;
  const row = { key, value: JSON.stringify(value), changed_at: actor.at, changed_by: actor.id };
  await db
    .insertInto('settings')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}
