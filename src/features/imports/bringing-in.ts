import { memberships } from '#features/membership/index.ts';
import { people } from '#features/people/index.ts';
import { type Actor, cairnItself } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import type { Handlers } from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import { dryRun, type Newcomer } from './dry-run.ts';
import { Mapping } from './fields.ts';
import { knownAmong, rowsOf, settle } from './imports.ts';
import * as letters from './letters.ts';

const AT_ONCE = 100;
const KEPT_DAYS = 7; // a sheet that nobody started is other people's addresses lying about

type Running = { id: string; fileName: string; columns: string[]; mapping: Mapping; by: { id: string; name: string } };

/** The jobs: bring in what was started, a hundred rows at a time; throw away what was not started for a week. */
export function handlers({ db, config, clock }: House): Handlers {
  return {
    'members.import': async ({ import: id }) => {
      while (id && (await bringInSome(db, id, config, clock()))) {}
    },
    'imports.nightly': () => sweep(db, clock()),
  };
}

/** The next rows of a sheet, all or none of them; false when there are no more. Done twice, a row is brought in once. */
export async function bringInSome(
  db: Db,
  id: string,
  { url, secret }: { url: string; secret: string },
  at: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const running = await holdRunning(trx, id);
    const rows = running ? await rowsOf(trx, id, AT_ONCE) : [];
    if (!running || rows.length === 0) return false;
    const { columns, mapping } = running;
    const emails = rows.map(({ cells }) => (cells[mapping.email ?? 0] ?? '').toLowerCase());
    const { ready, already, problems } = dryRun(rows, columns, mapping, await knownAmong(trx, emails, secret));
    for (const newcomer of ready) await bringIn(trx, newcomer, running, url, { ...cairnItself(at), id: running.by.id });
    const numbers = (some: readonly { number: number }[]) => some.map(({ number }) => number);
    await settle(trx, id, numbers(ready), 'brought-in');
    await settle(trx, id, numbers(already), 'member-already');
    await settle(trx, id, numbers(problems), 'left-out'); // what has become wrong since, such as a refusal
    return true;
  });
}

/** Person, admission, membership, letter and entry. Their profile is for members until they say otherwise. */
async function bringIn(trx: Db, newcomer: Newcomer, running: Running, url: string, actor: Actor): Promise<void> {
  const { email, name, headline, country } = newcomer;
  const known = await trx.selectFrom('person_emails').select('id').where('email', '=', email).executeTakeFirst();
  const personId = await people.meet(trx, { email, name }, actor);
  if (!known) {
    const person = await people.byId(trx, personId);
    await people.describe(trx, person, { headline, country: country ?? undefined }, { ...actor, id: personId });
  }
  const id = newId();
  await trx
    .insertInto('import_admissions')
    .values({ id, person_id: personId, import_id: running.id, is_new: known === undefined, admitted_at: actor.at })
    .execute();
  await memberships.record(trx, personId, { importAdmissionId: id }, actor);
  await letters.broughtIn(trx, { id, email, name, by: running.by.name, fileName: running.fileName }, url, actor.at);
  await journal.record(trx, actor, 'member.brought-in', { type: 'person', id: personId });
}

/** Sheets that were not started within a week go, with every row. */
export async function sweep(db: Db, at: Date): Promise<void> {
  await db
    .deleteFrom('member_imports')
    .where('uploaded_at', '<=', new Date(at.getTime() - KEPT_DAYS * 86_400_000))
    .where('id', 'not in', (eb) => eb.selectFrom('member_import_starts').select('import_id'))
    .execute();
}

async function holdRunning(trx: Db, id: string): Promise<Running | null> {
  const row = await trx
    .selectFrom('member_import_starts as s')
    .innerJoin('member_imports as i', 'i.id', 's.import_id')
    .innerJoin('people', 'people.id', 's.started_by')
    .select(['i.id', 'i.file_name', 'i.columns', 'i.fields', 's.started_by', 'people.name'])
    .where('i.id', '=', id)
    .forUpdate('s')
    .executeTakeFirst();
  if (!row) return null;
  const by = { id: row.started_by, name: row.name };
  return { id, fileName: row.file_name, columns: row.columns, mapping: Mapping.parse(row.fields), by };
}
