import type { Page } from 'playwright-core';
import type { CastName } from '../cast.ts';

/** One page kind in one state: who looks, and how one gets there from nothing but the address of a house. */
export type PageKind = { name: string; as?: CastName; open(page: Page): Promise<void> };

const STORY = 'The red jugs';

/** What anybody can open. */
export const PUBLIC: readonly PageKind[] = [
  at('home', '/'),
  at('people', '/people'),
  at('people-one', '/people?words=Featherstonehaugh'),
  at('people-none', '/people?words=nobody+at+all'),
  followed('profile', '/people?words=Amina+Yusuf', 'main a[href^="/people/amina"]'),
  followed('profile-long-name', '/people?words=Featherstonehaugh', 'main a[href^="/people/alexandra"]'),
  at('organisations', '/organisations'),
  followed('organisation', '/organisations', 'main a[href^="/organisations/"]:not([href*="?"])'),
  at('work', '/work'),
  at('work-filtered', '/work?state=stopped&words=ward'),
  at('work-seeking', '/work?seeking=owner'),
  at('work-none', '/work?words=nothing+like+this'),
  followed('work-page', '/work?words=home+before+lunch', 'a[href^="/work/home-before-lunch"]'),
  followed('measure', '/work?words=home+before+lunch', 'a[href^="/work/home-before-lunch"]', 'a[href*="/measures/"]'),
  followed('claim', '/work?words=home+before+lunch', 'a[href^="/work/home-before-lunch"]', 'a[href*="/claims/"]'),
  followed('cycle', '/work?words=home+before+lunch', 'a[href^="/work/home-before-lunch"]', 'a[href*="/cycles/"]'),
  followed('drivers', '/work?words=home+before+lunch', 'a[href^="/work/home-before-lunch"]', 'a[href$="/drivers"]'),
  followed(
    'adaptation',
    '/work?words=home+before+lunch',
    'a[href^="/work/home-before-lunch"]',
    'a[href*="/adaptations/"]',
  ),
  at('landscape', '/landscape'),
  at('landscape-few', '/landscape?state=idea&place=northern-ireland'),
  at('landscape-closer', '/landscape?view=4-400-600'),
  at('landscape-year', '/landscape?from=2022&to=2022'),
  at('landscape-table', '/landscape?as=table'),
  at('landscape-none', '/landscape?topic=nothing'),
  at('landscape-changes', '/landscape/changes'),
  at('landscape-changes-few', '/landscape/changes?place=northern-ireland&setting=hospice'),
  at('cases', '/cases'),
  followed('case', '/cases', 'main a[href^="/cases/home-before-lunch"]'),
  at('stories', '/stories'),
  at('stories-none', '/stories?words=nothing+like+this'),
  followed('story', '/stories', `main a:has-text("${STORY}")`),
  sent('comment-with-errors', '/stories', 'Send your comment', `main a:has-text("${STORY}")`),
  at('join', '/join'),
  at('application-begins', '/join/applications/new'),
  sent('application-begins-with-errors', '/join/applications/new', 'Send me the link'),
  at('application-letter', '/join/letter'),
  at('campaign', '/join/with/care-homes-have-something-to-say'),
  at('work-new', '/work/new'),
  at('report', '/report'),
  sent('report-with-errors', '/report', 'Send'),
  at('reflection', '/insight/reflection?country=england'),
  at('reflection-together', '/insight/reflection'),
  at('range', '/insight/range'),
  at('law', '/insight/law'),
  at('compact', '/pages/compact'),
  at('comments-policy', '/pages/comments'),
  at('privacy', '/pages/privacy'),
  at('accessibility', '/pages/accessibility'),
  at('page-versions', '/pages/compact/versions'),
  at('sign-in', '/sign-in'),
  sent('sign-in-with-errors', '/sign-in', 'Send'),
  at('sign-in-code', '/sign-in/code'),
  at('sign-in-password', '/sign-in/password'),
  at('sign-in-second-factor', '/sign-in/second-factor'),
  at('not-found', '/nothing-here'),
  at('refused', '/moderation'),
  at('gallery', '/gallery'),
  at('demo', '/demo'),
  at('outbox', '/outbox'),
];

/** What somebody meets who has signed in. */
export const SIGNED_IN: readonly PageKind[] = [
  at('account', '/account', 'amina'),
  at('about-you', '/account/about-you', 'amina'),
  at('account-password', '/account/password', 'amina'),
  sent('account-password-with-errors', '/account/password', /password/i, undefined, 'amina'),
  at('account-two-factor', '/account/two-factor', 'amina'),
  at('account-deletion', '/account/deletion', 'amina'),
  sent('account-deletion-with-errors', '/account/deletion', /Delete/, undefined, 'amina'),
  followed('profile-edit', '/people?words=Amina+Yusuf', 'main a[href^="/people/amina"]', 'a[href$="/edit"]', 'amina'),
  at('work-form', '/work/new', 'amina'),
  at('work-import', '/work/import', 'amina'),
  sent('work-import-with-errors', '/work/import', 'Read the sheet', undefined, 'amina'),
  { name: 'work-import-mapper', as: 'amina', open: uploadSheet },
  { name: 'work-import-begun', as: 'amina', open: importSheet },
  sent('work-form-with-errors', '/work/new', 'Share it', undefined, 'amina'),
  { name: 'work-only-a-title', as: 'amina', open: shareOnlyATitle },
  { name: 'measure-three-readings', as: 'amina', open: (page) => measureOf(page, 3) },
  { name: 'measure-200-readings', as: 'amina', open: (page) => measureOf(page, 200) },
  { name: 'readings-with-errors', as: 'amina', open: pasteNonsense },
  { name: 'measure-reminder', as: 'amina', open: (page) => besideMeasure(page, 'reminder') },
  { name: 'measure-edit', as: 'amina', open: (page) => besideMeasure(page, 'edit') },
  followed(
    'adaptation-new',
    '/work?words=home+before+lunch',
    'a[href^="/work/home-before-lunch"]',
    'a[href$="/adaptations/new"]',
    'tom',
  ),
  { name: 'driver-removal', as: 'amina', open: toDriverRemoval },
  ...[
    'edit',
    'team',
    'publication',
    'placements/mine',
    'measures/new',
    'claims/new',
    'cycles/new',
    'cycles/1/edit',
    'drivers',
    'drivers/new',
    'carrying',
  ].map(
    (path): PageKind => ({
      name: `work-${path.replaceAll('/', '-')}`,
      as: 'amina',
      open: async (page) => {
        await follow(page, '/work?words=home+before+lunch', ['a[href^="/work/home-before-lunch"]']);
        await page.goto(`${new URL(page.url()).pathname}/${path}`);
      },
    }),
  ),
  at('cases-mine', '/cases', 'amina'),
  at('case-new', '/cases/new', 'amina'),
  sent('case-new-with-errors', '/cases/new', /Start|Save/, undefined, 'amina'),
  followed('case-draft', '/cases', 'main a:has-text("A pharmacist on the ward")', 'a[href$="/edit"]', 'amina'),
  followed('case-preview', '/cases', 'main a:has-text("A pharmacist on the ward")', undefined, 'amina'),
  followed('story-with-comments', '/stories', `main a:has-text("${STORY}")`, undefined, 'orla'),
  at('story-new', '/stories/new', 'orla'),
  sent('story-new-with-errors', '/stories/new', /Save/, undefined, 'orla'),
  at('stories-drafts', '/stories', 'niamh'),
  followed('story-draft', '/stories', '.story-drafts a', undefined, 'niamh'),
  at('introductions', '/introductions', 'amina'),
  at('introductions-begin', '/introductions', 'priya'),
  at('introduction-rounds', '/introductions/rounds', 'sian'),
  at('assessing', '/assessing', 'priya'),
  followed('assessing-reading', '/assessing', 'main td a[href^="/assessing/"]', undefined, 'priya'),
  at('appeals', '/assessing/appeals', 'sian'),
  followed('appeal', '/assessing/appeals', 'main td a[href^="/assessing/appeals/"]', undefined, 'sian'),
  sent('appeal-with-errors', '/assessing/appeals', /letter/, 'main td a[href^="/assessing/appeals/"]', 'sian'),
  at('criteria', '/steward/criteria', 'sian'),
  at('criteria-preview', '/steward/criteria/preview?as=public', 'sian'),
  at('criterion-new', '/steward/criteria/draft/new', 'sian'),
  at('assessing-decided', '/assessing?show=closed', 'sian'),
  { name: 'assessing-decision', as: 'sian', open: toDecision },
  at('moderation', '/moderation', 'morag'),
  followed('moderation-report', '/moderation', 'main a[href^="/moderation/reports/"]', undefined, 'morag'),
  at('releases', '/work/releases', 'morag'),
  at('removals', '/work/removals', 'niamh'),
  followed(
    'removal-new',
    '/work?words=home+before+lunch',
    'a[href^="/work/home-before-lunch"]',
    'a[href$="/removals/new"]',
    'joe',
  ),
  at('bring-somebody-in', '/invitations', 'amina'),
  sent('bring-somebody-in-with-errors', '/invitations', 'Send the invitation', undefined, 'amina'),
  at('who-is-missing', '/invitations/missing', 'amina'),
  at('steward', '/steward', 'sian'),
  at('campaigns', '/steward/campaigns', 'sian'),
  at('admissions', '/steward/admissions', 'sian'),
  at('members-as-a-list', '/steward/members', 'sian'),
  at('page-edit', '/pages/compact/edit', 'sian'),
  at('invitations', '/membership/invitations', 'sian'),
  sent('invitations-with-errors', '/membership/invitations', 'Send the invitation', undefined, 'sian'),
];

function at(name: string, path: string, as?: CastName): PageKind {
  return { name, as, open: async (page) => void (await page.goto(path)) };
}

/** From a list through one link, or two. */
function followed(name: string, list: string, link: string, next?: string, as?: CastName): PageKind {
  return { name, as, open: (page) => follow(page, list, next ? [link, next] : [link]) };
}

/** A form sent empty. */
function sent(name: string, path: string, button: string | RegExp, link?: string, as?: CastName): PageKind {
  return {
    name,
    as,
    open: async (page) => {
      await follow(page, path, link ? [link] : []);
      await page.getByRole('main').getByRole('button', { name: button }).last().click();
      await page.getByRole('alert').waitFor();
    },
  };
}

async function follow(page: Page, list: string, links: readonly string[]): Promise<void> {
  await page.goto(list);
  for (const link of links) {
    const href = await page.locator(link).first().getAttribute('href', { timeout: 5000 });
    await page.goto(href?.replace(/#.*/, '') ?? list);
  }
}

async function toDriverRemoval(page: Page): Promise<void> {
  await follow(page, '/work?words=home+before+lunch', ['a[href^="/work/home-before-lunch"]']);
  await page.goto(`${new URL(page.url()).pathname}/drivers`);
  const href = await page.locator('.outline-tools a').first().getAttribute('href');
  await page.goto(`${href}/removal`);
}

async function shareOnlyATitle(page: Page): Promise<void> {
  await page.goto('/work/new');
  await page
    .getByLabel('What do you call it?')
    .fill('A bench at the bus stop, so that people with breathing trouble can rest on the way in');
  await page.getByLabel('Idea').check();
  await page.getByLabel('Country').selectOption('england');
  await page
    .getByRole('group', { name: /^Iterative/ })
    .getByLabel('Mostly')
    .check();
  await page.getByRole('button', { name: 'Share it' }).click();
  await page.waitForURL(/\/work\/a-bench/);
}

async function uploadSheet(page: Page): Promise<void> {
  await page.goto('/work/import');
  const lines = [
    'Project title;Background;Aim;Status;Nation;Organisation;Start date',
    'Warm blankets in the day unit;People wait in thin gowns.;Nobody is cold while they wait;Testing;Wales;Tolland Hospital;01/03/2025',
    'Quiet trolleys at night;The wheels wake people on three wards.;;Sustained;Northern Ireland;;March 2024',
    ';A row that somebody began;;Idea;Wales;;',
    'A door that stays open;;;Finished;Wales;;',
  ];
  const file = { name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await page.getByLabel('An Excel or CSV file').setInputFiles(file);
  await page.getByRole('button', { name: 'Read the sheet' }).click();
  await page.getByRole('heading', { name: 'What would come of it' }).waitFor();
}

/** As far as it has come: where nobody does the jobs, as in a test, it has only begun. */
async function importSheet(page: Page): Promise<void> {
  await uploadSheet(page);
  await page.getByRole('button', { name: /^Make these/ }).click();
  await page.waitForLoadState();
}

async function besideMeasure(page: Page, what: string): Promise<void> {
  await follow(page, '/work?words=home+before+lunch', ['a[href^="/work/home-before-lunch"]', 'a[href*="/measures/"]']);
  await page.goto(`${new URL(page.url()).pathname}/${what}`);
}

async function beginMeasure(page: Page): Promise<void> {
  await shareOnlyATitle(page);
  await page.getByRole('link', { name: 'Add a measure' }).first().click();
  await page.getByLabel('What is measured?').fill('People who sat down');
  await page.getByLabel('In what unit?').fill('people');
  await page.getByLabel('Up', { exact: true }).check();
  await page.getByRole('main').getByRole('button').first().click();
  await page.getByLabel('Paste two columns').waitFor();
}

async function measureOf(page: Page, readings: number): Promise<void> {
  await beginMeasure(page);
  const sheet = Array.from({ length: readings }, (_, n) => {
    const date = new Date(Date.UTC(2022, 0, 3 + 7 * n)).toISOString().slice(0, 10);
    return `${date}\t${20 + ((n * 7) % 11) + (n > 120 ? 6 : 0)}`;
  });
  await page.getByLabel('Paste two columns').fill(sheet.join('\n'));
  await page.getByRole('button', { name: 'Show me what this would look like' }).click();
  await page.getByRole('button', { name: /^Save th/ }).click();
  await page.locator('.chart').first().waitFor();
}

async function pasteNonsense(page: Page): Promise<void> {
  await beginMeasure(page);
  await page.getByLabel('Paste two columns').fill('2024-01-01\t20\n31/02/2026\ttwenty');
  await page.getByRole('button', { name: 'Show me what this would look like' }).click();
  await page.getByRole('alert').waitFor();
}

/** An application that can be decided: the first on the queue whose page offers it. */
async function toDecision(page: Page): Promise<void> {
  await page.goto('/assessing');
  const links = await page
    .locator('main a[href^="/assessing/"]:not([href*="?"])')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const link of links) {
    await page.goto(`${link}/decision`);
    if (page.url().endsWith('/decision')) return;
  }
  throw new Error('no application on the queue can be decided');
}
