import type { Insertable } from 'kysely';
import { FIELDS, indexMany } from '#features/people/index.ts';
import { MODES, methodChoices } from '#features/reference/index.ts';
import { publications, sharesOf, works } from '#features/work/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import type { Db, Schema } from '#kernel/database/index.ts';
import { newId, shortId, slug } from '#kernel/ids.ts';
import { actorFor } from '#kernel/session/index.ts';
import { type Random, random } from './random.ts';
import { TOLD } from './works.ts';

const FIRST = [
  'Ada',
  'Bilal',
  'Cerys',
  'Donal',
  'Esther',
  'Farah',
  'Gavin',
  'Hana',
  'Iwan',
  'Jess',
  'Kofi',
  'Lorna',
  'Mina',
  'Niall',
  'Olwen',
  'Pavel',
  'Ruari',
  'Saoirse',
  'Tomos',
  'Una',
];
const LAST = [
  'Ahmed',
  'Byrne',
  'Cameron',
  'Davies',
  'Evans',
  'Fraser',
  'Gallagher',
  'Hughes',
  'Iqbal',
  'Jenkins',
  'Kelly',
  'Lewis',
  'Murphy',
  'Nolan',
  'O’Shea',
  'Patel',
  'Quinn',
  'Rees',
  'Shaw',
  'Thomas',
];
const TOWNS = [
  'Saltmouth',
  'Abercennen',
  'Kinlochary',
  'Ballyreagh',
  'Carrigmore',
  'Wendle',
  'Pen-y-Cwm',
  'Port Skerra',
];
const HELPS = [
  'run charts',
  'coaching',
  'co-design with carers',
  'frailty',
  'discharge',
  'medicines',
  'mental health',
  'data',
];

const METHODS = methodChoices().map(({ value }) => value);

const BATCH = 500;

/** Enough members, and a tenth as many pieces of work, to measure by. */
export async function addMany(db: Db, howMany: number, now: Date): Promise<void> {
  const dice = random(103);
  const members = await addManyPeople(db, howMany, now);
  for (const [n, { id, joined }] of members.entries()) if (n % 10 === 1) await share(db, id, n, joined, dice);
}

type Row<Table extends keyof Schema> = Insertable<Schema[Table]>;

/**
 * The members alone. They are written by the hundred, as nobody could describe themselves: only their search documents are
 * made by the room that owns them.
 */
export async function addManyPeople(db: Db, howMany: number, now: Date): Promise<{ id: string; joined: Date }[]> {
  const dice = random(101);
  const choices = await choicesOf(db);
  const members: { id: string; joined: Date }[] = [];
  while (members.length < howMany) {
    const first = members.length;
    const batch = Array.from({ length: Math.min(BATCH, howMany - first) }, (_, i) =>
      memberOf(first + i, now, choices, dice),
    );
    await db
      .insertInto('people')
      .values(batch.map(({ person }) => person))
      .execute();
    await db
      .insertInto('person_emails')
      .values(batch.map(({ email }) => email))
      .execute();
    await db
      .insertInto('role_grants')
      .values(batch.map(({ grant }) => grant))
      .execute();
    await db
      .insertInto('profile_terms')
      .values(batch.flatMap(({ terms }) => terms))
      .execute();
    await db
      .insertInto('profile_visibilities')
      .values(batch.flatMap(({ open }) => open))
      .execute();
    await db
      .insertInto('offers')
      .values(batch.flatMap(({ lent }) => lent))
      .execute();
    members.push(...batch.map(({ person }) => ({ id: person.id, joined: new Date(person.added_at) })));
    await indexMany(
      db,
      batch.map(({ person }) => person.id),
      now,
    );
  }
  return members;
}

/** The n-th member in rows, with a good many facets, so that counting them is work. */
function memberOf(n: number, now: Date, { terms: kinds, areas }: Choices, dice: Random) {
  const joined = new Date(now.getTime() - dice.whole(1, 2900) * 86_400_000);
  const id = newId();
  const name = `${dice.pick(FIRST)} ${dice.pick(LAST)}${n % 7 === 0 ? `-${dice.pick(LAST)}` : ''}`;
  const area = dice.pick(areas);
  const person: Row<'people'> & { id: string; added_at: Date } = {
    id,
    short_id: shortId(id),
    slug: slug(name),
    name,
    headline: `Works on ${dice.pick(HELPS)}`,
    can_help: dice.pick(HELPS),
    country: area.country,
    place_key: area.key,
    place_shown: n % 5 === 0 ? 'region' : 'town',
    visibility: n % 10 === 0 ? 'members' : 'public',
    added_at: joined,
  };
  const some = (kind: Row<'profile_terms'>['kind'], keys: readonly string[], most: number) =>
    [...new Set(Array.from({ length: dice.whole(0, most) }, () => dice.pick(keys)))].map((key) => ({
      person_id: id,
      kind,
      key,
    }));
  return {
    person,
    email: { id: newId(), person_id: id, email: `member${n}@many.example`, is_primary: true, verified_at: joined },
    grant: { id: newId(), person_id: id, role: 'member' as const, granted_at: joined },
    terms: [
      ...some('background', kinds.background, 3),
      ...some('sector', kinds.sector, 2),
      ...some('topic', kinds.topic, 5),
      ...some('skill', kinds.skill, 4),
      ...some('language', kinds.language, 2),
      ...some('mode', MODES, 2),
      ...some('method', METHODS, 5),
    ],
    open: n % 13 === 0 ? [] : FIELDS.map((field) => ({ person_id: id, field, visibility: 'public' as const })),
    lent:
      n % 6 === 0
        ? [
            {
              id: newId(),
              person_id: id,
              kind: 'offer' as const,
              skill: dice.pick(kinds.skill),
              hours: dice.whole(1, 20),
              made_at: joined,
            },
          ]
        : [],
  };
}

async function share(trx: Db, id: string, n: number, at: Date, dice: Random): Promise<void> {
  const told = dice.pick(TOLD);
  const actor = await actorFor(trx, id, at);
  const [a = 0, b = 0, c = 0, d = 0] = [...told.modes].map((digit) => Number(digit) + dice.next());
  const shares = sharesOf({ iterative: a, pathways: b, 'operating-model': c, community: d });
  const given = {
    ...told,
    title: `${told.title} (${dice.pick(TOWNS)}, ${n})`,
    country: dice.pick(COUNTRIES),
    place: dice.pick(TOWNS),
    organisation: null,
    shownAs: '',
    methods: ['pdsa'],
    startedOn: null,
    shares,
  };
  const work = await works.share(trx, given, actor);
  await publications.publish(
    trx,
    work,
    { visibility: 'public', answers: { data: 'fine', counts: 'fine', names: 'fine' }, url: 'http://localhost' },
    actor,
  );
}

type Choices = Awaited<ReturnType<typeof choicesOf>>;

async function choicesOf(db: Db) {
  const rows = await db.selectFrom('terms').select(['kind', 'key']).orderBy('kind').orderBy('position').execute();
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ key }) => key);
  const areas = await db
    .selectFrom('places')
    .select(['key', 'country'])
    .where('kind', '=', 'area')
    .orderBy('key')
    .execute();
  const terms = {
    background: of('background'),
    sector: of('sector'),
    topic: of('topic'),
    skill: of('skill'),
    language: of('language'),
  };
  return { terms, areas };
}
