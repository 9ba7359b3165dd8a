import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import type { Room } from '#kernel/rooms.ts';
import * as settings from '#kernel/settings.ts';
import { allow } from './policy.ts';

/** Opens a room to everybody. What was in it before it was closed is there again. */
export async function open(db: Db, room: Room, actor: Actor): Promise<void> {
  allow(actor, 'steward', {});
  await settings.write(db, `rooms.${room}`, true, actor);
}

/** Closes a room; nothing in it is lost. The sentence is what /join says while no applications are taken. */
export async function close(db: Db, room: Room, sentence: string, actor: Actor): Promise<void> {
  allow(actor, 'steward', {});
  await inTransaction(db, async (trx) => {
    await settings.write(trx, `rooms.${room}`, false, actor);
    if (room === 'joining') await settings.write(trx, 'rooms.joining-sentence', sentence, actor);
  });
}
