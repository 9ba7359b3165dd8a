import type { Hono } from 'hono';
import * as account from '#features/account/index.ts';
import * as admin from '#features/admin/index.ts';
import * as admissions from '#features/admissions/index.ts';
import * as cases from '#features/cases/index.ts';
import * as connections from '#features/connections/index.ts';
import * as demo from '#features/demo/index.ts';
import * as evidence from '#features/evidence/index.ts';
import * as founding from '#features/founding/index.ts';
import * as gallery from '#features/gallery/index.ts';
import * as home from '#features/home/index.ts';
import * as imports from '#features/imports/index.ts';
import * as insight from '#features/insight/index.ts';
import * as inviting from '#features/inviting/index.ts';
import * as landscape from '#features/landscape/index.ts';
import * as membership from '#features/membership/index.ts';
import * as messages from '#features/messages/index.ts';
import * as moderation from '#features/moderation/index.ts';
import * as monitoring from '#features/monitoring/index.ts';
import * as organisations from '#features/organisations/index.ts';
import * as pages from '#features/pages/index.ts';
import * as people from '#features/people/index.ts';
import * as practice from '#features/practice/index.ts';
import * as reference from '#features/reference/index.ts';
import * as stories from '#features/stories/index.ts';
import * as work from '#features/work/index.ts';
import { type Actor, cairnItself } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import * as files from '#kernel/files/index.ts';
import type { House } from '#kernel/house.ts';
import type { Calendar, Handlers } from '#kernel/jobs.ts';
import * as mail from '#kernel/mail/index.ts';
import { isOpen } from '#kernel/rooms.ts';
import * as settings from '#kernel/settings.ts';
import * as sweeping from '#kernel/sweeping.ts';
import type { NavItem } from '#kernel/ui/index.ts';
import { openApp } from '#kernel/web/base.tsx';
import type { HouseEnv } from '#kernel/web/env.ts';
import { whileOpen } from '#kernel/web/rooms.tsx';
import { t } from '#kernel/words.ts';

const NAV: readonly NavItem[] = [
  { href: '/people', label: () => t('People') },
  { href: '/work', label: () => t('Work') },
  { href: '/landscape', label: () => t('Landscape'), room: 'landscape' },
  { href: '/cases', label: () => t('Cases'), room: 'cases' },
  { href: '/stories', label: () => t('Stories') },
  { href: '/introductions', label: () => t('Meet'), role: 'member' },
  { href: '/assessing', label: () => t('Assessing'), role: 'assessor' },
  { href: '/steward/admissions', label: () => t('Admissions'), role: 'data-lead' },
  { href: '/moderation', label: () => t('Moderation'), role: 'moderator' },
  { href: '/steward', label: () => t('Looking after'), role: 'steward' },
];

/** What each room gives a person to take away, and how it forgets them. */
export const RIGHTS: Parameters<typeof account.routes>[1] = {
  exports: {
    organisations: organisations.personal.exportOf,
    messages: messages.personal.exportOf,
    membership: membership.personal.exportOf,
    introductions: connections.personal.exportOf,
    inviting: inviting.personal.exportOf,
    imports: imports.personal.exportOf,
    work: work.personal.exportOf,
    practice: practice.personal.exportOf,
    evidence: evidence.personal.exportOf,
    cases: cases.personal.exportOf,
    pages: pages.exportOf,
    moderation: moderation.personal.exportOf,
    stories: stories.personal.exportOf,
  },
  erasers: [
    organisations.personal.erase,
    messages.personal.erase,
    inviting.personal.erase,
    imports.personal.erase,
    membership.personal.erase,
    practice.personal.erase,
    connections.personal.erase,
    work.personal.erase,
    evidence.personal.erase,
    cases.personal.erase,
    pages.erase,
    moderation.personal.erase,
    stories.personal.erase,
  ],
  panels: [inviting.accountPanel],
};

/** The same with what lies under this house's key. */
function rightsIn({ config }: House): typeof RIGHTS {
  const key = monitoring.keyFrom(config.secret);
  return {
    exports: { ...RIGHTS.exports, monitoring: monitoring.personal.exportOf(key) },
    erasers: [...RIGHTS.erasers, monitoring.personal.erase(key)],
    panels: [...(RIGHTS.panels ?? []), monitoring.accountPanel],
  };
}

/** Mounts the rooms in reading order. */
export function createApp(house: House): Hono<HouseEnv> {
  const app = openApp(house, NAV);
  app.use('/landscape/*', whileOpen(house, 'landscape'));
  app.use('/cases/*', whileOpen(house, 'cases'));
  app.use('/work/:work/claims/*', whileOpen(house, 'cases'));
  app.route('/', home.routes(house, { cases: casesFor, panels: [stories.latestPanel] }));
  const panels = {
    head: [messages.writePanel],
    main: [work.worksPanel, stories.storiesPanel],
    side: [organisations.affiliationsPanel],
    foot: [messages.blockPanel],
  };
  app.route('/people', people.routes(house, panels));
  app.route('/people', organisations.affiliationRoutes(house));
  app.route('/', messages.routes(house, { report: reportMessage(house) }));
  app.route(
    '/organisations',
    organisations.routes(house, { panels: [work.workPanel], movers: [work.moveOrganisation] }),
  );
  app.route('/', membership.routes(house, { worksOf: work.ofPerson, compactVersion: compactVersion }));
  app.route('/introductions', connections.routes(house, introducing));
  app.route('/', inviting.routes(house, { missing: [insight.countryPanel] }));
  app.route('/steward/members', imports.stewardRoutes(house));
  app.route('/join/brought-in', imports.answerRoutes(house, { forget: forgetPerson(house), compactVersion }));
  app.route('/landscape', landscape.routes(house));
  app.route(
    '/work',
    work.routes(house, {
      panels: [
        practice.practicePanel,
        withCases(evidence.claimsPanel),
        practice.adaptationsPanel,
        withCases(cases.citingPanel),
      ],
      measurePanels: [practice.cyclesOnChart],
    }),
  );
  app.route('/work', practice.routes(house));
  app.route('/work', evidence.routes(house));
  app.route('/cases', cases.routes(house));
  app.route('/s', work.permanent(house));
  app.route('/s', cases.permanent(house));
  app.route('/founding', founding.routes(house));
  app.route('/', stories.routes(house, { works: { find: work.works.find, among: work.works.among } }));
  app.route('/insight', insight.routes(house));
  app.route('/pages', pages.routes(house));
  app.route('/', moderation.routes(house, { desks: [firstPieces] }));
  app.route('/steward/admissions', admissions.routes(house)); // data leads read it too: before what is for stewards only
  app.route('/steward', admin.routes(house));
  app.route('/vocabulary', reference.routes(house));
  app.route('/', account.routes(house, rightsIn(house)));
  app.route('/account/about-you', monitoring.routes(house));
  app.route('/', demo.routes(house));
  app.route('/gallery', gallery.routes(house));
  return app;
}

/** First pieces of work, which wait at a desk of their own. */
const firstPieces: moderation.OtherDesk = async (db, actor) => ({
  title: t('First pieces of work to release'),
  count: (await work.releases.waiting(db, actor)).length,
  href: '/work/releases',
});

/** Who is introduced writes through Cairn, and nobody is introduced to whom they wish to be left in peace by. */
const introducing: connections.Options = {
  apart: messages.blocks.pairs,
  writeTo: ({ address }) => `/people/${address}/messages/new`,
};

/** Shows a message to the moderators, as something unkind. */
function reportMessage(house: House): messages.Report {
  return (db, about, actor) => moderation.reports.file(db, { ...about, reason: 'unkind' }, house.config.url, actor);
}

type WorkPanel = typeof evidence.claimsPanel | typeof cases.citingPanel;

/** A panel of the cases' room, and its evidence, shows nothing while that room is closed. */
function withCases(panel: WorkPanel): WorkPanel {
  return async (db, work, actor) =>
    isOpen(await settings.current(db, actor.at), 'cases') ? panel(db, work, actor) : null;
}

/** The cases that the reader can open, for the home page; null while there is no room for them. */
async function casesFor(db: Db, actor: Actor) {
  if (!isOpen(await settings.current(db, actor.at), 'cases')) return null;
  return cases.library.published(db, actor);
}

/** Forgets somebody everywhere, as when they delete their account. */
function forgetPerson(house: House): people.Eraser {
  return async (db, personId, actor) =>
    people.erase(
      db,
      await people.people.byId(db, personId),
      [...rightsIn(house).erasers, house.sessions.accounts.erase],
      actor,
    );
}

/** The version of the compact that applicants accept now. */
async function compactVersion(db: Db): Promise<string> {
  return String((await pages.pages.current(db, 'compact')).version);
}

/** Every job that this Cairn knows how to do. */
export function jobsOf(house: House): Handlers {
  return {
    ...mail.handlers(house.db, mail.postOf(house.config), house.clock),
    ...files.handlers(house.db, house.storage),
    ...people.handlers(house.db, house.clock),
    ...sweeping.jobs(house),
    ...membership.retention.jobs(house),
    ...connections.jobs(house, introducing),
    ...membership.reminding.jobs(house),
    ...inviting.jobs(house),
    ...imports.handlers(house),
    ...stories.jobs(house),
    ...work.jobs(house),
    ...evidence.grades.handlers(house),
    ...monitoring.jobs(house),
    ...insight.jobs(house),
    ...practice.jobs(house),
  };
}

/** What is done by the clock, whether or not somebody asks for it. */
export const CALENDAR: Calendar = {
  'house.sweep': '17 3 * * *',
  'membership.retain': '27 3 * * *',
  'membership.remind': '7 8 * * *',
  'inviting.nightly': '33 3 * * *',
  'imports.nightly': '35 3 * * *',
  'monitoring.release': '37 3 * * *',
  'insight.range': '47 3 * * *',
  'practice.tell': '57 3 * * *',
  'work.imports.sweep': '57 3 * * *',
  'work.remind': '7 7 * * *',
  'introductions.rhythm': '37 7 * * *',
  'introductions.resume': '*/10 * * * *',
};

/** Puts reference data where there is none, or only an older edition that nobody has changed. At each start. */
export async function seed(db: Db, at: Date): Promise<void> {
  await reference.seed(db, at);
  await people.indexMissing(db, at);
  await membership.reference.seed(db, at);
  await pages.reference.seed(db, cairnItself(at));
}
