import { claims } from '#features/evidence/index.ts';
import { adaptations, cycles, diagrams, drivers } from '#features/practice/index.ts';
import {
  imports,
  invitations,
  marks,
  measures,
  owners,
  publications,
  readings,
  reminders,
  removals,
  seeking,
  team,
  updates,
  works,
} from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { ORIGIN, type TestHouse } from '../support/house.ts';
import type { Scene } from './scenes.ts';

const ANSWERS = { data: 'fine', counts: 'fine', names: 'fine' } as const;
const MONTHS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];

/** Work of each visibility with one of everything below it, shared by the one who is `team` in the table. */
export async function workScenes(house: TestHouse, owner: Actor, member: Actor): Promise<Record<string, Scene>> {
  const { db } = house;
  const open = await pieceOf(house, 'Chairs by the window', 'public', owner);
  const hidden = await measureOf(house, open.work, 'Minutes that nobody counts aloud', owner);
  const asked = await pieceOf(house, 'Quiet after nine', 'public', owner);
  const named = [{ name: '', email: member.email }];
  await invitations.invite(db, await works.byId(db, asked.work.id), { named, url: ORIGIN }, owner);
  const two = await pieceOf(house, 'Two of us wrote this', 'public', owner);
  await invitations.invite(db, await works.byId(db, two.work.id), { named, url: ORIGIN }, owner);
  await team.accept(db, await works.byId(db, two.work.id), member);
  const handed = await pieceOf(house, 'Who waters the plants', 'public', owner);
  await invitations.invite(db, await works.byId(db, handed.work.id), { named, url: ORIGIN }, owner);
  await team.accept(db, await works.byId(db, handed.work.id), member);
  const plants = await works.byId(db, handed.work.id);
  await owners.ask(db, plants, { to: member.id ?? '', words: 'You know them.', url: ORIGIN }, owner);
  const seeks = await pieceOf(house, 'A choir without a conductor', 'public', owner);
  await seeking.seek(db, seeks.work, 'Two hours a week.', owner);
  await seeking.offer(db, seeks.work, { words: 'I can hold a tune.', url: ORIGIN }, member);
  const offered = await db.selectFrom('work_offers').select('id').executeTakeFirstOrThrow();
  const other = await pieceOf(house, 'The same chairs on another ward', 'public', member);
  const tried = { ...open.scene, adaptation: await adaptedBy(house, open.work, other.work, member) };
  const own = await pieceOf(house, 'What came of it, kept to ourselves', 'private', member);
  const hiddenTrial = { ...open.scene, adaptation: await adaptedBy(house, open.work, own.work, member) };
  const reminded = await measureOf(house, open.work, 'Chairs to be counted again', owner);
  const again = await measures.find(db, open.work, reminded.measure, owner);
  const lastWeek = new Date(owner.at.getTime() - 8 * 86_400_000);
  await reminders.ask(db, open.work, again, 'week', { ...owner, at: lastWeek });
  await reminders.send(db, ORIGIN, owner.at);
  const cells = [
    ['Wo', 'Was'],
    ['Hier', 'Etwas'],
  ];
  const rows = cells.map((row, i) => ({ line: i + 1, cells: row, source: row.join(';') }));
  const sheet = await imports.upload(db, { rows }, owner);
  return {
    'work handed to the member': handed.scene,
    'work that seeks somebody': { ...seeks.scene, offer: offered.id },
    'public work with an offer': { ...open.scene, offer: '0198f3c0-0000-7000-8000-000000000000' },
    'a request about work': {
      request: await removals.ask(
        db,
        open.work,
        { organisation: 'St Brannoc’s, for its estates team', words: 'Those are our chairs.', url: ORIGIN },
        member,
      ),
    },
    'an adaptation': tried,
    'an adaptation by private work': hiddenTrial,
    'an adaptation of other work': { ...two.scene, adaptation: await adaptedBy(house, two.work, other.work, member) },
    'public work': open.scene,
    'members’ work': (await pieceOf(house, 'A kettle for the night shift', 'members', owner)).scene,
    'private work': (await pieceOf(house, 'What we dare not say yet', 'private', owner)).scene,
    'a private measure of public work': { ...open.scene, ...hidden },
    'the readings as a file': { ...open.scene, measure: `${hidden.measure}.csv` },
    'the chart as a file': { ...open.scene, measure: `${hidden.measure}.svg` },
    'a reminder': { token: await tokenTo(house, owner.email ?? '', 'work/readings') },
    'a sheet of work': { import: sheet.short },
    'one’s own work as a sheet': { format: 'csv' },
    'one’s own work as data': { format: 'json' },
    'work that asks the member': asked.scene,
    'work with the member': two.scene,
  };
}

/** A newcomer's first piece of work, which waits for a moderator. */
export async function waitingWork(house: TestHouse): Promise<Scene> {
  const row = await house.db
    .selectFrom('works')
    .select('id')
    .where('title', '=', 'A folder for whoever cares next')
    .executeTakeFirstOrThrow();
  return { address: (await works.byId(house.db, row.id)).address };
}

async function pieceOf(house: TestHouse, title: string, visibility: works.Work['visibility'], owner: Actor) {
  const { db } = house;
  const told = { problem: 'Nobody could sit.', aim: 'Everybody can.', tried: 'A chair.', lesson: '', place: '' };
  const where = { country: 'england', organisation: null, shownAs: '', startedOn: '2026-01-01' } as const;
  const shares = { iterative: 1, pathways: 0, 'operating-model': 0, community: 0 };
  const shared = await works.share(db, { title, ...told, ...where, methods: [], state: 'testing', shares }, owner);
  const email = `${shared.short}@strangers.example`;
  await invitations.invite(db, shared, { named: [{ name: 'Wilf Marsh', email }], url: ORIGIN }, owner);
  await updates.add(db, shared, 'The chairs have come.', owner);
  if (visibility !== 'private')
    await publications.publish(db, shared, { visibility, answers: ANSWERS, url: ORIGIN }, owner);
  const work = await works.byId(db, shared.id);
  const measured = await measureOf(house, work, `Chairs taken: ${title}`, owner);
  const measure = await measures.find(db, work, measured.measure, owner);
  if (visibility !== 'private') await measures.publish(db, work, measure, { visibility, answers: ANSWERS }, owner);
  const fixing = { baselineFrom: '2026-01-01', baselineThrough: '2026-02-01', changedOn: '2026-03-01' };
  const claim = await claims.claim(
    db,
    work,
    {
      ...{ statement: 'More people sit', area: 'people', relation: 'contribution' },
      fixing: { measure: measure.short, better: 'up', ...fixing },
    },
    owner,
  );
  await practise(house, work, owner);
  const diagram = await diagrams.of(db, work);
  const [update] = await updates.list(db, work);
  const { invitees } = await team.of(db, work, owner);
  const scene: Scene = {
    ...measured,
    address: work.address,
    short: work.short,
    file: `${work.address}.json`,
    id: update?.id ?? '',
    line: invitees[0]?.id ?? '',
    claim: claim.short,
    number: '1',
    driver: diagram?.drivers[0]?.short ?? '',
    token: await tokenTo(house, email, 'work/invitations'),
  };
  return { work, scene };
}

/** A cycle and a driver diagram. */
async function practise({ db }: TestHouse, work: works.Work, owner: Actor): Promise<void> {
  await drivers.aim(db, work, 'Nobody has to stand', owner);
  await drivers.add(db, work, { parent: null, lines: ['There are chairs', 'People may move them'] }, owner);
  const told = { prediction: '', plan: '', happened: '', learning: '', startsOn: null, endsOn: null, decision: null };
  const links = { ownerId: null, changeId: null, measureId: null, after: null };
  await cycles.begin(db, work, { ...told, ...links, question: 'Does anybody sit by the window?' }, owner);
}

async function adaptedBy({ db }: TestHouse, of: works.Work, work: works.Work, actor: Actor): Promise<string> {
  const telling = { changed: 'Stools, not chairs.', stayed: '', happened: 'They sat.' };
  return (await adaptations.tell(db, of, { ...telling, work, url: ORIGIN }, actor)).short;
}

async function measureOf({ db }: TestHouse, work: works.Work, name: string, owner: Actor) {
  const definition = { name, definition: '', unit: '', better: 'up', target: null, places: null } as const;
  const measure = await measures.define(db, work, definition, owner);
  const rows = MONTHS.map((date, i) => ({ date, value: 10 + (i % 2) }));
  await readings.record(db, work, measure, rows, owner);
  await marks.rebase(db, work, measure, { date: '2026-03-01', reason: 'New chairs' }, owner);
  await marks.annotate(db, work, measure, { date: '2026-03-01', label: 'Chairs arrive' }, owner);
  const [[reading], marked] = [await readings.list(db, measure.id), await marks.of(db, measure.id)];
  return {
    measure: measure.short,
    reading: reading?.id ?? '',
    batch: reading?.batchId ?? '',
    rebase: marked.rebases[0]?.id ?? '',
    annotation: marked.annotations[0]?.id ?? '',
  };
}

/** The token in the newest letter to an address that has such a link: `…/PATH/TOKEN`, or `…/PATH?token=TOKEN`. */
export async function tokenTo(house: TestHouse, email: string, path: string): Promise<string> {
  const link = new RegExp(`/${path}(?:/|\\?token=)([\\w-]{20,})`);
  const found = (await house.lettersTo(email)).map(({ body }) => link.exec(body)?.[1]).find(Boolean);
  if (!found) throw new Error(`no link to ${path} in any letter to ${email}`);
  return found;
}
