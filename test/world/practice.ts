import { adaptations, cycles, diagrams, drivers } from '#features/practice/index.ts';
import { measures, seeking, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { ADAPTATIONS, CYCLES, DIAGRAMS, type DiagramTold, SEEKING } from './practised.ts';
import { workTitled } from './work.ts';

const DAY = 86_400_000;
const URL = 'http://localhost';

/** Cycles on five pieces of work, two driver diagrams, and who tried three of them elsewhere; by the room's own verbs. */
export async function addPractice(db: Db, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 25 * DAY);
  for (const told of DIAGRAMS) await draw(db, told, at);
  for (const [title, all] of Object.entries(CYCLES)) await tryOut(db, title, all, at);
  await adapt(db, at);
  const { work, actor } = await ownedBy(db, SEEKING.work, at);
  await seeking.seek(db, work, SEEKING.words, actor);
}

async function draw(db: Db, { work: title, aim, outline, also }: DiagramTold, at: Date): Promise<void> {
  const { work, actor } = await ownedBy(db, title, at);
  await drivers.aim(db, work, aim, actor);
  await drivers.add(db, work, { parent: null, lines: Object.keys(outline) }, actor);
  for (const [primary, below] of Object.entries(outline)) {
    await drivers.add(db, work, { parent: await called(db, work, primary), lines: Object.keys(below) }, actor);
    for (const [secondary, lines] of Object.entries(below))
      if (lines.length > 0) await drivers.add(db, work, { parent: await called(db, work, secondary), lines }, actor);
  }
  for (const [words, further] of also) {
    const [driver, parent] = [await called(db, work, words), await called(db, work, further)];
    const diagram = await diagrams.of(db, work);
    const serving = diagram?.drivers.filter(({ id }) => driver.parents.includes(id)).map(({ short }) => short) ?? [];
    await drivers.change(db, work, driver, { words, parents: [...serving, parent.short] }, actor);
  }
}

async function called(db: Db, work: Work, words: string): Promise<diagrams.Driver> {
  const driver = (await diagrams.of(db, work))?.drivers.find((one) => one.words === words);
  if (!driver) throw new Error(`the diagram has no “${words}”`);
  return driver;
}

async function tryOut(db: Db, title: string, all: (typeof CYCLES)[string], at: Date): Promise<void> {
  const { work, actor } = await ownedBy(db, title, at);
  const [measure] = await measures.list(db, work, actor);
  for (const { change, marked, ...told } of all) {
    const idea = change ? await called(db, work, change) : null;
    await cycles.begin(
      db,
      work,
      {
        ...told,
        ownerId: work.team.at(-1) ?? null,
        changeId: idea?.id ?? null,
        measureId: marked ? (measure?.id ?? null) : null,
      },
      actor,
    );
  }
}

/** Two that were tried at another place, and one that was made of one of those. */
async function adapt(db: Db, at: Date): Promise<void> {
  for (const { of: title, by, note, ...telling } of ADAPTATIONS) {
    const { work, actor } = await ownedBy(db, by, at);
    const { work: of, actor: first } = await ownedBy(db, title, at);
    const told = await adaptations.tell(db, of, { ...telling, work, url: URL }, actor);
    if (note) await adaptations.answer(db, told, note, first);
  }
}

async function ownedBy(db: Db, title: string, at: Date): Promise<{ work: Work; actor: Actor }> {
  const work = await works.byId(db, (await workTitled(db, title)).id);
  return { work, actor: await actorFor(db, work.sharedBy, at) };
}
