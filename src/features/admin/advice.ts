import type { Actor } from '#kernel/actor.ts';
import { COUNTRIES, type Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as settings from '#kernel/settings.ts';
import { allow } from './policy.ts';

/** Says for each country where teams find local advice on improvement, audit and research; empty where there is none. */
export async function advise(db: Db, addresses: Record<Country, string>, actor: Actor): Promise<void> {
  allow(actor, 'steward', {});
  await inTransaction(db, async (trx) => {
    for (const country of COUNTRIES) await settings.write(trx, `advice.${country}`, addresses[country], actor);
  });
}
