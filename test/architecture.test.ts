import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#kernel/paths.ts';

const SOURCES = globSync(['src/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'], { cwd: root }).filter(
  (file) => !/\.test\.tsx?$/.test(file),
);
const CODE = new Map(SOURCES.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Layers from below: a file may import its own layer and those before it. Elements are the browser's and stand alone. */
const LAYERS = [/^packages\//, /^src\/kernel\//, /^src\/features\//, /^src\/app\.tsx$/, /^src\//];
const TOO_LONG = 250;

test('nothing imports upward: packages, kernel, features, app, main', () => {
  const upward = importsOf(SOURCES).filter(({ from, to }) => layer(to) > layer(from));
  expect(upward.map(shown)).toEqual([]);
});

test('a feature is entered only through its index', () => {
  const trespasses = importsOf(SOURCES).filter(
    ({ from, to }) => room(to) && room(from) !== room(to) && !/^src\/features\/[^/]+\/index\.tsx?$/.test(to),
  );
  expect(trespasses.map(shown)).toEqual([]);
});

test('features form no circle', () => {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of importsOf(SOURCES)) {
    const [a, b] = [room(from), room(to)];
    if (a && b && a !== b) edges.set(a, (edges.get(a) ?? new Set()).add(b));
  }
  const circles = [...edges.keys()].filter((start) => reaches(edges, start, start));
  expect(circles).toEqual([]);
});

test('only routes see the request', () => {
  const seers = [...CODE].filter(
    ([file, code]) => file.startsWith('src/features/') && !/routes[^/]*\.tsx$/.test(file) && /from 'hono'/.test(code),
  );
  expect(seers.map(([file]) => file)).toEqual([]);
});

test('routes and views do not touch the database', () => {
  const touching = [...CODE].filter(
    ([file, code]) =>
      file.startsWith('src/features/') &&
      (/routes[^/]*\.tsx$/.test(file) || file.includes('/views/')) &&
      /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|from 'kysely'|sql`/.test(code),
  );
  expect(touching.map(([file]) => file)).toEqual([]);
});

test('a table is written by one feature', () => {
  const writers = new Map<string, Set<string>>();
  for (const [file, code] of CODE)
    for (const [, table] of code.matchAll(
      /(?:insertInto|updateTable|deleteFrom)\(\s*'([a-z_.]+)'|insert into ([a-z_.]+)/g,
    )) {
      if (!table) continue;
      writers.set(table, (writers.get(table) ?? new Set()).add(room(file) ?? 'kernel'));
    }
  const shared = [...writers]
    .filter(([, rooms]) => rooms.size > 1)
    .map(([table, rooms]) => `${table}: ${[...rooms].sort().join(', ')}`);
  expect(shared).toEqual([]);
});

test('only the configuration reads the environment', () => {
  const allowed = ['src/kernel/config.ts', 'src/main.ts', 'src/cli.ts'];
  const readers = [...CODE].filter(
    ([file, code]) => !allowed.includes(file) && !file.startsWith('src/commands/') && /process\.env/.test(code),
  );
  expect(readers.map(([file]) => file)).toEqual([]);
});

test('time comes from the clock', () => {
  const clocks = ['src/kernel/clock.ts', 'src/kernel/log.ts'];
  const tellers = [...CODE].filter(
    ([file, code]) =>
      !clocks.includes(file) &&
      !file.startsWith('src/kernel/database/embedded/') &&
      !file.startsWith('src/elements/') &&
      !file.startsWith('src/commands/') &&
      file !== 'src/start.ts' &&
      /new Date\(\)|Date\.now\(\)/.test(code),
  );
  expect(tellers.map(([file]) => file)).toEqual([]);
});

test('tables are written in one place, and read there too but for the list of members', () => {
  const elsewhere = [...CODE].filter(([file]) => !file.startsWith('src/kernel/sheets/'));
  expect(elsewhere.filter(([, code]) => /unparse\(/.test(code)).map(([file]) => file)).toEqual([]);
  const readers = elsewhere.filter(([, code]) => /from '(?:papaparse|hucre[^']*)'/.test(code));
  expect(readers.map(([file]) => file)).toEqual(['src/features/imports/sheet.ts']);
});

test('pages have no inline styles or scripts, and raw HTML only where it was made safe', () => {
  const raw = [...CODE].filter(
    ([file, code]) => file.endsWith('.tsx') && (/\sstyle=[{"]/.test(code) || /\son[a-z]+="/.test(code)),
  );
  expect(raw.map(([file]) => file)).toEqual([]);
  const allowed = ['src/kernel/ui/layout.tsx', 'src/kernel/ui/prose.tsx', 'src/kernel/ui/ink.tsx'];
  const unsafe = [...CODE].filter(
    ([file, code]) => !allowed.includes(file) && /dangerouslySetInnerHTML|\braw\(/.test(code),
  );
  expect(unsafe.map(([file]) => file)).toEqual([]);
});

test('no file has outgrown its room', () => {
  const long = [...CODE].filter(
    ([file, code]) => !file.endsWith('database/schema.ts') && code.split('\n').length > TOO_LONG,
  );
  expect(long.map(([file, code]) => `${file}: ${code.split('\n').length} lines`)).toEqual([]);
});

test('types are honest: no any, no silenced compiler', () => {
  const loose = [...CODE].filter(([, code]) =>
    /: any[;,)\]=>]|: any\[|\bas any[;,)\].]|<any>|@ts-ignore|@ts-nocheck/.test(code),
  );
  expect(loose.map(([file]) => file)).toEqual([]);
});

type Import = { from: string; to: string };

function importsOf(files: string[]): Import[] {
  return files.flatMap((from) =>
    [...(CODE.get(from) ?? '').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, spec]) => {
      const to = spec && target(from, spec);
      return to ? [{ from, to }] : [];
    }),
  );
}

function target(from: string, spec: string): string | null {
  if (spec.startsWith('#kernel/')) return spec.replace('#kernel/', 'src/kernel/');
  if (spec.startsWith('#features/')) return spec.replace('#features/', 'src/features/');
  if (spec === '#app') return 'src/app.tsx';
  if (spec.startsWith('.')) return normalize(join(dirname(from), spec));
  return null;
}

function layer(file: string): number {
  return LAYERS.findIndex((pattern) => pattern.test(file));
}

function room(file: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
}

function reaches(edges: Map<string, Set<string>>, from: string, goal: string, seen = new Set<string>()): boolean {
  for (const next of edges.get(from) ?? []) {
    if (next === goal) return true;
    if (!seen.has(next) && reaches(edges, next, goal, seen.add(next))) return true;
  }
  return false;
}

function shown({ from, to }: Import): string {
  return `${from} → ${to}`;
}
