import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import type { CastName } from '../cast.ts';
import { type Served, serveHouse } from '../support/served.ts';
import { storyTitled } from '../world/stories.ts';
import { DRAFT } from '../world/stories-told.ts';

const TITLE = 'The red jugs: why we stopped, and why I am glad that we said so';
const html = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': 'off', // what the renderer writes is valid either way
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-redundant-role': 'off',
    'require-sri': 'off', // everything comes from one origin
    'tel-non-breaking': 'off',
  },
});

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

test('the pages of stories and moderators have no fault that axe can find, fit 320 pixels and are valid', async () => {
  const draft = await storyTitled(served.house.db, DRAFT.title, await served.house.actor('niamh'));
  const pages: [CastName | undefined, string][] = [
    [undefined, '/stories'],
    [undefined, '/stories?words=nothing-at-all'],
    [undefined, address],
    ['orla', address],
    ['niamh', `/stories/${draft.address}`],
    ['niamh', '/stories'],
    ['tom', '/stories/new'],
    [undefined, '/pages/privacy'],
    [undefined, '/pages/compact/versions'],
    ['sian', '/pages/compact/edit'],
    [undefined, '/report'],
    ['morag', '/moderation'],
    ['sian', '/steward'],
  ];
  for (const [name, path] of pages) {
    const source = await (await (await served.house.as(name)).get(path)).text();
    const { results } = await html.validateString(source);
    const faults = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
    expect([path, ...faults]).toEqual([path]);
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await served.page(name, { viewport: { width: 320, height: 640 }, colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect([path, ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.context().close();
    }
  }
});
