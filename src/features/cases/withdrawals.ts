import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import type { Case } from './cases.ts';
import { allow } from './policy.ts';
import type { KeptBlock } from './versions.ts';

/** What was withdrawn from a version, and why: for its authors and the stewards. */
export type Withdrawn = { kind: 'narrative' | 'person'; at: Date; reason: string };

/** May consent be withdrawn for it? Somebody's words and names; numbers are corrected or withdrawn at their claim. */
export function isWithdrawable({ kind, content }: Pick<KeptBlock, 'kind' | 'content'>): boolean {
  return content !== null && (kind === 'narrative' || kind === 'person');
}

/**
 * Takes a text or a name out of a published version, with a reason, and out of every other version of the case that says the
 * same. The digest stays, so that the hash of each version still holds.
 */
export async function withdraw(
  db: Db,
  given: Case,
  { number, position, reason }: { number: number; position: number; reason: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'withdraw', given);
  await inTransaction(db, async (trx) => {
    const block = await contentsOf(trx, given)
      .where('v.number', '=', number)
      .where('b.position', '=', position)
      .executeTakeFirst();
    if (!block) throw new NotFound();
    const same = await contentsOf(trx, given)
      .where(
        block.person === null
          ? sql<boolean>`c.content = ${JSON.stringify(block.content)}::jsonb`
          : sql<boolean>`c.content ->> 'person' = ${block.person}`,
      )
      .execute();
    for (const { version_id, position } of same) await takeOut(trx, { version_id, position, reason }, actor);
    const change = { after: { versions: same.length } };
    await journal.record(trx, actor, 'case.block-withdrawn', { type: 'case', id: given.id }, change);
  });
}

function contentsOf(db: Db, given: Case) {
  return db
    .selectFrom('case_block_contents as c')
    .innerJoin('case_version_blocks as b', (join) =>
      join.onRef('b.version_id', '=', 'c.version_id').onRef('b.position', '=', 'c.position'),
    )
    .innerJoin('case_versions as v', 'v.id', 'c.version_id')
    .select(['c.version_id', 'c.position', 'c.content', sql<string | null>`c.content ->> 'person'`.as('person')])
    .where('v.case_id', '=', given.id)
    .where('b.kind', 'in', ['narrative', 'person']);
}

/** The row that says so first, then the words themselves go: the database takes them in no other order. */
export async function takeOut(
  trx: Db,
  { version_id, position, reason }: { version_id: string; position: number; reason: string | null },
  actor: Actor,
): Promise<void> {
  const by = reason === null ? {} : { reason, withdrawn_by: actor.id };
  await trx
    .insertInto('case_block_withdrawals')
    .values({ version_id, position, withdrawn_at: actor.at, ...by })
    .execute();
  await trx
    .deleteFrom('case_block_contents')
    .where('version_id', '=', version_id)
    .where('position', '=', position)
    .execute();
}

/** What was withdrawn from the version of this number. */
export async function of(db: Db, given: Case, number: number, actor: Actor): Promise<Withdrawn[]> {
  allow(actor, 'withdraw', given);
  const rows = await db
    .selectFrom('case_block_withdrawals as w')
    .innerJoin('case_version_blocks as b', (join) =>
      join.onRef('b.version_id', '=', 'w.version_id').onRef('b.position', '=', 'w.position'),
    )
    .innerJoin('case_versions as v', 'v.id', 'w.version_id')
    .select(['b.kind', 'w.withdrawn_at as at', 'w.reason'])
    .where('v.case_id', '=', given.id)
    .where('v.number', '=', number)
    .orderBy('w.withdrawn_at')
    .orderBy('w.position')
    .execute();
  return rows.map(({ kind, at, reason }) => ({ kind: kind === 'person' ? 'person' : 'narrative', at, reason }));
}
