import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { type Served, serveHouse } from '../support/served.ts';
import { storyTitled } from '../world/stories.ts';

const TITLE = 'The red jugs: why we stopped, and why I am glad that we said so';
let served: Served;
let address: string;
beforeAll(async () => {
  served = await serveHouse();
  const story = await storyTitled(served.house.db, TITLE, visitor(served.house.clock()));
  address = `/stories/${story.address}`;
});
afterAll(() => served.close());

test('somebody without an account comments, proves their address, and a moderator lets everybody read it', async () => {
  const page = await served.page(undefined, { javaScriptEnabled: false });
  await page.goto(address);
  await page.getByLabel('Your comment').fill('We use a teapot instead.');
  await page.getByRole('button', { name: 'Send your comment' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Tell us the name to show with your comment.');
  expect(await page.getByLabel('Your comment').inputValue()).toBe('We use a teapot instead.');
  await page.getByLabel('Your name, as readers see it').fill('Gwen Ifans');
  await page.getByLabel('Your e-mail address').fill('gwen@teapot.example');
  await page.getByRole('button', { name: 'Send your comment' }).click();
  expect(await page.locator('#comments').innerText()).toContain('look at your e-mail');

  const [letter] = await served.house.lettersTo('gwen@teapot.example');
  await page.goto(/http:\/\/\S+\/comments\/\S+/.exec(letter?.body ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: 'Yes, I wrote this' }).click();
  expect(await page.locator('.lede').innerText()).toContain('A moderator reads it next');

  const desk = await served.page('morag', { javaScriptEnabled: false });
  await desk.goto('/moderation');
  const waiting = desk.getByRole('article').filter({ hasText: 'We use a teapot instead.' });
  expect(await waiting.innerText()).not.toContain('teapot.example');
  await waiting.getByRole('button', { name: 'Approve' }).click();
  await page.goto(address);
  const comment = page.getByRole('article').filter({ hasText: 'We use a teapot instead.' });
  expect(await comment.last().innerText()).toContain('Gwen Ifans');
  expect(await page.content()).not.toContain('teapot.example');
});
