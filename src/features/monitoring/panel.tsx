import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Child } from '#kernel/ui/index.ts';
import { may } from './policy.ts';
import { AboutYou } from './views/panel.tsx';

/** For the account page. */
export async function accountPanel(_db: Db, actor: Actor): Promise<Child> {
  return may(actor, 'answer', {}) ? <AboutYou /> : null;
}
