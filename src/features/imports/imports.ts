import { sql } from 'kysely';
import { refusals } from '#features/inviting/index.ts';
import { type Actor, isSignedIn } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid, NotFound, Refused } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as jobs from '#kernel/jobs.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { type DryRun, dryRun, type Known, type Row } from './dry-run.ts';
import { guess, Mapping } from './fields.ts';
import { allow } from './policy.ts';
import type { Sheet } from './sheet.ts';

export type Import = {
  id: string;
  fileName: string;
  columns: string[];
  rowsInAll: number;
  mapping: Mapping;
  uploadedBy: string;
  uploadedAt: Date;
  startedAt: Date | null;
  /** Of each outcome, how many rows. */
  brought: number;
  already: number;
  leftOut: number;
  /** Rows that nothing has become of yet. */
  waiting: number;
};

/** So many rows may be left out one by one; with more, the sheet wants mending. */
export const MOST_LEFT_OUT = 100;
const BATCH = 500;

/** Keeps a sheet that was sent, with a guess at what its columns hold. Nobody is brought in by it. */
export async function upload(db: Db, sheet: Sheet, fileName: string, actor: Actor): Promise<string> {
  allow(actor, 'keep-members', {});
  if (!isSignedIn(actor)) throw new Refused(t('Please sign in first.'));
  const id = newId();
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('member_imports')
      .values({
        id,
        file_name: fileName.slice(0, 120) || t('a file without a name'),
        columns: sheet.columns,
        rows_in_all: sheet.rows.length,
        fields: JSON.stringify(guess(sheet.columns)),
        uploaded_by: actor.id,
        uploaded_at: actor.at,
      })
      .execute();
    for (let from = 0; from < sheet.rows.length; from += BATCH)
      await trx
        .insertInto('member_import_rows')
        .values(
          sheet.rows
            .slice(from, from + BATCH)
            .map(({ number, cells }) => ({ import_id: id, row_number: number, cells })),
        )
        .execute();
    await journal.record(trx, actor, 'import.uploaded', { type: 'import', id });
  });
  return id;
}

export async function find(db: Db, id: string, actor: Actor): Promise<Import> {
  allow(actor, 'keep-members', {});
  const found = await select(db).where('i.id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound();
  return { ...found, mapping: Mapping.parse(found.mapping) };
}

/** The newest imports. */
export async function list(db: Db, actor: Actor): Promise<Import[]> {
  allow(actor, 'keep-members', {});
  const rows = await select(db).orderBy('i.uploaded_at', 'desc').orderBy('i.id', 'desc').limit(30).execute();
  return rows.map((row) => ({ ...row, mapping: Mapping.parse(row.mapping) }));
}

/** What the columns hold, as a steward says. */
export async function describe(db: Db, { id }: Import, mapping: Mapping, actor: Actor): Promise<void> {
  allow(actor, 'keep-members', {});
  await inTransaction(db, async (trx) => {
    requireOpen(await hold(trx, id, actor));
    await trx
      .updateTable('member_imports')
      .set({ fields: JSON.stringify(mapping) })
      .where('id', '=', id)
      .execute();
    await journal.record(trx, actor, 'import.described', { type: 'import', id });
  });
}

/** What would happen, row by row. Nothing does. */
export async function tryOut(db: Db, one: Import, secret: string, actor: Actor): Promise<DryRun> {
  allow(actor, 'keep-members', {});
  const rows = await rowsOf(db, one.id);
  const column = one.mapping.email;
  const emails = column === null ? [] : rows.map(({ cells }) => (cells[column] ?? '').toLowerCase());
  return dryRun(rows, one.columns, one.mapping, await knownAmong(db, emails, secret));
}

/**
 * Brings in what can be: a job does it. Rows in which something is wrong are left out only one by one, by their numbers; as
 * long as one is not, nobody is brought in.
 */
export async function start(
  db: Db,
  { id }: Import,
  leaveOut: readonly number[],
  secret: string,
  actor: Actor,
): Promise<void> {
  allow(actor, 'keep-members', {});
  if (!isSignedIn(actor)) throw new Refused(t('Please sign in first.'));
  await inTransaction(db, async (trx) => {
    const one = await hold(trx, id, actor);
    requireOpen(one);
    const { ready, problems } = await tryOut(trx, one, secret, actor);
    if (problems.some(({ number }) => !leaveOut.includes(number)))
      throw new Invalid({
        'leave-out': t('Something is wrong in some rows. Tick each row that you want to leave out, or mend the sheet.'),
      });
    if (ready.length === 0) throw new Invalid({ form: t('There is nobody to bring in.') });
    await settle(
      trx,
      id,
      problems.map(({ number }) => number),
      'left-out',
    );
    await trx
      .insertInto('member_import_starts')
      .values({ import_id: id, started_by: actor.id, started_at: actor.at })
      .execute();
    await jobs.enqueue(trx, 'members.import', { import: id }, { key: `members.import ${id}` });
    await journal.record(trx, actor, 'import.started', { type: 'import', id });
  });
}

/** Throws a sheet away that was not started. */
export async function discard(db: Db, { id }: Import, actor: Actor): Promise<void> {
  allow(actor, 'keep-members', {});
  await inTransaction(db, async (trx) => {
    requireOpen(await hold(trx, id, actor));
    await trx.deleteFrom('member_imports').where('id', '=', id).execute();
    await journal.record(trx, actor, 'import.discarded', { type: 'import', id });
  });
}

/** What became of these rows; what they said is forgotten. */
export async function settle(
  trx: Db,
  id: string,
  numbers: readonly number[],
  outcome: 'brought-in' | 'member-already' | 'left-out',
): Promise<void> {
  if (numbers.length === 0) return;
  await trx
    .insertInto('member_import_results')
    .values(numbers.map((row_number) => ({ import_id: id, row_number, outcome })))
    .execute();
  await trx.deleteFrom('member_import_rows').where('import_id', '=', id).where('row_number', 'in', numbers).execute();
}

/** The rows that wait, in their order. */
export async function rowsOf(db: Db, id: string, most?: number): Promise<Row[]> {
  return db
    .selectFrom('member_import_rows')
    .select(['row_number as number', 'cells'])
    .where('import_id', '=', id)
    .orderBy('row_number')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .execute();
}

export async function knownAmong(db: Db, emails: readonly string[], secret: string): Promise<Known> {
  const rows = await db
    .selectFrom('person_emails as e')
    .leftJoin('memberships as m', 'm.person_id', 'e.person_id')
    .select([sql<string>`lower(e.email::text)`.as('email'), 'm.id as membership'])
    .where(sql<boolean>`e.email = any (${[...emails]}::citext[])`)
    .execute();
  const closed = await refusals.all(db);
  return {
    people: new Set(rows.map(({ email }) => email)),
    members: new Set(rows.filter(({ membership }) => membership !== null).map(({ email }) => email)),
    closed: (email) => closed.has(refusals.digestOf(email, secret)),
  };
}

function requireOpen({ startedAt }: Import): void {
  if (startedAt) throw new Conflict(t('This sheet is being brought in already. Nothing happens twice.'));
}

async function hold(trx: Db, id: string, actor: Actor): Promise<Import> {
  await trx.selectFrom('member_imports').select('id').where('id', '=', id).forUpdate().execute();
  return find(trx, id, actor);
}

function select(db: Db) {
  const outcomes = (outcome: string) =>
    sql<number>`(select count(*) from member_import_results r where r.import_id = i.id and r.outcome = ${outcome})`;
  return db
    .selectFrom('member_imports as i')
    .innerJoin('people', 'people.id', 'i.uploaded_by')
    .leftJoin('member_import_starts as s', 's.import_id', 'i.id')
    .select([
      'i.id',
      'i.file_name as fileName',
      'i.columns',
      'i.rows_in_all as rowsInAll',
      'i.fields as mapping',
      'people.name as uploadedBy',
      'i.uploaded_at as uploadedAt',
      's.started_at as startedAt',
      outcomes('brought-in').as('brought'),
      outcomes('member-already').as('already'),
      outcomes('left-out').as('leftOut'),
      sql<number>`(select count(*) from member_import_rows r where r.import_id = i.id)`.as('waiting'),
    ]);
}
