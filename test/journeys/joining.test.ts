import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CastName } from '../cast.ts';
import { recording } from '../support/joining.ts';
import { type Served, serveHouse } from '../support/served.ts';
import { APPLICANTS } from '../world/applicants.ts';
import { addApplicant } from '../world/membership.ts';
import { NOW } from '../world.ts';

let served: Served;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

const html = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'void-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off', 'no-redundant-role': 'off' },
});

const PHONE = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };

async function pageOf(...given: Parameters<Served['page']>): Promise<Page> {
  const page = await served.page(...given);
  page.setDefaultTimeout(5000);
  return page;
}

async function newestLink(email: string): Promise<string> {
  const [letter] = await served.house.lettersTo(email);
  const link = letter?.body.split('\n').find((line) => line.startsWith(`${served.url}/`));
  if (!link) throw new Error(`no link in the letter to ${email}`);
  return link;
}

/** Nothing on the page is wider than the screen, and axe, which needs scripts, finds no fault in it. */
async function expectSound(plain: Page): Promise<void> {
  const storageState = await plain.context().storageState();
  const page = await served.page(undefined, { viewport: plain.viewportSize(), storageState });
  await page.goto(plain.url());
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.context().close();
}

async function expectValid(who: CastName, path: string): Promise<void> {
  const report = await html.validateString(await (await (await served.house.as(who)).get(path)).text());
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
}

test('a carer on a phone without JavaScript applies by letter, is read by two, and is welcomed', async () => {
  const email = 'nerys@carers.example';
  const phone = await pageOf(undefined, PHONE);
  await phone.goto('/join');
  await phone.getByRole('link', { name: 'Start your application' }).first().click();
  served.house.setClock(new Date(NOW.getTime() + 60_000));
  await phone.getByLabel('Your name').fill('Nerys Bellamy');
  await phone.getByLabel('Your e-mail address').fill(email);
  await phone.getByLabel('Where do you do most of this?').selectOption('Wales');
  await phone.getByLabel('I come as a patient').check();
  await phone.getByRole('button', { name: 'Send me the link' }).click();
  await phone.getByRole('heading', { name: 'Look in your e-mail' }).waitFor();

  await phone.goto(await newestLink(email));
  await expectSound(phone);
  await phone.getByLabel('Tell us about something you helped').fill('I rewrote the leaflet with four others.');
  await phone.getByRole('button', { name: 'Save and finish later' }).click();
  await phone.getByText('You can close this page.').waitFor();
  await phone.getByRole('button', { name: 'Send your application' }).click();
  await phone.getByRole('link', { name: /We need your answer about “Reflection/ }).waitFor();
  await phone.getByLabel('Think of a time you tried').fill('A table full of paper said more than I could.');
  await phone.getByLabel('I have read it and can agree to it').check();
  await phone.getByRole('button', { name: 'Send your application' }).click();
  await phone.getByRole('heading', { name: 'Thank you, Nerys Bellamy.' }).waitFor();
  await expectSound(phone);

  await assess(email);
  await assess(email);

  const rhys = await pageOf('rhys');
  await rhys.goto('/assessing');
  await expectSound(rhys);
  await expectValid('rhys', '/assessing');
  await rhys.getByRole('link', { name: 'Nerys Bellamy' }).click();
  await rhys.getByText('Five hospitals use your page.').first().waitFor();
  await expectSound(rhys);
  await expectValid('rhys', new URL(rhys.url()).pathname);
  await rhys.getByRole('link', { name: 'Admit', exact: true }).click();
  await expectSound(rhys);
  await rhys.getByRole('button', { name: 'Admit, and send the letter' }).click();
  await rhys.getByRole('heading', { name: 'Nerys Bellamy' }).waitFor();

  await phone.reload();
  await phone.getByRole('heading', { name: 'Welcome to Cairn' }).waitFor();
  expect((await served.house.lettersTo(email))[0]?.body).toContain('Five hospitals use your page.');
});

test('a steward invites a founding member', async () => {
  const sian = await pageOf('sian');
  await sian.goto('/membership/invitations');
  await expectSound(sian);
  await expectValid('sian', '/membership/invitations');
  await sian.getByLabel('Name').fill('Greta Founder');
  await sian.getByLabel('E-mail address').fill('greta@example.org');
  await sian.getByLabel('Why them?').fill('You held the network together.');
  await sian.getByRole('button', { name: 'Send the invitation' }).click();
  const greta = await pageOf(undefined, PHONE);
  await greta.goto(await newestLink('greta@example.org'));
  await expectSound(greta);
  await greta.getByLabel('Where do you work, live or volunteer?').selectOption('Scotland');
  await greta.getByLabel('I have read it and can agree to it').check();
  await greta.getByRole('button', { name: 'Accept' }).click();
  await greta.getByText('You are a founding member.').waitFor();
});

test('a carer on a phone without JavaScript answers by voice, and somebody whom they named confirms it', async () => {
  const email = 'tegwen@carers.example';
  served.house.setClock(NOW);
  const phone = await pageOf(undefined, PHONE);
  await phone.goto('/join/applications/new');
  served.house.setClock(new Date(NOW.getTime() + 60_000));
  await phone.getByLabel('Your name').fill('Tegwen Morris');
  await phone.getByLabel('Your e-mail address').fill(email);
  await phone.getByLabel('Where do you do most of this?').selectOption('Wales');
  await phone.getByLabel('I come as a patient').check();
  await phone.getByRole('button', { name: 'Send me the link' }).click();
  await phone.goto(await newestLink(email));
  await phone.getByLabel('Think of a time you tried').fill('A table full of paper said more than I could.');
  await phone.getByRole('button', { name: /^Answer with a recording or a file.*Influence/ }).click();
  await phone.getByRole('heading', { name: 'Influence beyond one team' }).waitFor();
  await expectSound(phone);
  await phone.getByRole('button', { name: 'Send the file' }).click();
  await phone.getByRole('link', { name: 'Choose the file first.' }).waitFor();
  const buffer = Buffer.from(await recording().arrayBuffer());
  await phone
    .getByLabel('Your recording, film or file')
    .setInputFiles({ name: 'leaflet.wav', mimeType: 'audio/wav', buffer });
  await phone.getByRole('button', { name: 'Send the file' }).click();
  await phone.getByRole('link', { name: 'leaflet.wav' }).waitFor();
  expect(await phone.getByLabel('Think of a time you tried').inputValue()).toContain('A table full of paper');
  await expectSound(phone);
  await phone.getByLabel('Their name').fill('Eirlys Vaughan');
  await phone.getByLabel('Their e-mail address').fill('eirlys@carers.example');
  await phone.getByLabel('I have read it and can agree to it').check();
  await phone.getByRole('button', { name: 'Send your application' }).click();
  await phone.getByText('We asked Eirlys Vaughan on').waitFor();
  await expectSound(phone);

  const friend = await pageOf(undefined, PHONE);
  await friend.goto(await newestLink('eirlys@carers.example'));
  await expectSound(friend);
  await friend.getByLabel('I can confirm it').check();
  await friend.getByLabel('A few words').fill('I sat at that table.');
  await friend.getByRole('button', { name: 'Send your answer' }).click();
  await friend.getByRole('heading', { name: 'Thank you' }).waitFor();
  await phone.reload();
  await phone.getByText('Eirlys Vaughan has answered.').waitFor();

  const rhys = await pageOf('rhys');
  await rhys.goto('/assessing');
  await rhys.getByRole('link', { name: 'Tegwen Morris' }).click();
  await rhys.getByText('I sat at that table.').waitFor();
  await expectSound(rhys);
  await expectValid('rhys', new URL(rhys.url()).pathname);
  const seconds = rhys.locator('audio').evaluate(async (one: HTMLAudioElement) => {
    one.preload = 'metadata';
    if (!(one.duration > 0)) await new Promise((resolve) => one.addEventListener('loadedmetadata', resolve));
    return one.duration;
  });
  expect(await seconds).toBeCloseTo(2, 1);
});

test('an appeal, from the letter to its outcome, and the keyboard finds its way in the list', async () => {
  const email = 'alwen@appeals.example';
  served.house.setClock(NOW);
  const [gregor] = APPLICANTS.filter(({ name }) => name === 'Gregor Haldane');
  if (!gregor) throw new Error('Gregor is not there');
  await addApplicant(served.house.db, { ...gregor, name: 'Alwen Price', email, daysAgo: 20 }, NOW, null);
  const [letter] = await served.house.lettersTo(email);
  const phone = await pageOf(undefined, PHONE);
  await phone.goto(/\/join\/applications\/\S+\/appeal/.exec(letter?.body ?? '')?.[0] ?? '');
  await expectSound(phone);
  await phone.getByRole('button', { name: 'Send your appeal' }).click();
  await phone.getByRole('link', { name: 'Tell us in your own words' }).waitFor();
  await phone.getByLabel('What did we miss').fill('You read the first page only.');
  await phone.getByRole('button', { name: 'Send your appeal' }).click();
  await phone.getByText('We have it.').waitFor();
  await expectSound(phone);

  const sian = await pageOf('sian');
  await sian.goto('/assessing/appeals');
  await expectSound(sian);
  await expectValid('sian', '/assessing/appeals');
  await sian.locator('queue-keys tbody a').first().focus();
  await sian.keyboard.press('j');
  await sian.keyboard.press('k');
  expect(
    await sian
      .locator('queue-keys tbody a')
      .first()
      .evaluate((one) => one === document.activeElement),
  ).toBe(true);
  await sian.getByRole('link', { name: 'Alwen Price' }).first().click();
  await expectSound(sian);
  await expectValid('sian', new URL(sian.url()).pathname);
  await sian.getByLabel('Your answer').fill('What is on the second page?');
  await sian.getByRole('button', { name: 'Send your answer' }).click();
  await sian.getByText('What is on the second page?').waitFor();

  await phone.goto(await newestLink(email));
  await phone.getByText('What is on the second page?').waitFor();
  await phone.getByLabel('Your reply').fill('Two more wards that joined in.');
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  await phone.getByText('Two more wards that joined in.').waitFor();

  await sian.reload();
  await sian.getByLabel('Upheld: read again').check();
  await sian.getByLabel('The letter, with your reasons').fill('You are right: we missed a page.');
  await sian.getByRole('button', { name: 'End it, and send the letter' }).click();
  await sian.getByText('You are right: we missed a page.').waitFor();
  await phone.goto(await newestLink(email));
  await phone.getByText('Upheld: read again').waitFor();
  await expectSound(phone);
});

test('a steward writes a criterion and sees it as an applicant does', async () => {
  const sian = await pageOf('sian', { viewport: { width: 360, height: 740 } });
  await sian.goto('/steward/criteria');
  await expectSound(sian);
  await expectValid('sian', '/steward/criteria');
  await sian.getByRole('button', { name: 'Write a new version' }).click();
  await sian.getByRole('link', { name: 'Influence beyond one team' }).click();
  await expectSound(sian);
  await sian.getByLabel('The question').nth(1).fill('What did you change for more people than your own?');
  await sian.getByRole('button', { name: 'Keep it in the draft' }).click();
  await sian.getByRole('button', { name: /^Move down.*Influence/ }).click();
  await expectSound(sian);
  await sian.getByRole('link', { name: 'See it as an applicant' }).click();
  await sian.getByRole('link', { name: 'Patient, unpaid carer or public' }).click();
  await sian.getByLabel('What did you change for more people than your own?').waitFor();
  await expectSound(sian);
});

/** The next person who was asked by letter gives their view. */
async function assess(email: string): Promise<void> {
  const { assessor_id, short_id } = await served.house.db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .innerJoin('assessment_assignments', 'assessment_assignments.submission_id', 'application_states.submission_id')
    .leftJoin('assessments', (join) =>
      join
        .onRef('assessments.submission_id', '=', 'assessment_assignments.submission_id')
        .onRef('assessments.assessor_id', '=', 'assessment_assignments.assessor_id'),
    )
    .select(['assessment_assignments.assessor_id', 'applications.short_id'])
    .where('email', '=', email)
    .where('assessments.id', 'is', null)
    .orderBy('assigned_at')
    .executeTakeFirstOrThrow();
  const page = await pageOf(undefined, { javaScriptEnabled: false });
  const [name = '', value = ''] = (await served.house.sessions.begin(assessor_id)).split('=');
  await page.context().addCookies([{ name, value, url: served.url }]);
  await page.goto(`/assessing/${short_id}`);
  await expectSound(page);
  for (const section of ['Influence beyond one team', 'Reflection on how change happens']) {
    const i = section.startsWith('Influence') ? 0 : 1;
    await page.getByRole('radio', { name: 'Met', exact: true }).nth(i).check();
    await page.getByLabel('Your reason').nth(i).fill('Five hospitals use your page.');
  }
  await page.getByRole('button', { name: 'Give your assessment' }).click();
  await page.getByText('You have given your assessment.').or(page.getByText('please decide')).first().waitFor();
}
