import { people } from '#features/people/index.ts';
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

/** Enough members, and a tenth as many pieces of work, to measure by. */
export async function addMany(db: Db, howMany: number, now: Date): Promise<void> {
  const dice = random(101);
  for (let n = 0; n < howMany; n += 1) {
    const joined = cairnItself(new Date(now.getTime() - dice.whole(1, 2900) * 86_400_000));
    const name = `${dice.pick(FIRST)} ${dice.pick(LAST)}${n % 7 === 0 ? `-${dice.pick(LAST)}` : ''}`;
    const id = await people.meet(db, { email: `member${n}@many.example`, name }, joined);
    const profile = {
      country: dice.pick(COUNTRIES),
      place: dice.pick(TOWNS),
      headline: `Works on ${dice.pick(HELPS)}`,
      canHelp: dice.pick(HELPS),
      visibility: n % 10 === 0 ? 'members' : 'public',
    } as const;
    await people.describe(db, await people.byId(db, id), profile, { ...joined, id });
    await roles.grant(db, id, { role: 'member', country: null }, joined);
    if (n % 10 === 1) await share(db, id, n, joined.at);
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
