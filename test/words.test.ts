import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { questionsFor } from '#features/monitoring/index.ts';
import { methodChoices } from '#features/reference/methods.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { inLocale, t } from '#kernel/words.ts';
import { openHouse, type TestHouse } from './support/house.ts';
import { connectUndoing, undone } from './support/undoing.ts';
import { TABLE } from './who-may/rooms/index.ts';
import { pathIn, type Stage, send, setStage } from './who-may/scenes.ts';
import type { Reader } from './who-may/table.ts';

let house: TestHouse;
let stage: Stage;
let content: Content;
beforeAll(async () => {
  house = await openHouse({ locale: 'en-XA', connected: connectUndoing });
  stage = await setStage(house);
  content = await contentOf(house);
});
afterAll(() => house.close());

test('the pseudo-locale changes every literal word of a message and none of its values', () => {
  const say = () =>
    t('{count, plural, one {# piece by {name}} other {# pieces by {name}}}', { count: 2, name: 'Amina' });
  expect(say()).toBe('2 pieces by Amina');
  expect(inLocale('en-XA', say)).toBe('2 píéçés·· bý· Amina');
});

/** Those who between them see every part of every page. */
const EYES = ['visitor', 'team', 'assessor', 'moderator', 'editor', 'steward'] as const satisfies Reader[];

/** Every page of the table, and every form that comes back, each with those who see it first and last. */
const SEEN = Object.entries(TABLE).flatMap(([route, { kind, scenes }]) => {
  if (route === 'GET /gallery' || !['page', 'form'].includes(kind)) return []; // the gallery shows made-up words
  return Object.entries(scenes).flatMap(([scene, answers]) => {
    const seers = EYES.filter((reader) => [200, 410, 422].includes(answers[reader]));
    return [...new Set([seers[0], seers.at(-1)])].flatMap((reader) => (reader ? [{ route, scene, reader }] : []));
  });
});

test.each([...SEEN, { route: 'GET /no-such-page', scene: 'here', reader: 'visitor' as const }])(
  'every sentence of $route that the $reader reads ($scene) went through t',
  async ({ route, scene, reader }) => {
    const path = pathIn(route, stage.scenes[scene] ?? {});
    const answer = await undone(house.db, () => send(stage.browsers[reader], route, path));
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return;
    const bypassing = sentencesIn(await answer.text()).filter((text) => !isAccented(text) && !isContent(text, content));
    expect(bypassing.join('\n')).toBe('');
  },
);

/** What a person reads on a page or hears of it. */
function sentencesIn(page: string): string[] {
  const shown = page.replace(/<(script|style|textarea|code)\b.*?<\/\1>/gs, '');
  const said = [...shown.matchAll(/\s(?:aria-label|alt|placeholder|title)="([^"]*)"/g)].map(([, text = '']) => text);
  return [...shown.split(/<[^>]+>/), ...said].map(plain).filter((text) => /[a-z]{3}/i.test(text));
}

function isAccented(text: string): boolean {
  return /[áéíóúýçñ]|\p{L}·/u.test(text);
}

const ADDRESS = /https?:\/\/\S+/g;
const MONTHS =
  /\b(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\b/g;

type Content = { values: Set<string>; everything: string };

/** All text that the community holds: what members, stewards and editors wrote, and reference data. */
async function contentOf({ db }: TestHouse): Promise<Content> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_schema || '.' || table_name as table, column_name as column from information_schema.columns
    where table_schema in ('public', 'auth') and (data_type in ('text', 'json', 'jsonb') or udt_name in ('citext', '_text'))`.execute(
    db,
  );
  const texts: string[] = [];
  for (const { table, column } of columns) {
    const { rows } = await sql<{ text: string }>`
      select distinct ${sql.ref(column)}::text as text from ${sql.table(table)}
      where ${sql.ref(column)} is not null`.execute(db);
    texts.push(...rows.map(({ text }) => text));
  }
  // Reference data are not translated: the names of methods, and questions in the words of each country's census.
  texts.push(...methodChoices().map(({ label }) => label));
  for (const { ask, hint, options } of COUNTRIES.flatMap((country) => questionsFor(country)))
    texts.push(ask, hint ?? '', ...options.map(({ label }) => label));
  const lines = texts
    .map((text) => text.replaceAll('{community}', 'Cairn'))
    .flatMap((text) => [text, ...text.split(/\n|"[^"\w]*"?/), ...(/^\{.*\}$/s.test(text) ? text.split(/[{},]/) : [])])
    .map(plain);
  return { values: new Set(lines.map(bare)), everything: lines.join('\n') };
}

/**
 * Values of the database, side by side, or so much of one that it cannot be chance. Names of months are the formatter's.
 */
function isContent(text: string, { values, everything }: Content): boolean {
  const known = (part: string) => values.has(bare(part)) || (part.length >= 12 && everything.includes(bare(part)));
  const isKnown = (part: string) => !/[a-z]{3}/i.test(part) || known(part);
  const uncounted = text.replace(/ \(\d[\d,]*\)$/, ''); // a choice and how many it would leave
  if (known(uncounted)) return true;
  if (uncounted.split(' · ').every((part) => isKnown(part) || part.split(': ').every(isKnown))) return true;
  return text
    .replace(ADDRESS, '')
    .replace(MONTHS, '')
    .split(/[,:·()]|\. /)
    .every((part) => !/[a-z]{3}/i.test(part) || values.has(bare(part)));
}

/** Without the marks around it. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function plain(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")
    .replace(/\s+/g, ' ')
    .trim();
}
