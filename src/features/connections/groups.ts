import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { allow } from './policy.ts';

export type Group = { id: string; roundId: string; people: string[] };

/** Somebody in a round as those whom they meet may know them, and where Cairn writes to them. */
export type Member = {
  id: string;
  name: string;
  headline: string;
  canHelp: string;
  email: string;
  showsAddress: boolean;
};

/** Whom one meets. `address` of the profile is null for a former member; `email` unless everybody in the group shows it. */
export type Companion = Pick<Member, 'name' | 'headline' | 'canHelp'> & {
  id: string;
  address: string | null;
  email: string | null;
};
export type Introduction = { id: string; round: number; on: Date; latest: boolean; companions: Companion[] };

/** What they can help with; not where they keep it to themselves. */
const CAN_HELP = sql<string>`case when exists (select from profile_visibilities v
  where v.person_id = people.id and v.field = 'canHelp' and v.visibility = 'private') then '' else people.can_help end`;

const MOST = 60; // five years of months

/** The actor's introductions, the latest first. */
export async function mine(db: Db, actor: Actor): Promise<Introduction[]> {
  allow(actor, 'meet', {});
  const rows = await db
    .selectFrom('introduction_seats as mine')
    .innerJoin('introduction_rounds as round', 'round.id', 'mine.round_id')
    .innerJoin('introduction_seats as seat', 'seat.group_id', 'mine.group_id')
    .innerJoin('people', 'people.id', 'seat.person_id')
    .leftJoin('introduction_opt_ins as o', 'o.person_id', 'seat.person_id')
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 'seat.person_id').on('e.is_primary', '=', true),
    )
    .select(['mine.group_id as group', 'round.number', 'round.begun_at as on', 'people.id', 'people.name'])
    .select(['people.headline', CAN_HELP.as('canHelp'), 'people.erased_at as erasedAt', 'people.visibility'])
    .select(['e.email', 'o.shows_address as showsAddress'])
    .select(sql<string>`people.slug || '-' || people.short_id`.as('address'))
    .select(
      sql<boolean>`not exists (select from introduction_rounds later
      where later.number > round.number and later.matched_at is not null)`.as('latest'),
    )
    .where('mine.person_id', '=', actor.id)
    .orderBy('round.number', 'desc')
    .orderBy('seat.id')
    .limit(3 * MOST)
    .execute();
  return [...Map.groupBy(rows, ({ group }) => group)].map(([id, seats]) => {
    const [{ number = 0, on = actor.at, latest = false } = {}] = seats;
    const open = seats.every(({ showsAddress, erasedAt }) => showsAddress && erasedAt === null);
    const companions = seats
      .filter((seat) => seat.id !== actor.id)
      .map(({ id: person, name, headline, canHelp, address, email, erasedAt, visibility }) => ({
        ...{ id: person, name, headline, canHelp },
        address: erasedAt === null && visibility !== 'private' ? address : null,
        email: open ? email : null,
      }));
    return { id, round: number, on, latest, companions };
  });
}

/** Everybody in a round, to be asked for by their ids. */
export async function membersOf(db: Db, roundId: string): Promise<(ids: readonly string[]) => Member[]> {
  const rows = await db
    .selectFrom('introduction_seats as seat')
    .innerJoin('people', 'people.id', 'seat.person_id')
    .innerJoin('person_emails as e', 'e.person_id', 'people.id')
    .leftJoin('introduction_opt_ins as o', 'o.person_id', 'people.id')
    .select(['people.id', 'people.name', 'people.headline', CAN_HELP.as('canHelp'), 'e.email'])
    .select((eb) => eb.fn.coalesce('o.shows_address', sql<boolean>`false`).as('showsAddress'))
    .where('seat.round_id', '=', roundId)
    .where('e.is_primary', '=', true)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (ids) => ids.flatMap((id) => byId.get(id) ?? []);
}
