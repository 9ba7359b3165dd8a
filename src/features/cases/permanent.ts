import { claims } from '#features/evidence/index.ts';
import { measures, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import * as cases from './cases.ts';

/** Where a short id from paper leads: a case, a measure or a claim that the reader may see; null for anything else. */
export async function addressOf(db: Db, short: string, actor: Actor, key: string | null): Promise<string | null> {
  const suffix = key === null ? '' : `?key=${encodeURIComponent(key)}`;
  return (
    (await orNull(async () => `/cases/${(await cases.find(db, short, actor, key)).address}${suffix}`)) ??
    (await orNull(() => measureAddress(db, short, actor))) ??
    (await orNull(() => claimAddress(db, short, actor)))
  );
}

async function measureAddress(db: Db, short: string, actor: Actor): Promise<string> {
  const row = await db.selectFrom('measures').select('work_id').where('short_id', '=', short).executeTakeFirst();
  const [work] = await works.among(db, row ? [row.work_id] : [], actor);
  if (!work) throw new NotFound();
  await measures.find(db, work, short, actor);
  return `/work/${work.address}/measures/${short}`;
}

async function claimAddress(db: Db, short: string, actor: Actor): Promise<string> {
  const [claim] = await claims.named(db, [short], actor);
  const [work] = await works.among(db, claim ? [claim.workId] : [], actor);
  if (!claim || !work) throw new NotFound();
  return `/work/${work.address}/claims/${short}`;
}

async function orNull(find: () => Promise<string>): Promise<string | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
