import { type Claim, type ClaimFacts, claims, factsOf, workFacts } from '#features/evidence/index.ts';
import { type Measure, measures, seen, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { Invalid } from '#kernel/errors.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';
import type { Case } from './cases.ts';
import type { Block, Head, MeasuresBlock, PersonBlock } from './snapshot.ts';
import type { Opening } from './versions.ts';

type Chosen = { claim: Claim; work: Work; measure: Measure | null };

/** The draft as it would be published now. Throws Invalid where it would show more than its readers may see. */
export async function assemble(
  db: Db,
  given: Case,
  opening: Opening,
  actor: Actor,
): Promise<{ head: Head; blocks: Block[] }> {
  const chosen = await chosenOf(db, given, actor);
  checkReady(given, chosen);
  for (const one of chosen) checkOpen(one, opening, actor);
  const head = await headOf(db, given, actor);
  return { head, blocks: await blocksOf(db, given, chosen, opening) };
}

/** The draft for its authors' eyes, ready or not. */
export async function preview(db: Db, given: Case, actor: Actor): Promise<{ head: Head; blocks: Block[] }> {
  const chosen = await chosenOf(db, given, actor);
  return { head: await headOf(db, given, actor), blocks: await blocksOf(db, given, chosen, 'link') };
}

async function chosenOf(db: Db, given: Case, actor: Actor): Promise<Chosen[]> {
  const found = await claims.among(db, given.claims, actor);
  const about = await works.among(db, [...new Set(found.map(({ workId }) => workId))], actor);
  const inOrder = given.claims.flatMap((id) => found.filter((claim) => claim.id === id));
  const chosen = inOrder.map(async (claim) => {
    const work = about.find(({ id }) => id === claim.workId);
    const measure = claim.measureId ? await measures.byId(db, claim.measureId) : null;
    return work ? [{ claim, work, measure }] : [];
  });
  return (await Promise.all(chosen)).flat();
}

function checkReady(given: Case, chosen: Chosen[]): void {
  const errors: Record<string, string> = {};
  if (given.ask === '') errors.ask = t('Say what you ask for. Then publish.');
  if (chosen.length === 0) errors.claims = t('Choose at least one claim that the case rests on. Then publish.');
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

/** A part is never wider than its whole. A team may hand its own data to whom it likes, by private link. */
function checkOpen({ claim, work, measure }: Chosen, opening: Opening, actor: Actor): void {
  const ownTeam = actor.id !== null && work.team.includes(actor.id);
  if (opening === 'link' && ownTeam) return;
  const open = [work.visibility, measure?.visibility ?? work.visibility];
  const wide = opening === 'members' ? open.every((one) => one !== 'private') : open.every((one) => one === 'public');
  if (wide) return;
  throw new Invalid({
    opening: t(
      '“{claim}” rests on work or a measure that these readers may not see. Publish the measure first, choose fewer readers, or leave the claim out.',
      { claim: claim.statement },
    ),
  });
}

async function headOf(db: Db, given: Case, actor: Actor): Promise<Head> {
  const { short, title, audience, ask, context } = given;
  return {
    ...{ format: 'cairn-case/1', short, number: (given.latest ?? 0) + 1, publishedAt: actor.at.toISOString() },
    ...{ title, audience, ask, context },
    community: (await settings.read(db))['community.strapline'],
  };
}

async function blocksOf(db: Db, given: Case, chosen: Chosen[], opening: Opening): Promise<Block[]> {
  const circle = opening === 'members' ? 'members' : 'public';
  const told = await Promise.all(chosen.map(({ claim, work }) => factsOf(db, claim, work, circle)));
  const drawnOn = [...new Map(chosen.map(({ work }) => [work.id, work])).values()];
  return [
    ...told.map(({ suppliers: _, ...facts }) => ({ kind: 'claim' as const, ...facts })),
    ...given.narratives.map((narrative) => ({ kind: 'narrative' as const, ...narrative })),
    ...(await Promise.all(drawnOn.map((work) => measuresOf(db, work, chosen, opening)))),
    ...(await peopleOf(db, given, told)),
  ];
}

/** Whoever is named: the authors, and those who recorded the readings as far as the readers may know them. */
async function peopleOf(db: Db, given: Case, told: ClaimFacts[]): Promise<PersonBlock[]> {
  const authors = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', given.authors).execute();
  const suppliers = told.flatMap((facts) => facts.suppliers);
  const named = new Map([...authors, ...suppliers].map((person) => [person.id, person.name]));
  return [...named].map(([person, name]) => ({
    kind: 'person',
    person,
    name,
    author: given.authors.includes(person),
    recorded: told.flatMap(({ measure, suppliers: all }) =>
      measure && all.some(({ id }) => id === person) ? [measure.short] : [],
    ),
  }));
}

/** All measures of the work: those that its readers may see with what they say, the others by their number. */
async function measuresOf(db: Db, work: Work, chosen: Chosen[], opening: Opening): Promise<MeasuresBlock> {
  const rows = await db
    .selectFrom('measures')
    .select('id')
    .where('work_id', '=', work.id)
    .orderBy('defined_at')
    .execute();
  const all = await Promise.all(rows.map(({ id }) => measures.byId(db, id)));
  const cited = new Set(chosen.map(({ measure }) => measure?.id));
  const open = all.filter(
    ({ id, visibility }) =>
      cited.has(id) || visibility === 'public' || (opening === 'members' && visibility === 'members'),
  );
  const shown = open.map(async (measure) => {
    const { sentences, readings } = await seen(db, measure);
    const { id, short, name } = measure;
    return { short, name, says: sentences.join(' '), readings: readings.length, cited: cited.has(id) };
  });
  return {
    kind: 'measures',
    work: workFacts(work),
    measures: await Promise.all(shown),
    unseen: all.length - open.length,
  };
}
