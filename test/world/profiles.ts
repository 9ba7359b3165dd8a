import { affiliations, organisations } from '#features/organisations/index.ts';
import { type Field, offers, people, type Visibility } from '#features/people/index.ts';
import { type Actor, cairnItself } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { CAST_PROFILES, KINDS_OF_PEOPLE } from './profiles-said.ts';
import { random } from './random.ts';

type Said = people.Said;
type Lent = { skill: string; hours: number; note?: string; days?: number; kind?: 'offer' | 'ask' };

/** What one of the cast says of themselves; fields not named in `seen` are for everybody. */
export type CastProfile = Omit<Said, 'visibilities'> & {
  seen?: Partial<Record<Field, Visibility>>;
  lent?: Lent[];
  worked?: { at: string; in: Country; as: string; since: string; until?: string }[];
};

const TOWNS: Record<Country, string[]> = {
  england: [
    'Leeds',
    'Bristol',
    'York',
    'Birmingham',
    'Newcastle upon Tyne',
    'Bradford',
    'Norwich',
    'Plymouth',
    'Leicester',
    'Wakefield',
    'Manchester',
    'Exeter',
  ],
  scotland: ['Edinburgh', 'Inverness', 'Dundee', 'Aberdeen', 'Glasgow', 'Kirkwall'],
  wales: ['Newport', 'Llandudno', 'Llandrindod Wells', 'Swansea'],
  'northern-ireland': ['Belfast', 'Western', 'Southern', 'Northern'],
  ireland: ['Galway', 'Cork', 'Limerick', 'Sligo', 'Tralee', 'Letterkenny', 'Dublin 1'],
};

/** What stands open to everybody in the profiles of most members. */
const OPEN = {
  about: 'public',
  background: 'public',
  sectors: 'public',
  place: 'public',
  affiliations: 'public',
  canHelp: 'public',
  lookingFor: 'public',
  hours: 'public',
  topics: 'public',
  modes: 'public',
  methods: 'public',
  languages: 'public',
} as const satisfies Partial<Record<Field, Visibility>>;

/** What the n-th member says: as their line says, in a town of their country. Some keep a part to members or to themselves. */
export function saidBy(n: number, country: Country): Said {
  const dice = random(700 + n);
  const { background, sector, topic, skill, mode, method, canHelp, lookingFor, about } =
    KINDS_OF_PEOPLE[n % KINDS_OF_PEOPLE.length] ?? {};
  const language = [
    ...(country === 'wales' && n % 2 === 0 ? ['cy'] : []),
    ...(country === 'ireland' && n % 3 === 0 ? ['ga'] : []),
    ...(n % 11 === 3 ? ['pl'] : n % 11 === 6 ? ['ur'] : n % 11 === 8 ? ['bfi'] : []),
  ];
  return {
    about: n % 3 === 1 ? '' : (about ?? ''),
    canHelp: n % 7 === 6 ? '' : (canHelp ?? ''),
    lookingFor: n % 2 === 0 ? (lookingFor ?? '') : '',
    place: { words: dice.pick(TOWNS[country]), shown: n % 6 === 5 ? 'region' : 'town' },
    terms: {
      background: background ?? [],
      sector: n % 4 === 2 ? (sector ?? []) : [],
      topic: topic ?? [],
      skill: skill ?? [],
      mode: mode ?? [],
      method: method ?? [],
      language,
    },
    visibilities: {
      ...OPEN,
      ...(n % 8 === 3 ? { background: 'members' } : {}),
      ...(n % 10 === 7 ? { place: 'private' } : {}),
      ...(n % 12 === 9 ? { about: 'members', hours: 'members' } : {}),
    },
  };
}

/** Some members lend a few hours of what they do best. */
export async function lend(db: Db, person: people.Person, n: number, now: Date): Promise<void> {
  const { skill = [] } = KINDS_OF_PEOPLE[n % KINDS_OF_PEOPLE.length] ?? {};
  const [best] = skill;
  if (n % 4 !== 1 || !best) return;
  const hours = [2, 3, 4, 8][n % 3] ?? 2;
  await make(db, person, { skill: best, hours, days: n % 3 === 0 ? 120 : undefined }, now);
}

/** The cast's own profiles. */
export async function addProfiles(db: Db, idOf: (email: string) => Promise<string>, now: Date): Promise<void> {
  for (const [email, { seen, lent = [], worked = [], ...said }] of Object.entries(CAST_PROFILES)) {
    const id = await idOf(email);
    const person = await people.byId(db, id);
    await people.describe(db, person, { ...said, visibilities: { ...OPEN, ...seen } }, { ...cairnItself(now), id });
    for (const hours of lent) await make(db, person, hours, now);
    for (const { at, as: title, since, until = null, in: country } of worked) {
      const actor: Actor = { ...cairnItself(now), id };
      const organisationId = await organisations.meet(db, { name: at, country }, actor);
      await affiliations.join(db, { personId: id, organisationId, title, since, until }, actor);
    }
  }
}

function make(db: Db, person: people.Person, { kind = 'offer', skill, hours, note = '', days }: Lent, now: Date) {
  const actor: Actor = { ...cairnItself(now), id: person.id };
  const until = days === undefined ? null : new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return offers.make(db, person, { kind, skill, hours, note, until }, actor);
}
