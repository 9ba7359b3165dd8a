import { type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { shortIdIn } from '#kernel/ids.ts';

/** The work of an address; everything in this room is found through it. Throws NotFound. */
export function findWork(db: Db, address: string, actor: Actor): Promise<Work> {
  return works.find(db, shortIdIn(address) ?? '', actor);
}
