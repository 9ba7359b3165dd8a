import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cast } from '../cast.ts';
import { openClient } from '../support/client.ts';
import { endAll, LAUNCHER, type Running, run, type Started, serverOf, startCairn } from '../support/process.ts';

const NPM_START = ['npm', 'start', '--'];
const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

let home: string;
let data: string;
const started: Running[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'starting-'));
  data = join(home, 'demo'); // one demo for all that need one: it is made once, as people do
});

afterEach(async () => {
  await endAll(data, ...started.splice(0));
});

afterAll(() => rm(home, { recursive: true, force: true }));

test('npm start opens the demo community to this machine alone, and ends when asked, after the form in hand', async () => {
  const cairn = await start({ typed: NPM_START });
  expect(cairn.out()).toContain(`Sign in as anybody in it: ${cairn.url}/demo`);
  const visitor = await openClient(cairn.url);
  for (const path of ['/', '/people', '/work', '/landscape', '/stories', '/cases', '/outbox', '/readyz'])
    expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
  const amina = await openClient(cairn.url, cast.amina.name);
  expect(await (await amina.get('/account')).text()).toContain(cast.amina.name);
  await expect(fromElsewhere(cairn)).rejects.toThrow();

  const form = slowForm(`${cairn.url}/sign-in`, `email=${encodeURIComponent(cast.amina.email)}`);
  await form.begun;
  const ended = cairn.stop('SIGTERM');
  await until(() => refuses(visitor.get('/healthz')));
  expect(await form.finish()).toBe(303);
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(cairn.err()).not.toContain('cut off');
  await expectGone();
});

test('a second start neither installs nor builds, keeps its folder for itself, and ends by Ctrl-C', async () => {
  const cairn = await start({ typed: NPM_START });
  expect(cairn.err()).not.toMatch(/Installing|Building/);
  console.info(`listening ${cairn.milliseconds} ms after npm start`);

  expect(await refusal()).toMatch(/^The data folder .+ is already in use by another Cairn \(process \d+\)\. .+/);
  expect((await fetch(`${cairn.url}/readyz`)).status).toBe(200);

  // A terminal asks everybody in the foreground at once: npm, the launcher and Cairn.
  process.kill(-(cairn.child.pid ?? 0), 'SIGINT');
  expect(await cairn.ended).toEqual({ code: 0, signal: null });
  await expectGone();
});

test('the demo does not become a community of your own', async () => {
  expect(await refusal('--new')).toMatch(/holds the demo community\. Choose an empty one/);
  await expectGone();
});

test('a start that is cut short leaves nothing running, and the next one begins again', async () => {
  data = join(home, 'cut-short');
  const cut = note(run({ flags: [...flags(), '--new'] }));
  await until(async () => (await serverOf(data)) !== undefined);
  cut.child.kill('SIGINT');
  expect(await cut.ended).toEqual({ code: 0, signal: null });
  await expectGone();
  await (await start({}, '--new')).stop();
});

test('--new prints a link that sets up a community once, and has neither logins nor outbox', async () => {
  data = join(home, 'new');
  const cairn = await start({}, '--new');
  const link = /(\/founding\/\S+)/.exec(cairn.out())?.[1] ?? '';
  const visitor = await openClient(cairn.url);
  for (const path of ['/demo', '/outbox']) expect((await visitor.get(path)).status).toBe(404);
  expect((await visitor.send('/demo/session', { person: '019342d0-0000-7000-8000-000000000000' })).status).toBe(404);

  expect((await visitor.get(link)).status).toBe(200);
  const fields = { community: 'Tide & Tor', name: 'Ada Owusu', email: 'ada@tide.example', country: 'wales' };
  expect((await visitor.send(link, fields)).status).toBe(303);
  expect((await visitor.get(link)).status).toBe(404);
  expect((await visitor.send(link, fields)).status).toBe(404);
  await cairn.stop();

  const again = await start({}, '--new');
  expect(again.out()).not.toContain('/founding/');
  expect(await (await (await openClient(again.url)).get('/')).text()).toContain('Tide &amp; Tor');
  await again.stop();
});

test('a taken port is said in one sentence, before anything is made', async () => {
  data = join(home, 'not-made');
  const other = createServer().listen(0);
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await refusal('--port', String(port))).toBe(
    `port ${port} is taken by another program. Choose another with --port, or --port 0 for any free one.`,
  );
  expect(existsSync(data)).toBe(false);
  await new Promise((resolve) => other.close(resolve));
});

test('a file in place of the data folder is said in one sentence', async () => {
  data = join(home, 'file');
  await writeFile(data, '');
  expect(await refusal()).toMatch(/^Cairn cannot write to its data folder .+: a file is in the way\. .+/);
});

test('a data folder of somebody else is said in one sentence', async ({ skip }) => {
  if (!isRoot) skip('only root can start Cairn as somebody else');
  const { stderr, code } = await outcome({ user: NOBODY, env: { HOME: home } }, '--port', '0', '--data', '/root/cairn');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Cairn cannot start: Cairn cannot write to its data folder .+: permission denied\. .+\n$/);
});

test.each([
  ['mysql://localhost/cairn', 'DATABASE_URL must begin with postgres:// or postgresql://.'],
  [
    'postgres://cairn@127.0.0.1:9/cairn',
    'the database cairn on 127.0.0.1 cannot be reached with DATABASE_URL: connect ECONNREFUSED 127.0.0.1:9.',
  ],
  ['postgres://nowhere.invalid/cairn', /^the database cairn on nowhere\.invalid cannot be reached with DATABASE_URL: /],
  ['postgres://[half/cairn', 'DATABASE_URL must be a full address such as postgres://user:password@host/name.'],
])('DATABASE_URL=%s is answered with one sentence', async (url, sentence) => {
  const { stderr, code } = await outcome({ env: { DATABASE_URL: url } }, ...flags());
  expect(code).toBe(1);
  expect(sentenceIn(stderr)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
});

async function start(options: { typed?: string[] }, ...more: string[]): Promise<Started> {
  const cairn = await startCairn({ ...options, flags: [...flags(), ...more] });
  started.push(cairn);
  return cairn;
}

function flags(): string[] {
  return ['--port', '0', '--data', data];
}

function note<One extends Running>(running: One): One {
  started.push(running);
  return running;
}

/** The sentence with which Cairn refuses to start; flags that come later win. */
async function refusal(...more: string[]): Promise<string> {
  const { stderr, code } = await outcome({}, ...flags(), ...more);
  expect(code).toBe(1);
  return sentenceIn(stderr);
}

async function outcome(options: Parameters<typeof runWith>[0], ...all: string[]) {
  const running = note(runWith(options, all));
  const { code } = await running.ended;
  return { code, stderr: running.err() };
}

function runWith(options: { user?: { uid: number; gid: number }; env?: Record<string, string> }, all: string[]) {
  return run({ typed: LAUNCHER, ...options, flags: all });
}

/** Nothing but one line, and no stack. */
function sentenceIn(stderr: string): string {
  const [line = '', ...others] = stderr.trimEnd().split('\n');
  expect(others).toEqual([]);
  expect(line).toMatch(/^Cairn cannot start: /);
  return line.slice('Cairn cannot start: '.length);
}

async function expectGone(): Promise<void> {
  expect(await serverOf(data)).toBeUndefined();
  expect(existsSync(join(data, 'cairn.lock'))).toBe(false);
}

/** Asks for a page by an address of this machine that others can reach too. */
async function fromElsewhere({ url }: Started): Promise<Response> {
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal);
  if (!outer) throw new Error('this machine has no other address');
  return fetch(`http://${outer.address}:${new URL(url).port}/demo`);
}

/** A form on a slow line: half of it is sent, and the other half when `finish` is called. Answers the status. */
function slowForm(url: string, body: string) {
  const half = Math.floor(body.length / 2);
  const { origin } = new URL(url);
  const sent = request(url, {
    method: 'POST',
    headers: {
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
      expect: '100-continue', // so that we learn when Cairn has it in hand
    },
  });
  const status = new Promise<number>((resolve, reject) => {
    sent.once('error', reject).once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
  });
  const begun = once(sent, 'continue').then(() => sent.write(body.slice(0, half)));
  sent.flushHeaders();
  return {
    begun,
    finish: () => {
      sent.end(body.slice(half));
      return status;
    },
  };
}

async function refuses(answer: Promise<Response>): Promise<boolean> {
  return answer.then(
    () => false,
    () => true,
  );
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
