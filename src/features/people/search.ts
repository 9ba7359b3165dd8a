import { sql } from 'kysely';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';
import * as jobs from '#kernel/jobs.ts';
import { FIELD_OF, FIELDS } from './fields.ts';
import { AT_FIRST } from './visibility.ts';

const DAY = 86_400_000;

/** Writes anew how a person may be found. */
export async function index(db: Db, personId: string, at: Date): Promise<void> {
  await indexMany(db, [personId], at);
}

export async function indexMany(db: Db, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('people_search').where('person_id', 'in', ids).execute();
    await write(trx, ids, at);
    await number(trx, ids);
  });
}

/** Asks for it to be written anew when a day has passed: an offer that is over finds nobody. */
export function indexAfter(db: Db, personId: string, day: string): Promise<void> {
  return jobs.enqueue(db, 'people.index', { person: personId }, { after: new Date(Date.parse(day) + DAY) });
}

export function handlers(db: Db, now: () => Date): jobs.Handlers {
  return { 'people.index': async ({ person }) => (person ? index(db, person, now()) : undefined) };
}

/** Writes the search documents that are missing: after an upgrade that emptied the table. At each start. */
export async function indexMissing(db: Db, at: Date): Promise<void> {
  const missing = await db
    .selectFrom('people')
    .select('id')
    .where('erased_at', 'is', null)
    .where('visibility', '<>', 'private')
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('people_search').select('person_id').whereRef('person_id', '=', 'people.id'))),
    )
    .execute();
  await indexMany(
    db,
    missing.map(({ id }) => id),
    at,
  );
}

const FIELDS_OF_KINDS = sql.join(Object.entries(FIELD_OF).map(([kind, field]) => sql`(${kind}, ${field})`));

/**
 * One document for each audience that sees the profile, of the fields that this audience sees: whoever may not read a field
 * cannot find, count or sort by it either.
 */
async function write(db: Db, ids: string[], at: Date): Promise<void> {
  const today = sql`${dayOf(at)}::date`;
  await sql`
    with person as (
      select p.*, a.audience, area.region_key, array(
          select field from unnest(${[...FIELDS]}::text[]) as field
          where coalesce(
            (select v.visibility from profile_visibilities v where v.person_id = p.id and v.field = field.field),
            ${AT_FIRST}) = any (a.circles)) as seen
      from people p
      join (values ('members', array['members', 'public']), ('public', array['public'])) as a (audience, circles)
        on p.visibility = any (a.circles)
      left join places area on area.key = p.place_key
      where p.id = any (${ids}::uuid[]) and p.erased_at is null
    ), chosen as (
      select p.id, p.audience, t.kind, t.key
      from person p
      join profile_terms t on t.person_id = p.id
      join (values ${FIELDS_OF_KINDS}) as f (kind, field) on f.kind = t.kind and f.field = any (p.seen)
      union
      select p.id, p.audience, 'sector', o.sector
      from person p join affiliations w on w.person_id = p.id join organisations o on o.id = w.organisation_id
      where 'affiliations' = any (p.seen)
      union
      select p.id, p.audience, 'skill', o.skill
      from person p join offers o on o.person_id = p.id
      where o.kind = 'offer' and coalesce(o.until, 'infinity') >= ${today} and 'hours' = any (p.seen)
      union
      select p.id, p.audience, 'country', p.country from person p where p.country is not null and 'place' = any (p.seen)
      union
      select p.id, p.audience, 'region', p.region_key
      from person p where p.region_key is not null and p.place_shown <> 'country' and 'place' = any (p.seen)
    ), gathered as (
      select c.id, c.audience, array_agg(c.kind || ':' || c.key) as facets,
        string_agg(coalesce(t.name, replace(c.key, '-', ' ')), ' ') filter (where c.kind not in ('country', 'region')) as names
      from chosen c left join terms t on t.kind = c.kind and t.key = c.key
      group by c.id, c.audience
    )
    insert into people_search
      (person_id, audience, words, name_plain, name, added_at, facets, place_key, hours_seen)
    select p.id, p.audience,
      setweight(to_tsvector('cairn', p.name), 'A')
        || setweight(to_tsvector('cairn', p.headline), 'B')
        || to_tsvector('cairn', concat_ws(' ',
          case when 'about' = any (p.seen) then p.about end,
          case when 'canHelp' = any (p.seen) then p.can_help end,
          case when 'lookingFor' = any (p.seen) then p.looking_for end,
          case when 'background' = any (p.seen) then p.background_words end,
          g.names,
          case when 'place' = any (p.seen) then concat_ws(' ', country.name, region.short_name, town.short_name) end,
          case when 'affiliations' = any (p.seen) then
            (select string_agg(o.name || ' ' || w.title, ' ')
              from affiliations w join organisations o on o.id = w.organisation_id where w.person_id = p.id) end,
          case when 'hours' = any (p.seen) then
            (select string_agg(o.note, ' ')
              from offers o where o.person_id = p.id and coalesce(o.until, 'infinity') >= ${today}) end)),
      plain(p.name), p.name, p.added_at,
      coalesce(g.facets, '{}'),
      case when 'place' = any (p.seen) then coalesce(town.key, region.key) end,
      'hours' = any (p.seen)
    from person p
    left join gathered g on g.id = p.id and g.audience = p.audience
    left join places country on country.kind = 'country' and country.country = p.country
    left join places region on region.key = p.region_key and p.place_shown <> 'country'
    left join places town on town.key = p.place_key and p.place_shown = 'town' and town.kind <> 'country'`.execute(db);
}

/** How many decimal digits of a tally one value has (SQL: `tally_of`): as many people as they can count may choose it. */
export const DIGITS = 8;

/** Writes the facets of these people's documents by their numbers, and numbers values that nobody had before. */
async function number(db: Db, ids: string[]): Promise<void> {
  const unknown = sql`
    select distinct value from people_search s, unnest(s.facets) as value
    where s.person_id = any (${ids}::uuid[]) and value not in (select v.value from facet_values v)`;
  const { rows } = await unknown.execute(db);
  if (rows.length > 0) {
    await sql`lock table facet_values in share row exclusive mode`.execute(db); // no number twice, and no gap
    await sql`insert into facet_values (no, value)
      select (select coalesce(max(no), -1) from facet_values) + row_number() over (order by value), value
      from (${unknown}) as new`.execute(db);
  }
  await sql`
    update people_search s set facet_nos = array(select v.no from facet_values v where v.value = any (s.facets))
    where s.person_id = any (${ids}::uuid[])`.execute(db);
}
