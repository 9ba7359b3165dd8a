import type { Db } from './database/index.ts';
import type { House } from './house.ts';
import type { Handlers } from './jobs.ts';
import * as limits from './limits.ts';
import * as links from './links.ts';
import * as mail from './mail/index.ts';
import * as session from './session/index.ts';
import * as settings from './settings.ts';

/** The house keeps nothing that has had its time: links, sessions, windows of limits, letters. */
export function jobs({ db, clock }: House): Handlers {
  return { 'house.sweep': () => sweep(db, clock()) };
}

export async function sweep(db: Db, at: Date): Promise<void> {
  await links.sweep(db, at);
  await session.sweep(db);
  await limits.sweep(db, at);
  await mail.sweep(db, (await settings.read(db))['retention.letter-days'], at);
}
