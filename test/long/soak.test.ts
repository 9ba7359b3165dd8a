import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CastName, cast } from '../cast.ts';
import { addReading, answersOf, beginApplication, beginMeasure, day, waysIn } from '../support/acts.ts';
import { type Client, openClient } from '../support/client.ts';
import { atOnce, HOW_MUCH } from '../support/long.ts';
import { endAll, type Started, startCairn, withMemory } from '../support/process.ts';

const MEGABYTE = 1024 * 1024;
const AT_ONCE = 16;
const MAY_GROW = 24 * MEGABYTE; // caches fill, and code is compiled for good; a leak of 1 kB a request would be four times that

let home: string;
let data: string;
let cairn: Started;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'soaking-'));
  data = join(home, 'data');
  cairn = await startCairn({ typed: withMemory, flags: ['--port', '0', '--data', data] });
});

afterAll(async () => {
  await endAll(data, cairn);
  await rm(home, { recursive: true, force: true });
});

test(`after ${HOW_MUCH.requests} requests, or as many as ${HOW_MUCH.minutes} min hold, memory is where it was and nothing broke`, async () => {
  const acts = await actsOf();
  const began = Date.now();
  const long = HOW_MUCH.minutes * 60_000;
  const done = await soak(acts, HOW_MUCH.requests / 4, began + long / 4); // by then what is kept is kept
  const before = await memory();
  const all = done + (await soak(acts, HOW_MUCH.requests - done, began + long));
  const after = await memory();

  const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.info(
    `${all} requests in ${seconds} s; in use ${megabytes(before.used)} MB after ${done} and ${megabytes(after.used)} MB at the end, ` +
      `resident ${megabytes(before.rss)} and ${megabytes(after.rss)} MB`,
  );
  expect(after.used - before.used).toBeLessThan(MAY_GROW);
  expect(cairn.err()).not.toMatch(/"level":"error"|"status":5\d\d/);
  expect(await cairn.stop()).toEqual({ code: 0, signal: null });
});

type Act = (n: number) => Promise<Response>;

/** Nineteen readings of pages for each writing, by visitors and by members. */
async function actsOf(): Promise<Act[]> {
  const visitor = await openClient(cairn.url);
  const members = await Promise.all((['amina', 'rhys', 'orla', 'sian'] as const).map(memberOf));
  const pages = await pagesFrom(visitor);
  const measures = await Promise.all(members.map((member, i) => beginMeasure(member, `Soaked work ${i}`)));
  await beginApplication(visitor, 'wanda@soak.example');
  const draft = (await waysIn(data, '%@soak.example')).get('wanda@soak.example') ?? '';

  const reading = Array.from({ length: 38 }, (_, i): Act => {
    const reader = i % 3 === 0 ? (members[i % members.length] ?? visitor) : visitor;
    return (n) => reader.get(pages[(n + i) % pages.length] ?? '/');
  });
  return [
    ...reading,
    // At most 400 readings each, then refusals: what is soaked is Cairn, and not the longest chart in the world.
    (n) => {
      const k = Math.floor(n / 40);
      return addReading(members[k % 4] ?? visitor, measures[k % 4] ?? '', day(k % 1600), k);
    },
    (n) => visitor.send(draft, { _method: 'PUT', ...answersOf(String(n)) }),
  ];
}

function memberOf(name: CastName): Promise<Client> {
  return openClient(cairn.url, cast[name].name);
}

/** The main pages, and some of those that they lead to. */
async function pagesFrom(visitor: Client): Promise<string[]> {
  const lists = ['/', '/people', '/work', '/landscape', '/cases', '/stories', '/join', '/work?words=falls', '/nowhere'];
  const deeper = await Promise.all(
    ['/people', '/work', '/stories', '/cases'].map(async (list) => {
      const html = await (await visitor.get(list)).text();
      const links = [...html.matchAll(new RegExp(`href="(${list}/[^"?#]+-[^"?#]+)"`, 'g'))].map(
        ([, path]) => path ?? '',
      );
      return [...new Set(links)].slice(0, 8);
    }),
  );
  return [...lists, ...deeper.flat()];
}

/** Does so many acts, some at the same time, as long as there is time. Answers how many. */
async function soak(acts: Act[], requests: number, until: number): Promise<number> {
  let done = 0;
  await atOnce(Array.from({ length: requests }).keys(), AT_ONCE, async (n) => {
    if (Date.now() > until) return;
    const answer = await acts[n % acts.length]?.(n);
    await answer?.arrayBuffer();
    if (!answer || answer.status >= 500) throw new Error(`answered with ${answer?.status}`);
    done++;
  });
  return done;
}

async function memory(): Promise<{ used: number; rss: number }> {
  const said = cairn.err().length;
  cairn.child.kill('SIGUSR2');
  const heard = () => /^memory (.+)$/m.exec(cairn.err().slice(said))?.[1];
  while (!heard()) await new Promise((resolve) => setTimeout(resolve, 20));
  return JSON.parse(heard() ?? '');
}
