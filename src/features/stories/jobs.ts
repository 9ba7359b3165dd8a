import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import { forget } from './comments/comments.ts';

export function jobs({ db, clock }: House): Handlers {
  return { 'comments.forget': async ({ comment }) => (comment ? forget(db, comment, clock()) : undefined) };
}
