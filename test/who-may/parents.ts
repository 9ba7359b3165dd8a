import { expect, test } from 'vitest';
import { undone } from '../support/undoing.ts';
import { TABLE } from './rooms/index.ts';
import { pathIn, type Scene, type Stage, send } from './scenes.ts';
import { READERS, type Reader } from './table.ts';

/** Two scenes with a thing of each kind: what is below the first is not below the second. */
const ELSEWHERE = {
  '/work/:address/adaptations/': ['an adaptation', 'an adaptation of other work'],
  '/work/:address/offers/': ['work that seeks somebody', 'public work with an offer'],
  '/work/': ['public work', 'private work'],
  '/stories/:address/comments/': ['a waiting comment', 'a waiting comment of another story'],
  '/stories/:address/files/': ['a story', 'a draft story'],
  '/people/:address/offers/': ['an offer', 'an offer of another'],
  '/people/:address/affiliations/': ['an affiliation', 'an affiliation of another'],
  '/cases/': ['a public case', 'a draft case'],
} as const;
/** Names that say which of a few, not which thing: they lead to no other parent. */
const NO_CHILD = /^(country|role|version|number|section|key)$/;

/** Routes with a thing below a thing, and for each the number of names that belong to the parent. */
const NESTED = Object.keys(TABLE).flatMap((route) => {
  const names = namesIn(route);
  return names
    .slice(1)
    .flatMap((name, i) => (NO_CHILD.test(name) ? [] : [{ route, below: names.slice(0, i + 1), name }]));
});

/** The tests of whether a thing is found only below its parent. */
export function testParents(on: () => Stage): void {
  test.each(NESTED)('$route does not find the $name of another parent', async ({ route, below }) => {
    const pair = Object.entries(ELSEWHERE).find(([start]) => route.split(' ')[1]?.startsWith(start))?.[1];
    if (!pair) throw new Error(`${route}: name two scenes that have different things in this place`);
    const [one = {}, other = {}] = pair.map((scene) => on().scenes[scene]);
    const mixed = { ...other, ...Object.fromEntries(below.map((parent) => [parent, one[parent] ?? ''])) };
    expect(await answerTo(on(), route, mixed)).toBe(404);
  });

  test.each(Object.keys(TABLE).filter((route) => namesIn(route).length > 0))(
    '%s does not find what cannot be a name',
    async (route) => {
      const own = on().scenes[Object.keys(TABLE[route]?.scenes ?? {})[0] ?? ''] ?? {};
      const last = namesIn(route).at(-1) ?? '';
      for (const nonsense of ['no-such-thing', '-'.repeat(36), '%00', '0'.repeat(10)]) {
        expect(await answerTo(on(), route, { ...own, [last]: nonsense }), nonsense).toBe(404);
      }
    },
  );
}

function namesIn(route: string): string[] {
  return [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}

/** What somebody is answered who may do it to a thing in its right place. */
async function answerTo(stage: Stage, route: string, scene: Scene): Promise<number> {
  const tried = Object.values(TABLE[route]?.scenes ?? {});
  const may = (reader: Reader) => tried.some((answers) => ![403, 404].includes(answers[reader]));
  const reader = READERS.filter((one) => one !== 'visitor').find(may) ?? 'steward';
  return (await undone(stage.db, () => send(stage.browsers[reader], route, pathIn(route, scene)))).status;
}
