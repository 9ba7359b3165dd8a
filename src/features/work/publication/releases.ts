import type { Actor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import * as mail from '#kernel/mail/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../finding.ts';
import { allow } from '../policy.ts';
import { of, show } from './publications.ts';

export type Waiting = { title: string; address: string; aim: string; sharer: string; publishedAt: Date };

/** First pieces that wait for a moderator, the longest waiting first. What was refused waits for its team instead. */
export async function waiting(db: Db, actor: Actor): Promise<Waiting[]> {
  allow(actor, 'see releases', {});
  const rows = await db
    .selectFrom('work_publications as p')
    .innerJoin('works as w', 'w.id', 'p.work_id')
    .innerJoin('people', 'people.id', 'w.shared_by')
    .leftJoin('work_releases as r', 'r.work_id', 'p.work_id')
    .leftJoin('work_release_refusals as f', 'f.work_id', 'p.work_id')
    .select(['w.title', 'w.slug', 'w.short_id', 'w.aim', 'people.name as sharer', 'p.published_at as publishedAt'])
    .where('r.work_id', 'is', null)
    .where('f.work_id', 'is', null)
    .orderBy('p.published_at')
    .execute();
  return rows.map(({ slug, short_id, ...row }) => ({ ...row, address: `${slug}-${short_id}` }));
}

/** Lets a newcomer's first piece be seen. */
export async function release(db: Db, work: Work, url: string, actor: Actor): Promise<void> {
  allow(actor, 'release', work);
  await inTransaction(db, async (trx) => {
    const { visibility } = await stillWaiting(trx, work);
    await trx
      .insertInto('work_releases')
      .values({ work_id: work.id, released_by: actor.id, released_at: actor.at })
      .execute();
    await trx.deleteFrom('work_release_refusals').where('work_id', '=', work.id).execute();
    await show(trx, work, visibility, actor);
    await journal.record(trx, actor, 'work.released', { type: 'work', id: work.id });
    await tell(trx, work, actor, {
      subject: t('Your work can now be seen: {title}', { title: work.title }),
      text: t('Thank you for sharing “{title}”. It is now part of the landscape:\n\n{address}', {
        title: work.title,
        address: `${url}/work/${work.address}`,
      }),
    });
  });
}

/** Says what is needed before a first piece can be seen. It stays with its team, who may ask again. */
export async function refuse(
  db: Db,
  work: Work,
  { reason, url }: { reason: string; url: string },
  actor: Actor,
): Promise<void> {
  allow(actor, 'release', work);
  await inTransaction(db, async (trx) => {
    await stillWaiting(trx, work);
    const row = { work_id: work.id, refused_by: actor.id ?? '', refused_at: actor.at, reason };
    await trx
      .insertInto('work_release_refusals')
      .values(row)
      .onConflict((conflict) => conflict.column('work_id').doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'work.release-refused', { type: 'work', id: work.id }, { after: { reason } });
    await tell(trx, work, actor, {
      subject: t('Something is needed first: {title}', { title: work.title }),
      text: t(
        'Thank you for sharing “{title}”. Before others can see it, a moderator asks for this:\n\n{reason}\n\nNothing is lost. Change it here, then make it visible again:\n{address}',
        { title: work.title, reason, address: `${url}/work/${work.address}` },
      ),
    });
  });
}

async function stillWaiting(db: Db, work: Work) {
  const publication = await of(db, work);
  if (!publication || publication.releasedAt)
    throw new Conflict(t('This work no longer waits: another moderator has released it, or its team took it back.'));
  return publication;
}

async function tell(db: Db, work: Work, actor: Actor, letter: { subject: string; text: string }): Promise<void> {
  const sharer = await db
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', '=', work.sharedBy)
    .where('is_primary', '=', true)
    .executeTakeFirst();
  if (sharer) await mail.send(db, { to: sharer.email, ...letter }, actor.at);
}
