import { createHmac } from 'node:crypto';
import type { Db } from '#kernel/database/index.ts';
import { dayOf } from '#kernel/format.ts';

/**
 * Who never wants to be invited is remembered without being known: by a digest under the house's secret, which is not in the
 * database. `+tag` before the @ leads to the same letter box at most providers, so that it makes no other address here.
 */
export function digestOf(email: string, secret: string): string {
  const box = email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
  return createHmac('sha256', secret).update(`inviting/refusal/${box}`).digest('base64url');
}

export async function has(db: Db, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitation_refusals')
    .select('digest')
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on nobody can invite this address. The day is as fine as it needs to be. */
export async function record(db: Db, digest: string, at: Date): Promise<void> {
  await db
    .insertInto('invitation_refusals')
    .values({ digest, refused_on: dayOf(at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** All digests, to hold a whole list against. */
export async function all(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('invitation_refusals').select('digest').execute();
  return new Set(rows.map(({ digest }) => digest));
}
