import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import * as roles from '#kernel/roles.ts';
import { t } from '#kernel/words.ts';
import * as emails from './emails.ts';
import type { Person } from './people.ts';
import { replace } from './photo.ts';
import { allow } from './policy.ts';
import { index } from './search.ts';

/** How another part of the house forgets a person; it runs in the same transaction, while the person is still known. */
export type Eraser = (db: Db, personId: string, actor: Actor) => Promise<void>;

/** What only they said of themselves. */
const OWN = ['person_emails', 'profile_visibilities', 'profile_listings', 'profile_terms', 'offers'] as const;

/**
 * Forgets a person: what they said of themselves, their addresses, roles and letters. What they did with others stays, done
 * by "a former member". The journal keeps that it happened.
 */
export async function erase(db: Db, person: Person, others: readonly Eraser[], actor: Actor): Promise<void> {
  allow(actor, 'erase', person);
  await inTransaction(db, async (trx) => {
    for (const eraseThere of others) await eraseThere(trx, person.id, actor);
    await forgetAddresses(trx, person.id);
    await mail.forgetName(trx, person.name, t('a former member'));
    await roles.forget(trx, person.id);
    for (const table of OWN) await trx.deleteFrom(table).where('person_id', '=', person.id).execute();
    await replace(trx, person.id, null);
    await trx
      .updateTable('people')
      .set({ ...nobody(), erased_at: actor.at })
      .where('id', '=', person.id)
      .execute();
    await index(trx, person.id, actor.at);
    await journal.record(trx, actor, 'person.erased', { type: 'person', id: person.id });
  });
}

/** Their addresses, also those that they had not confirmed yet, and every letter and note that names one. */
async function forgetAddresses(trx: Db, personId: string): Promise<void> {
  const proposed = await links.forgetAbout(trx, personId);
  const own = (await emails.list(trx, personId)).map(({ email }) => email);
  const others = await trx
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', '!=', personId)
    .where('email', 'in', ['', ...proposed])
    .execute();
  const somebodyElses = others.map(({ email }) => email);
  for (const address of new Set([...own, ...proposed])) {
    if (somebodyElses.includes(address)) continue;
    await mail.forget(trx, address);
    await links.forget(trx, address);
  }
  await journal.forget(trx, { type: 'person', id: personId }, own);
}

/** A profile that says nothing. */
function nobody() {
  return {
    name: t('A former member'),
    slug: 'former-member',
    headline: '',
    about: '',
    background_words: '',
    country: null,
    place_key: null,
    can_help: '',
    looking_for: '',
    orcid: null,
    visibility: 'private' as const,
  };
}
