import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { startFields } from '#test/support/joining.ts';
import { storyTitled } from '#test/world/stories.ts';
import { LIMITS, limit, sweep } from './limits.ts';
import { root } from './paths.ts';
import { networkOf } from './web/client.ts';
import type { HouseEnv } from './web/env.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ environment: { CAIRN_TRUST_PROXY: '1' } });
});
afterAll(() => house.close());

test('the limits are one published table: docs/running.md says what the code counts', async () => {
  const page = await readFile(join(root, 'docs/running.md'), 'utf8');
  const published = page.split('\n').flatMap((line) => {
    const [, what, per, most, time] = /^\| (.+?) +\| (.+?) +\| ([\d,]+) +\| (.+?) +\|$/.exec(line) ?? [];
    return what ? [`${what}, ${per}: ${most} in ${time}`] : [];
  });
  const times: Record<number, string> = { 15: '15 minutes', 60: '1 hour', 1440: '1 day' };
  const counted = Object.values(LIMITS).map(
    ({ what, per, most, minutes }) => `${what}, ${per}: ${most.toLocaleString('en-GB')} in ${times[minutes]}`,
  );
  expect(published).toEqual(counted);
});

describe('the network address of a request', () => {
  const ask = async (proxies: number, remoteAddress: string, forwarded?: string) => {
    const app = new Hono<HouseEnv>().get('/', (c) => c.text(networkOf(c, proxies)));
    const headers: HeadersInit = forwarded ? { 'x-forwarded-for': forwarded } : {};
    return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text();
  };

  test('is the peer’s, whatever it says of itself, unless a proxy of ours stands in front', async () => {
    expect(await ask(0, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(await ask(0, '::ffff:203.0.113.9')).toBe('203.0.113.9');
    expect(await ask(0, '127.0.0.1', '198.51.100.1')).toBe('127.0.0.1');
  });

  test('is the entry that the outermost of our proxies added, not what was sent to it', async () => {
    expect(await ask(1, '10.0.0.2', '6.6.6.6, 198.51.100.1')).toBe('198.51.100.1');
    expect(await ask(2, '10.0.0.2', '6.6.6.6, 198.51.100.1, 10.0.0.3')).toBe('198.51.100.1');
    expect(await ask(2, '10.0.0.2', '198.51.100.1')).toBe('198.51.100.1');
    expect(await ask(1, '10.0.0.2')).toBe('10.0.0.2');
    expect(await ask(1, '10.0.0.2', 'no address')).toBe('10.0.0.2');
    expect(await ask(1, '10.0.0.2', '198.51.100.1:4711')).toBe('198.51.100.1');
  });

  test('is the first 64 bits of IPv6, however they are written', async () => {
    expect(await ask(0, '2001:db8:0:7:aaaa::1')).toBe('2001:db8:0:7::/64');
    expect(await ask(0, '2001:db8:0:7:bbbb:1:2:3')).toBe('2001:db8:0:7::/64');
    expect(await ask(1, '::1', '[2001:DB8::7:0:0:0:1]:443')).toBe('2001:db8:0:7::/64');
    expect(await ask(0, 'fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });
});

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

test('each form that anybody can send is limited by network address; others go on', async () => {
  const story = await storyTitled(house.db, 'The village hall has better parking', await house.actor('niamh'));
  const places: [path: string, fields: Record<string, string>, name: keyof typeof LIMITS][] = [
    ['/sign-in', { email: 'anna@example.org' }, 'sign-in.letter.from'],
    ['/report', { address: '/people', reason: 'other' }, 'report.from'],
    [`/stories/${story.address}/comments`, { name: 'A', email: 'anna@example.org', body: 'Good.' }, 'comment.from'],
    ['/join/applications', startFields(house, 'anna@example.org'), 'application.from'],
  ];
  const visitor = await house.as();
  for (const [path, fields, name] of places) {
    expect((await visitor.post(path, fields, from('203.0.113.9'))).status, path).toBe(303);
    await house.db
      .updateTable('rate_limits')
      .set({ hits: LIMITS[name].most })
      .where('key', 'like', `${name}:%`)
      .execute();
    const refused = await visitor.post(path, fields, from('203.0.113.9'));
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0], path).toEqual([429, true]);
    expect((await visitor.post(path, fields, from('203.0.113.10'))).status, path).toBe(303);
  }
});

test('the table of limits holds nobody’s address', async () => {
  const rows = await house.db.selectFrom('rate_limits').select('key').execute();
  expect(rows.length).toBeGreaterThan(8);
  for (const { key } of rows) expect(key).toMatch(/^[a-z.-]+:[0-9a-f]{24}$/);
});

test('a window that has closed is forgotten, one that is open is not', async () => {
  const at = (days: number) => new Date(Date.parse('2026-11-02T09:30:00Z') + days * 86_400_000);
  await limit(house.db, 'work.share', 'somebody', at(10));
  await sweep(house.db, at(11));
  const left = await house.db.selectFrom('rate_limits').select('key').execute();
  expect(left.map(({ key }) => key.split(':')[0])).toEqual(['work.share']);
  await sweep(house.db, at(13));
  expect(await house.db.selectFrom('rate_limits').select('key').execute()).toEqual([]);
});
