import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { dayOf } from '#kernel/format.ts';
import type { Shown } from './describing.ts';
import { FIELD_OF, type Field, type Kind } from './fields.ts';
import type { Offer } from './offers.ts';
import { COLUMNS, type Person } from './people.ts';
import { fieldsSeen, type Visibilities } from './visibility.ts';

/** A person as one reader sees them: what that reader may not see is not in it. */
export type Profile = Person & {
  about: string;
  backgroundWords: string;
  canHelp: string;
  lookingFor: string;
  orcid: string | null;
  /** Of the picture's file: a new picture has a new address. */
  photo: string | null;
  place: { key: string; town: string | null; region: string | null; shown: Shown } | null;
  terms: Record<Kind, string[]>;
  offers: Offer[];
  visibilities: Visibilities;
  listed: boolean;
  seen: ReadonlySet<Field>;
};

/** What the reader may see of a person that they may see. */
export async function of(db: Db, person: Person, actor: Actor): Promise<Profile> {
  const profile = (await among(db, [person.id], actor)).get(person.id);
  if (!profile) throw new NotFound();
  return profile;
}

/** What the reader may see of these people, by id: one query for a page of them. */
export async function among(db: Db, ids: string[], actor: Actor): Promise<Map<string, Profile>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .leftJoin('places as area', 'area.key', 'people.place_key')
    .leftJoin('places as region', 'region.key', 'area.region_key')
    .select(COLUMNS)
    .select([
      'people.about',
      'people.background_words as backgroundWords',
      'people.can_help as canHelp',
      'people.looking_for as lookingFor',
      'people.orcid',
      'people.photo_id as photo',
      'people.place_shown as shown',
      'area.key as placeKey',
      'region.short_name as region',
      sql<string | null>`case when area.kind in ('area', 'local') then area.short_name end`.as('town'),
      sql<{ kind: Kind; key: string }[]>`(select coalesce(json_agg(json_build_object('kind', t.kind, 'key', t.key)
        order by t.kind, t.key), '[]') from profile_terms t where t.person_id = people.id)`.as('chosen'),
      sql<Offer[]>`(select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'skill', o.skill,
        'hours', o.hours, 'note', o.note, 'until', o.until) order by o.made_at, o.id), '[]')
        from offers o where o.person_id = people.id)`.as('offers'),
      sql<Visibilities>`(select coalesce(json_object_agg(v.field, v.visibility), '{}')
        from profile_visibilities v where v.person_id = people.id)`.as('visibilities'),
      sql<boolean>`exists (select from profile_listings l where l.person_id = people.id)`.as('listed'),
    ])
    .where('people.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, seenBy(actor, row)]));
}

type Row = Omit<Profile, 'place' | 'terms' | 'seen'> & {
  shown: Shown;
  placeKey: string | null;
  town: string | null;
  region: string | null;
  chosen: { kind: Kind; key: string }[];
};

/** The row without what the reader may not see. */
function seenBy(actor: Actor, { shown, placeKey, town, region, chosen, ...row }: Row): Profile {
  const seen = fieldsSeen(row, actor);
  const own = actor.id === row.id;
  const text = (field: Field, value: string) => (seen.has(field) ? value : '');
  const place = { key: placeKey ?? '', town, region, shown };
  return {
    ...row,
    seen,
    country: seen.has('place') ? row.country : null,
    about: text('about', row.about),
    backgroundWords: text('background', row.backgroundWords),
    canHelp: text('canHelp', row.canHelp),
    lookingFor: text('lookingFor', row.lookingFor),
    orcid: seen.has('orcid') ? row.orcid : null,
    photo: seen.has('photo') ? row.photo : null,
    place: placeKey !== null && seen.has('place') ? (own ? place : asShown(place)) : null,
    terms: termsOf(chosen.filter(({ kind }) => seen.has(FIELD_OF[kind]))),
    offers: seen.has('hours')
      ? row.offers.filter(({ until }) => own || until === null || until >= dayOf(actor.at))
      : [],
    visibilities: own ? row.visibilities : {},
  };
}

/** No finer than the person shows it. */
function asShown(place: NonNullable<Profile['place']>): Profile['place'] {
  if (place.shown === 'town') return place;
  return place.shown === 'region' ? { ...place, key: '', town: null } : null;
}

function termsOf(chosen: { kind: Kind; key: string }[]): Record<Kind, string[]> {
  const of = (kind: Kind) => chosen.filter((one) => one.kind === kind).map(({ key }) => key);
  return {
    background: of('background'),
    sector: of('sector'),
    topic: of('topic'),
    skill: of('skill'),
    language: of('language'),
    mode: of('mode'),
    method: of('method'),
  };
}

/** How many organisations a person names. */
export async function affiliationsOf(db: Db, personId: string): Promise<number> {
  const { n } = await db
    .selectFrom('affiliations')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return n;
}
