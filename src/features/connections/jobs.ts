import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import { ask } from './answers.ts';
import type { Options } from './options.ts';
import { pair } from './pairing.ts';
import { beginIfDue } from './rhythm.ts';
import { resume } from './rounds.ts';

export function jobs({ db, config: { url }, clock }: House, options: Options = {}): Handlers {
  return {
    'introductions.match': async ({ round }) => (round ? pair(db, round, { url, ...options }, clock()) : undefined),
    'introductions.ask': async ({ round }) => (round ? ask(db, round, url, clock()) : undefined),
    'introductions.rhythm': () => beginIfDue(db, clock()),
    'introductions.resume': () => resume(db, clock()),
  };
}
