import { FIRST_COMPACT, founding } from '#features/membership/index.ts';
import { people } from '#features/people/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import * as roles from '#kernel/roles.ts';
import * as settings from '#kernel/settings.ts';
import { t } from '#kernel/words.ts';

const PURPOSE = 'founding';

export type Founding = { community: string; strapline: string; name: string; email: string; country: Country };

/** A one-time link's token for whoever reads the terminal; null once the community has been founded. */
export async function invitation(db: Db, at: Date): Promise<string | null> {
  if ((await settings.read(db))['community.founded']) return null;
  return links.issue(db, { purpose: PURPOSE, subject: 'community', email: '', days: 7 }, at);
}

/** Is this the token of a link that can still be used? Throws NotFound. */
export async function check(db: Db, token: string, at: Date): Promise<links.Link> {
  const link = await links.find(db, PURPOSE, token, at);
  if (!link || link.usedAt || (await settings.read(db))['community.founded']) throw new NotFound();
  return link;
}

/** Makes the community and its first steward, once. Answers the steward's id. */
export async function found(
  db: Db,
  link: links.Link,
  { community, strapline, name, email, country }: Founding,
  at: Date,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    if (!(await links.redeem(trx, link, at))) throw new Conflict(t('This community has been set up already.'));
    const cairn = cairnItself(at);
    await settings.write(trx, 'community.name', community, cairn);
    await settings.write(trx, 'community.strapline', strapline, cairn);
    await settings.write(trx, 'community.founded', true, cairn);
    // A map of nothing and a shelf without cases would only be in the way: the steward opens them when they are of use.
    await settings.write(trx, 'rooms.landscape', false, cairn);
    await settings.write(trx, 'rooms.cases', false, cairn);
    const id = await people.meet(trx, { email, name }, cairn);
    const steward = { ...cairn, id };
    await people.describe(trx, await people.byId(trx, id), { country }, steward);
    await founding.begin(trx, { personId: id, compactVersion: FIRST_COMPACT }, steward);
    await roles.grant(trx, id, { role: 'steward', country: null }, cairn);
    await journal.record(trx, steward, 'community.founded', { type: 'person', id });
    return id;
  });
}
