import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assessments, decisions, panel } from '#features/membership/index.ts';
import * as roles from '#kernel/roles.ts';
import { actorFor } from '#kernel/session/index.ts';
import { type Served, serveHouse } from '../support/served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

const PHONE = { javaScriptEnabled: false, viewport: { width: 320, height: 740 } };

/** Nothing is wider than the screen, and axe, which needs scripts, finds no fault. */
async function expectSound(plain: Page): Promise<void> {
  const storageState = await plain.context().storageState();
  const page = await served.page(undefined, { viewport: plain.viewportSize(), storageState });
  await page.goto(plain.url());
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth), plain.url()).toBeLessThanOrEqual(width);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.context().close();
}

async function linkTo(email: string): Promise<string> {
  const [letter] = await served.house.lettersTo(email);
  const link = letter?.body.split('\n').find((line) => line.startsWith(`${served.url}/join/`));
  if (!link) throw new Error(`no link in the newest letter to ${email}: ${letter?.subject}`);
  return link;
}

async function invite(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/invitations');
  await page.getByLabel('What do you call them?').fill(name);
  await page.getByLabel('Their e-mail address').fill(email);
  await page.getByLabel('Your note to them').fill('You wrote to the hospital, and the hospital changed.');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('Your invitation is on its way').waitFor();
}

/** Two of the panel find everything met, and one of them admits. */
async function admit(email: string): Promise<void> {
  const { db, clock } = served.house;
  const { short_id: short } = await db
    .selectFrom('applications')
    .select('short_id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const views = {
    influence: { view: 'met', reason: 'It did.' },
    reflection: { view: 'met', reason: 'You say how.' },
  } as const;
  for (const id of await roles.holders(db, 'assessor', 'scotland')) {
    const assessor = await actorFor(db, id, clock());
    const reading = await panel.find(db, short, assessor);
    if (reading.mine.assigned) await assessments.give(db, reading, views, served.url, assessor);
  }
  const steward = await served.house.actor('sian');
  const reading = await panel.find(db, short, steward);
  await decisions.admit(db, reading, { letter: 'Welcome, Greer.', reasons: '' }, served.url, steward);
}

test('a member invites a carer, who says yes on a phone without JavaScript, joins, and finds a way in', async () => {
  const email = 'greer@carers.example';
  const amina = await served.page('amina');
  await invite(amina, 'Greer', email);
  await expectSound(amina);

  const phone = await served.page(undefined, PHONE);
  await phone.goto(await linkTo(email));
  await phone.getByText('You wrote to the hospital, and the hospital changed.').waitFor();
  await expectSound(phone);
  await phone.getByRole('button', { name: 'Start my application' }).click();
  await phone.getByRole('link', { name: 'Choose the country where you do most of this.' }).waitFor();
  await phone.getByLabel('Your name').fill('Greer Lawson');
  await phone.getByLabel('Where do you do most of this?').selectOption('Scotland');
  await phone.getByLabel('I come as a patient').check();
  await phone.getByLabel('That I have joined').check();
  await phone.getByRole('button', { name: 'Start my application' }).click();
  await phone.getByLabel('Tell us about something you helped').fill('We carers wrote to the hospital, all of us.');
  await phone.getByLabel('Think of a time you tried').fill('A letter alone did little; a visit did more.');
  await phone.getByLabel('I have read it and can agree to it').check();
  await phone.getByRole('button', { name: 'Send your application' }).click();
  await phone.getByRole('heading', { name: 'Thank you, Greer Lawson.' }).waitFor();

  await amina.goto('/invitations');
  expect(await amina.getByRole('row', { name: /Greer/ }).textContent()).toContain('Nothing so far');
  await admit(email);
  await amina.reload();
  expect(await amina.getByRole('row', { name: /Greer/ }).textContent()).toContain('Joined on 2 November 2026');

  const letters = await served.house.lettersTo(email);
  expect(letters[0]?.body).toContain(`${served.url}/welcome`);
  const { person_id } = await served.house.db
    .selectFrom('person_emails')
    .select('person_id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const [name = '', value = ''] = (await served.house.sessions.begin(person_id)).split('=');
  await phone.context().addCookies([{ name, value, url: served.url }]);
  await phone.goto('/welcome');
  await phone.getByRole('heading', { name: 'Welcome, Greer' }).waitFor();
  await phone.getByRole('heading', { name: 'Three people you might like to know' }).waitFor();
  await expectSound(phone);
});

test('whoever refuses for ever can never be invited again', async () => {
  const email = 'rory@refuses.example';
  const amina = await served.page('amina');
  await invite(amina, 'Rory', email);
  const phone = await served.page(undefined, PHONE);
  await phone.goto(await linkTo(email));
  await phone.getByRole('button', { name: 'Never invite me again' }).click();
  await phone.getByRole('heading', { name: 'Nobody will invite you again' }).waitFor();
  await expectSound(phone);

  const rhys = await served.page('rhys');
  await invite(rhys, 'Rory', email);
  expect(await served.house.lettersTo(email)).toEqual([]);
  await amina.reload();
  expect(await amina.getByRole('row', { name: /Rory/ }).textContent()).toContain('Nothing so far');
});

test('what stewards see of it holds on a phone too', async () => {
  const steward = await served.page('sian', { viewport: { width: 320, height: 740 } });
  for (const path of ['/steward/campaigns', '/steward/admissions', '/steward/members', '/invitations/missing']) {
    await steward.goto(path);
    await expectSound(steward);
  }
  const visitor = await served.page(undefined, PHONE);
  await visitor.goto('/join/with/care-homes-have-something-to-say');
  await expectSound(visitor);
});
