import { randomBytes } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { assemble } from './assemble.ts';
import { type Case, openTo } from './cases.ts';
import { allow } from './policy.ts';
import { type Block, digestOf, type Head, hashOf } from './snapshot.ts';

/** Who may read a version: whoever has its link, members, everybody. */
export const OPENINGS = ['link', 'members', 'public'] as const;
export type Opening = (typeof OPENINGS)[number];

/** A published version. A block whose content was withdrawn keeps its digest. */
export type Version = Omit<Head, 'format' | 'publishedAt'> & {
  publishedAt: Date;
  opening: Opening;
  hash: string;
  blocks: KeptBlock[];
};
export type KeptBlock = {
  position: number;
  kind: Block['kind'];
  digest: string;
  salt: string | null;
  content: Block | null;
  withdrawnAt: Date | null;
  /** Its person was erased; otherwise somebody withdrew it, or it stands. */
  erased: boolean;
};

/** Publishes the draft as it stands: a frozen snapshot with a hash. */
export async function publish(db: Db, given: Case, opening: Opening, actor: Actor): Promise<number> {
  allow(actor, 'publish', { ...given, opening });
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('cases').select('id').where('id', '=', given.id).forUpdate().execute();
    const { head, blocks } = await assemble(trx, given, opening, actor);
    const sealed = blocks.map((content) => {
      const salt = randomBytes(16).toString('hex');
      return { salt, content, digest: digestOf(salt, content) };
    });
    const id = newId();
    await trx
      .insertInto('case_versions')
      .values({
        ...{ id, case_id: given.id, number: head.number, visibility: opening },
        head: JSON.stringify(head),
        hash: hashOf(
          head,
          sealed.map(({ digest }) => digest),
        ),
        ...{ published_by: actor.id ?? '', published_at: actor.at },
      })
      .execute();
    for (const [position, { salt, content, digest }] of sealed.entries()) {
      const at = { version_id: id, position };
      await trx
        .insertInto('case_version_blocks')
        .values({ ...at, kind: content.kind, digest })
        .execute();
      await trx
        .insertInto('case_block_contents')
        .values({ ...at, salt, content: JSON.stringify(content) })
        .execute();
    }
    const change = { after: { number: head.number, opening } };
    await journal.record(trx, actor, 'case.published', { type: 'case', id: given.id }, change);
    return head.number;
  });
}

/** One version that the reader may see: the one of this number, or the latest. Throws NotFound. */
export async function find(
  db: Db,
  given: Case,
  number: number | null,
  actor: Actor,
  key: string | null,
): Promise<Version> {
  const row = await db
    .selectFrom('case_versions')
    .select(['id', 'head', 'hash', 'visibility', 'published_at'])
    .where('case_id', '=', given.id)
    .where('visibility', 'in', openTo(actor, given, key))
    .$if(number !== null, (query) => query.where('number', '=', number ?? 0))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  const blocks = await db
    .selectFrom('case_version_blocks as b')
    .leftJoin('case_block_contents as c', (join) =>
      join.onRef('c.version_id', '=', 'b.version_id').onRef('c.position', '=', 'b.position'),
    )
    .leftJoin('case_block_withdrawals as w', (join) =>
      join.onRef('w.version_id', '=', 'b.version_id').onRef('w.position', '=', 'b.position'),
    )
    .select(['b.position', 'b.kind', 'b.digest', 'c.salt', 'c.content', 'w.withdrawn_at', 'w.withdrawn_by'])
    .where('b.version_id', '=', row.id)
    .orderBy('b.position')
    .execute();
  const { format: _, ...head } = row.head as Head; // written by `publish` alone, and never changed
  return {
    ...head,
    publishedAt: row.published_at,
    opening: row.visibility,
    hash: row.hash,
    blocks: blocks.map(({ position, kind, digest, salt, content, withdrawn_at, withdrawn_by }) => ({
      position,
      kind,
      digest,
      salt: withdrawn_at ? null : salt,
      content: withdrawn_at ? null : (content as Block | null),
      withdrawnAt: withdrawn_at,
      erased: kind === 'person' && withdrawn_at !== null && withdrawn_by === null,
    })),
  };
}

export type Listed = { number: number; publishedAt: Date; opening: Opening };

/** The versions of a case that the reader may see, the latest first. */
export function list(db: Db, given: Case, actor: Actor, key: string | null): Promise<Listed[]> {
  return db
    .selectFrom('case_versions')
    .select(['number', 'published_at as publishedAt', 'visibility as opening'])
    .where('case_id', '=', given.id)
    .where('visibility', 'in', openTo(actor, given, key))
    .orderBy('number', 'desc')
    .execute();
}
