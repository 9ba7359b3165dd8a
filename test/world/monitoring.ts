import { answers, keyFrom, PREFER_NOT, questionsFor, releases } from '#features/monitoring/index.ts';
import { visitor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { type Random, random } from './random.ts';

/** How often each answer is given, where not all are given alike. Invented, and not like any real community. */
const OFTEN: Record<string, Record<string, number>> = {
  'ethnic-group': {
    british: 60,
    scottish: 70,
    white: 75,
    'white-irish': 75,
    indian: 7,
    african: 6,
    pakistani: 3,
    'other-white': 6,
  },
  sex: { female: 72, male: 28 },
  'gender-identity': { same: 99, 'not-trans': 99 },
  age: { '16-24': 2, '25-34': 15, '35-44': 30, '45-54': 32, '55-64': 17, '65-plus': 4 },
  disability: { no: 84, 'a-little': 12, 'some-extent': 12, 'a-lot': 4, 'great-extent': 4 },
  religion: { none: 44, christian: 38, 'roman-catholic': 40, muslim: 7 },
  'sexual-orientation': { straight: 90, 'gay-lesbian': 5, bisexual: 4 },
  caring: { none: 74, 'to-19': 18, '20-to-49': 5, '50-plus': 3 },
};

/** What members said about themselves, and the first tables that came of it. In England nearly everybody answered. */
export async function addMonitoring(db: Db, secret: string, now: Date): Promise<void> {
  const dice = random(29);
  const key = keyFrom(secret);
  const members = await db
    .selectFrom('role_grants')
    .innerJoin('people', 'people.id', 'role_grants.person_id')
    .select(['people.id', 'people.country'])
    .where('role', '=', 'member')
    .orderBy('people.added_at')
    .orderBy('people.name')
    .execute();
  for (const { id, country } of members) {
    if (country === null || dice.next() > (country === 'england' ? 0.97 : 0.7)) continue;
    const member = { ...visitor(now), id, roles: [{ role: 'member', country: null } as const] };
    await answers.give(db, key, answersOf(country, dice), member);
  }
  await answers.shuffle(db);
  await releases.take(db, key, now);
}

function answersOf(country: Country, dice: Random): answers.Answers {
  return Object.fromEntries(
    questionsFor(country).map(({ key, options }) => {
      if (dice.next() < 0.03) return [key, PREFER_NOT];
      const often = OFTEN[key] ?? {};
      const weights = options.map((option) => often[option.key] ?? 1);
      let left = dice.next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [i, option] of options.entries()) {
        left -= weights[i] ?? 0;
        if (left < 0) return [key, option.key];
      }
      return [key, PREFER_NOT];
    }),
  );
}
