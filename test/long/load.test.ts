import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf, ask, beginApplication, waysIn } from '../support/acts.ts';
import { type Client, openClient } from '../support/client.ts';
import { HOW_MUCH } from '../support/long.ts';
import { APP, endAll, type Started, startCairn } from '../support/process.ts';

const SENT = Array.from({ length: HOW_MUCH.applications }, (_, i) => `sent-${i}@load.example`);
const SAVED = Array.from({ length: HOW_MUCH.drafts }, (_, i) => `saved-${i}@load.example`);

let home: string;
let data: string;
let cairn: Started;
let visitor: Client;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'loading-'));
  data = join(home, 'data');
  cairn = await startCairn({ typed: APP, flags: ['--port', '0', '--data', data] });
  visitor = await openClient(cairn.url);
});

afterAll(async () => {
  await endAll(data, cairn);
  await rm(home, { recursive: true, force: true });
});

test(`${SENT.length} applications sent and ${SAVED.length} drafts saved at once: none is lost and none is there twice`, async () => {
  const began = performance.now();
  // Every tenth is impatient and presses the button twice.
  const begun = await twice([...SENT, ...SAVED], (email) => beginApplication(visitor, email));
  expect(count(begun)).toEqual({ 303: pressed([...SENT, ...SAVED]) });
  const ways = await waysIn(data, '%@load.example');
  expect(ways.size).toBe(SENT.length + SAVED.length);

  const put = (email: string, to: string) =>
    visitor.send(`${ways.get(email)}${to}`, { _method: 'PUT', ...answersOf(email) });
  const middle = performance.now();
  const [sent, saved] = await Promise.all([
    twice(SENT, (email) => put(email, '/submission')),
    twice(SAVED, (email) => put(email, '')),
  ]);
  // Who presses twice is told that it has been sent already.
  expect(count(sent)).toEqual({ 303: SENT.length, 409: pressed(SENT) - SENT.length });
  expect(count(saved)).toEqual({ 303: pressed(SAVED) });
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  console.info(
    `${begun.length} begun in ${seconds(began, middle)} s, ${sent.length} sent and ${saved.length} saved in ${seconds(middle, performance.now())} s`,
  );

  const each = (kind: string, { length }: string[], sends: number) => ({
    ...{ kind, applications: length, answers: length * 2 },
    ...{ sent: length * sends, received: length * sends, asked: length * sends * 2 },
  });
  expect(await stored()).toEqual([each('saved', SAVED, 0), each('sent', SENT, 1)]);
  expect(cairn.err()).not.toMatch(/"level":"error"|"status":5\d\d/);
});

function pressed({ length }: string[]): number {
  return length + length / 10;
}

async function twice(emails: string[], act: (email: string) => Promise<Response>): Promise<Response[]> {
  const impatient = emails.filter((_, i) => i % 10 === 0);
  return Promise.all([...emails, ...impatient].map(act));
}

function count(answers: Response[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** What the database holds of them: each answer in its own application, each letter and each reader once. */
async function stored() {
  return ask(
    data,
    `select split_part(a.email::text, '-', 1) as kind, count(*)::int as applications,
       sum((select count(*) from application_answers w where w.application_id = a.id and w.answer like a.email || ': %'))::int as answers,
       sum((select count(*) from application_submissions s where s.application_id = a.id))::int as sent,
       sum((select count(*) from letters l where l.to_email = a.email and l.subject like 'We have your application%'))::int as received,
       sum((select count(*) from assessment_assignments g join application_submissions s on s.id = g.submission_id
         where s.application_id = a.id))::int as asked
     from applications a where a.email like '%@load.example' group by 1 order by 1`,
  );
}
