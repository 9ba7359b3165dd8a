import { people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import { t } from '#kernel/words.ts';
import { byId, type Work } from '../finding.ts';
import { allow } from '../policy.ts';

/** A line of the team field: a name, an e-mail address, or both. */
export type Named = { name: string; email: string | null };

const PURPOSE = 'work.team';

/**
 * Writes names on the team. A name stays text until its person accepts; whoever has an e-mail address gets a letter with
 * a link. A name that gets an address later is the same line.
 */
export async function invite(
  db: Db,
  work: Work,
  { named, url }: { named: Named[]; url: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'edit', work);
  await inTransaction(db, async (trx) => {
    for (const one of named) {
      if (one.email) await limit(trx, 'work.invite', actor.id ?? '', actor.at);
      const id = await write(trx, work, one, actor);
      if (id && one.email) await sendLetter(trx, work, { id, email: one.email, url }, actor);
    }
    if (named.length > 0) await journal.record(trx, actor, 'team.invited', { type: 'work', id: work.id });
  });
}

export type Invitation = { link: links.Link; work: Work; lineId: string; name: string; inviter: string };

/** The invitation that a letter's link opens. Throws NotFound when it has run out, was used or taken back. */
export async function opened(db: Db, token: string, at: Date): Promise<Invitation> {
  const link = await links.find(db, PURPOSE, token, at);
  if (!link || link.usedAt) throw new NotFound();
  const line = await db
    .selectFrom('work_team as m')
    .innerJoin('people as p', 'p.id', 'm.invited_by')
    .select(['m.id', 'm.work_id', 'm.name', 'p.name as inviter'])
    .where('m.id', '=', link.subject)
    .where('m.accepted_at', 'is', null)
    .executeTakeFirst();
  if (!line) throw new NotFound();
  const { id: lineId, name, inviter } = line;
  return { link, work: await byId(db, line.work_id), lineId, name, inviter };
}

/** Accepts by the link: whoever opens it reads that address, and so is its person. */
export async function accept(db: Db, { link, work, lineId }: Invitation, name: string, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await links.redeem(trx, link, actor.at))) throw new NotFound();
    const id = await people.meet(trx, { email: link.email, name }, actor);
    const person = { ...actor, id, name };
    await trx
      .deleteFrom('work_team')
      .where('work_id', '=', work.id)
      .where('person_id', '=', id)
      .where('id', '<>', lineId)
      .where('accepted_at', 'is', null)
      .execute();
    if (work.team.includes(id)) await trx.deleteFrom('work_team').where('id', '=', lineId).execute();
    else
      await trx
        .updateTable('work_team')
        .set({ person_id: id, name, accepted_at: actor.at })
        .where('id', '=', lineId)
        .execute();
    await journal.record(trx, person, 'team.joined', { type: 'work', id: work.id });
  });
}

/** Declines by the link. */
export async function decline(db: Db, { link, work, lineId }: Invitation, actor: Actor): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await links.redeem(trx, link, actor.at))) throw new NotFound();
    await trx.deleteFrom('work_team').where('id', '=', lineId).execute();
    await journal.record(trx, actor, 'team.declined', { type: 'work', id: work.id });
  });
}

/** The line's id; null when this person is on the team, or was asked, already. */
async function write(db: Db, work: Work, { name, email }: Named, actor: Actor): Promise<string | null> {
  const known = email
    ? await db.selectFrom('person_emails').select('person_id').where('email', '=', email).executeTakeFirst()
    : undefined;
  const lines = await db
    .selectFrom('work_team')
    .select(['id', 'name', 'email', 'person_id'])
    .where('work_id', '=', work.id)
    .execute();
  if (known && lines.some((line) => line.person_id === known.person_id)) return null;
  if (email && lines.some((line) => line.email?.toLowerCase() === email.toLowerCase())) return null;
  const same = lines.find((line) => name !== '' && line.name.toLowerCase() === name.toLowerCase() && !line.person_id);
  if (same && !email) return null;
  if (same && !same.email) {
    await db
      .updateTable('work_team')
      .set({ email, person_id: known?.person_id ?? null })
      .where('id', '=', same.id)
      .execute();
    return same.id;
  }
  const id = newId();
  await db
    .insertInto('work_team')
    .values({
      id,
      work_id: work.id,
      person_id: known?.person_id ?? null,
      name: name || (email ?? ''),
      email,
      invited_by: actor.id ?? '',
      invited_at: actor.at,
    })
    .execute();
  return id;
}

async function sendLetter(
  db: Db,
  work: Work,
  { id, email, url }: { id: string; email: string; url: string },
  actor: Actor,
): Promise<void> {
  const token = await links.issue(db, { purpose: PURPOSE, subject: id, email, days: 60 }, actor.at);
  await mail.send(
    db,
    {
      to: email,
      subject: t('{name} named you on the team of “{title}”', { name: actor.name, title: work.title }),
      text: t(
        '{name} says that you are on the team of this piece of improvement work:\n\n{title}\n\nYour name is shown only if you agree. Say yes or no here:\n{address}\n\nIf you do nothing, nobody will see your name. The link works for 60 days.',
        { name: actor.name, title: work.title, address: `${url}/work/invitations/${token}` },
      ),
    },
    actor.at,
  );
}
