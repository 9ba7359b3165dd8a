import pg from 'pg';
import { findRunning } from '#kernel/database/embedded/index.ts';
import type { Client } from './client.ts';
import type { Fields } from './house.ts';

/** What these tests do over and over at a running Cairn, and how they look into its database afterwards. */

/** Shares a piece of work with one measure; answers the measure's address. */
export async function beginMeasure(member: Client, title: string): Promise<string> {
  const work = { title, country: 'england', state: 'testing', 'mode-iterative': '1' };
  const address = await done(member.send('/work', work));
  const readings = await done(member.send(`${address}/measures`, { name: 'Stones', better: 'up' }));
  return readings.replace(/\/readings$/, '');
}

/** The nth day from 2000 on. */
export function day(n: number): string {
  return new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);
}

export function addReading(member: Client, measure: string, date: string, value: number): Promise<Response> {
  return member.send(`${measure}/readings`, { date, value: String(value), confirmed: 'yes' });
}

export async function beginApplication(visitor: Client, email: string): Promise<Response> {
  const form = { name: 'Wanda Newby', email, country: 'england', pathway: 'professional', 'leave-empty': '' };
  return visitor.send('/join/applications', { ...form, begun: await begunBy(visitor) });
}

const stamps = new WeakMap<Client, Promise<string>>();

/** When this visitor opened the form, as the house signed it; looked at for as long as a person takes at least. */
function begunBy(visitor: Client): Promise<string> {
  const known = stamps.get(visitor);
  if (known) return known;
  const opened = open(visitor);
  stamps.set(visitor, opened);
  return opened;
}

async function open(visitor: Client): Promise<string> {
  const page = await (await visitor.get('/join/applications/new')).text();
  await new Promise((resolve) => setTimeout(resolve, 2100));
  return /name="begun" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

export function answersOf(text: string): Fields {
  return {
    name: 'Wanda Newby',
    country: 'england',
    pathway: 'professional',
    'answer-influence': `${text}: influence`,
    'answer-reflection': `${text}: reflection`,
    works: '',
    compact: 'yes',
  };
}

/** The way to each application from the letters that Cairn wrote, by e-mail address. */
export async function waysIn(data: string, like: string): Promise<Map<string, string>> {
  const letters = await ask<{ email: string; way: string }>(
    data,
    `select to_email::text as email, substring(body from '/join/applications/[A-Za-z0-9_-]+') as way
     from letters where to_email like $1 order by written_at`,
    [like],
  );
  return new Map(letters.map(({ email, way }) => [email, way]));
}

/** Asks the database of a running Cairn. */
export async function ask<Row extends pg.QueryResultRow>(
  data: string,
  question: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const found = await findRunning(data);
  if (!found) throw new Error(`no Cairn runs on ${data}`);
  const client = new pg.Client(found.connection);
  await client.connect();
  return client
    .query<Row>(question, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** Where an act led; anything but success is an error that says what was answered. */
async function done(answer: Promise<Response>): Promise<string> {
  const { status, headers } = await answer;
  if (status !== 303) throw new Error(`answered with ${status}`);
  return headers.get('location') ?? '';
}
