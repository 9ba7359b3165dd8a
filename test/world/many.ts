import { FIELDS, offers, people } from '#features/people/index.ts';
import { MODES, methodChoices } from '#features/reference/index.ts';
import { publications, sharesOf, works } from '#features/work/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import * as roles from '#kernel/roles.ts';
import { actorFor } from '#kernel/session/index.ts';
import { random } from './random.ts';
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

/** Enough members, and a tenth as many pieces of work, to measure by. */
export async function addMany(db: Db, howMany: number, now: Date): Promise<void> {
  const dice = random(101);
  const facets = random(102); // of its own: what was drawn before stays
  const { terms: kinds, areas } = await choicesOf(db);
  for (let n = 0; n < howMany; n += 1) {
    const joined = cairnItself(new Date(now.getTime() - dice.whole(1, 2900) * 86_400_000));
    const name = `${dice.pick(FIRST)} ${dice.pick(LAST)}${n % 7 === 0 ? `-${dice.pick(LAST)}` : ''}`;
    const id = await people.meet(db, { email: `member${n}@many.example`, name }, joined);
    dice.pick(COUNTRIES);
    dice.pick(TOWNS);
    const profile = {
      headline: `Works on ${dice.pick(HELPS)}`,
      canHelp: dice.pick(HELPS),
      ...facetsOf(n),
      visibility: n % 10 === 0 ? 'members' : 'public',
    } as const;
    const person = await people.byId(db, id);
    await people.describe(db, person, profile, { ...joined, id });
    if (n % 6 === 0) {
      const offer = {
        kind: 'offer',
        skill: facets.pick(kinds.skill),
        hours: facets.whole(1, 20),
        note: '',
        until: null,
      } as const;
      await offers.make(db, person, offer, { ...joined, id });
    }
    await roles.grant(db, id, { role: 'member', country: null }, joined);
    if (n % 10 === 1) await share(db, id, n, joined.at);
  }

  /** What a member chose: a good many facets each, so that counting them is work. */
  function facetsOf(n: number) {
    const some = (keys: string[], most: number) =>
      Array.from({ length: facets.whole(0, most) }, () => facets.pick(keys));
    const terms = {
      background: some(kinds.background, 3),
      sector: some(kinds.sector, 2),
      topic: some(kinds.topic, 5),
      skill: some(kinds.skill, 4),
      language: some(kinds.language, 2),
      mode: some([...MODES], 2),
      method: some(METHODS, 5),
    };
    const fields = FIELDS.map((field) => [field, n % 13 === 0 ? 'members' : 'public'] as const);
    const place = { words: facets.pick(areas), shown: n % 5 === 0 ? 'region' : 'town' } as const;
    return { place, terms, visibilities: Object.fromEntries(fields) };
  }

  async function share(trx: Db, id: string, n: number, at: Date): Promise<void> {
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
}

async function choicesOf(db: Db) {
  const rows = await db.selectFrom('terms').select(['kind', 'key']).orderBy('kind').orderBy('position').execute();
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ key }) => key);
  const areas = await db.selectFrom('places').select('key').where('kind', '=', 'area').orderBy('key').execute();
  const terms = {
    background: of('background'),
    sector: of('sector'),
    topic: of('topic'),
    skill: of('skill'),
    language: of('language'),
  };
  return { terms, areas: areas.map(({ key }) => key) };
}
