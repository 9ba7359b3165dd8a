import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../cast.ts';
import { addReading, answersOf, ask, beginApplication, beginMeasure, day, waysIn } from '../support/acts.ts';
import { type Client, openClient } from '../support/client.ts';
import { HOW_MUCH } from '../support/long.ts';
import { APP, endAll, type Started, serverOf, startCairn } from '../support/process.ts';

const WRITERS = [cast.amina, cast.rhys, cast.orla, cast.callum];
const APPLICANTS = ['wanda@kill.example', 'wilf@kill.example'];
const BEFORE_EACH_KILL = 80;

let home: string;
let data: string;
let cairn: Started;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'killing-'));
  data = join(home, 'data');
  cairn = await start();
});

afterAll(async () => {
  await endAll(data, cairn);
  await rm(home, { recursive: true, force: true });
});

test(`killed ${HOW_MUCH.kills} times while people write, Cairn loses nothing that it had said yes to`, async () => {
  const measuring = await Promise.all(WRITERS.map(({ name }, n) => measure(name, `Killed work ${n}`)));
  const drafting = await applicants();
  const commenting = await commenter();
  const writers: Writer[] = [...measuring, ...drafting, commenting];
  const restarts: number[] = [];

  for (let kill = 0; kill < HOW_MUCH.kills; kill++) {
    // By turns the database outlives Cairn and has to be taken over, or is killed too and has to recover.
    await writeUntilKilled(writers, kill % 2 === 1);
    cairn = await start();
    restarts.push(cairn.milliseconds);
    for (const writer of writers) writer.move(cairn.url);
    for (const one of measuring) await expectReadings(one);
    for (const one of drafting) await expectDraft(one);
    await expectComments(commenting);
    expect(cairn.err()).not.toContain('"level":"error"');
  }

  const said = writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  expect(said).toBeGreaterThanOrEqual(HOW_MUCH.kills * BEFORE_EACH_KILL);
  console.info(`${HOW_MUCH.kills} kills, ${said} writings acknowledged, none lost; up again after ${spread(restarts)}`);
  expect(await cairn.stop()).toEqual({ code: 0, signal: null });
});

/** Somebody who writes one thing after the other: 1, 2, 3 … */
type Writer = {
  client: Client;
  /** Where it writes. */
  place: string;
  tried: number;
  acknowledged: number[];
  write(n: number): Promise<Response>;
  /** How often at most before each kill: some acts have limits. */
  most: number;
  move(url: string): void;
};

async function measure(name: string, title: string): Promise<Writer> {
  const client = await openClient(cairn.url, name);
  return writer(client, await beginMeasure(client, title), (to, n) => addReading(to.client, to.place, day(n), n));
}

async function applicants(): Promise<Writer[]> {
  const visitor = await openClient(cairn.url);
  for (const email of APPLICANTS) expect((await beginApplication(visitor, email)).status).toBe(303);
  const ways = await waysIn(data, '%@kill.example');
  return APPLICANTS.map((email) =>
    writer(visitor, ways.get(email) ?? '', ({ client, place }, n) =>
      client.send(place, { _method: 'PUT', ...answersOf(String(n)) }),
    ),
  );
}

async function commenter(): Promise<Writer> {
  const client = await openClient(cairn.url);
  const [story] = [...(await (await client.get('/stories')).text()).matchAll(/href="(\/stories\/[^"?#/]+-[^"?#/]+)"/g)];
  const comment = writer(client, story?.[1] ?? '', (to, n) => {
    const who = { name: 'Gwen Ifans', email: `gwen-${n}@kill.example` };
    return to.client.send(`${to.place}/comments`, { ...who, body: `Killed comment ${n}`, 'leave-empty': '' });
  });
  return { ...comment, most: 1 };
}

function writer(client: Client, place: string, write: (to: Writer, n: number) => Promise<Response>): Writer {
  const self: Writer = {
    client,
    place,
    tried: 0,
    acknowledged: [],
    most: Number.POSITIVE_INFINITY,
    write: (n) => write(self, n),
    move: (url) => {
      self.client = self.client.at(url);
    },
  };
  return self;
}

async function writeUntilKilled(writers: Writer[], both: boolean): Promise<void> {
  const server = await serverOf(data);
  let written = 0;
  let killed = false;
  const work = async (writer: Writer) => {
    for (let i = 0; i < writer.most && !killed; i++) {
      const n = ++writer.tried;
      const answer = await writer.write(n).catch(() => undefined);
      if (!answer) return; // cut off: it may have been written, and may not
      expect([writer.place, answer.status]).toEqual([writer.place, 303]);
      writer.acknowledged.push(n);
      if (++written < BEFORE_EACH_KILL || killed) continue;
      killed = true;
      cairn.child.kill('SIGKILL');
      if (both && server) process.kill(server, 'SIGKILL');
    }
  };
  await Promise.all(writers.map(work));
  expect((await cairn.ended).signal).toBe('SIGKILL');
}

async function expectReadings({ client, place, acknowledged, tried }: Writer): Promise<void> {
  const rows = (await (await client.get(`${place}.csv`)).text()).matchAll(/^(\d{4}-\d\d-\d\d),(\d+)/gm);
  const there = [...rows].map(([, date, value]) => `${date} ${value}`);
  const expected = acknowledged.map((n) => `${day(n)} ${n}`);
  const all = Array.from({ length: tried }, (_, i) => `${day(i + 1)} ${i + 1}`);
  expect(there).toEqual(expect.arrayContaining(expected));
  expect(all).toEqual(expect.arrayContaining(there));
  expect(new Set(there).size).toBe(there.length);
}

/** What was saved last is there, or what was being saved when the end came: whole either way. */
async function expectDraft({ client, place, acknowledged, tried }: Writer): Promise<void> {
  const page = await (await client.get(place)).text();
  const [, influence] = />(\d+): influence</.exec(page) ?? [];
  const [, reflection] = />(\d+): reflection</.exec(page) ?? [];
  expect([acknowledged.at(-1), tried]).toContain(Number(influence));
  expect(reflection).toBe(influence);
}

async function expectComments({ acknowledged }: Writer): Promise<void> {
  const rows = await ask<{ body: string; letters: number }>(
    data,
    `select body, (select count(*)::int from letters where to_email = comments.email) as letters
     from comments where body like 'Killed comment %'`,
  );
  const there = rows.map(({ body }) => Number(body.replace('Killed comment ', '')));
  expect(there).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(there).size).toBe(there.length);
  expect(rows.filter(({ letters }) => letters !== 1)).toEqual([]);
}

function start(): Promise<Started> {
  return startCairn({ typed: APP, flags: ['--port', '0', '--data', data] });
}

function spread(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]} ms in the middle and ${sorted.at(-1)} ms at most`;
}
