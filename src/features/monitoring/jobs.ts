import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import { shuffle } from './answers.ts';
import { keyFrom } from './pseudonym.ts';
import { take } from './releases.ts';

/** Every night: the rows are shuffled, and when a quarter has ended its tables are released. */
export function jobs({ db, config, clock }: House): Handlers {
  return {
    'monitoring.release': async () => {
      await shuffle(db);
      await take(db, keyFrom(config.secret), clock());
    },
  };
}
