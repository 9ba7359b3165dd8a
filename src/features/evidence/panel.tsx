import type { Work } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import * as claims from './claims.ts';
import { may } from './policy.ts';
import { ClaimsPanel } from './views/claims-panel.tsx';

/** The claims of a piece of work, for its page. */
export async function claimsPanel(db: Db, work: Work, actor: Actor) {
  const found = await claims.ofWork(db, work, actor);
  return <ClaimsPanel work={work} claims={found} own={may(actor, 'claim', work)} />;
}
