import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  house.app.get('/broken-for-a-test', () => {
    throw new Error('the secret is in this sentence');
  });
});
afterAll(() => house.close());

test('a bug shows the number of the request, and no detail', async () => {
  const answer = await (await house.as()).get('/broken-for-a-test', { headers: { 'x-request-id': 'number-4711' } });
  expect(answer.status).toBe(500);
  expect(answer.headers.get('x-request-id')).toBe('number-4711');
  const page = await answer.text();
  expect(page).toContain('number-4711');
  expect(page).toContain('This is our fault, not yours.');
  expect(page).not.toContain('secret');
});

test.each(['/no-such-page', '/people/nobody', '/work/x-0000000000/edit', '/people/%00', '/people?words=%00'])(
  'an unknown address, %s, says where to go from there',
  async (path) => {
    const answer = await (await house.as('amina')).get(path);
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain('We cannot find that page');
    for (const way of ['href="/work"', 'href="/people"', 'href="/"']) expect(page).toContain(way);
  },
);
