import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import { take } from './range.ts';

/** Every night: when a quarter has ended, its range is taken. */
export function jobs({ db, clock }: House): Handlers {
  return { 'insight.range': () => take(db, clock()) };
}
