import { sql } from 'kysely';
import { type Actor, has } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import * as journal from '#kernel/journal.ts';
import * as mail from '#kernel/mail/index.ts';
import * as roles from '#kernel/roles.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../finding.ts';
import type { Licence } from '../licences.ts';
import { allow } from '../policy.ts';
import { type Answers, obstacles } from './questions.ts';

/** What became of making the work visible, for its team. */
export type Publication = {
  visibility: 'members' | 'public';
  publishedAt: Date;
  releasedAt: Date | null;
  refusal: string | null;
};

/**
 * Makes the work visible, once the three questions have been answered. A newcomer's first piece stays private until a
 * moderator releases it.
 */
export async function publish(
  db: Db,
  work: Work,
  {
    visibility,
    answers,
    url,
    licence = work.licence,
  }: { visibility: 'members' | 'public'; answers: Answers; url: string; licence?: Licence },
  actor: Actor,
): Promise<void> {
  allow(actor, 'publish', work);
  const errors = obstacles(answers);
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  await inTransaction(db, async (trx) => {
    const row = {
      work_id: work.id,
      visibility,
      published_by: actor.id ?? '',
      published_at: actor.at,
      answers: JSON.stringify(answers),
    };
    await trx
      .insertInto('work_publications')
      .values(row)
      .onConflict((conflict) => conflict.column('work_id').doUpdateSet(row))
      .execute();
    await trx.updateTable('works').set({ licence }).where('id', '=', work.id).execute();
    await trx.deleteFrom('work_release_refusals').where('work_id', '=', work.id).execute();
    await journal.record(
      trx,
      actor,
      'work.published',
      { type: 'work', id: work.id },
      { after: { visibility, licence } },
    );
    if (await isReleased(trx, work)) return show(trx, work, visibility, actor);
    if (await isKnown(trx, actor)) {
      await trx
        .insertInto('work_releases')
        .values({ work_id: work.id, released_by: null, released_at: actor.at })
        .execute();
      return show(trx, work, visibility, actor);
    }
    await askModerators(trx, work, url, actor);
  });
}

/** Takes the work back to its team. */
export async function withdraw(db: Db, work: Work, actor: Actor): Promise<void> {
  allow(actor, 'publish', work);
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('work_publications').where('work_id', '=', work.id).execute();
    await trx.updateTable('works').set({ visibility: 'private' }).where('id', '=', work.id).execute();
    await journal.record(
      trx,
      actor,
      'work.withdrawn',
      { type: 'work', id: work.id },
      {
        before: { visibility: work.visibility },
      },
    );
  });
}

/** The publication of this work, or null while its team keeps it to itself. */
export async function of(db: Db, work: Work): Promise<Publication | null> {
  const row = await db
    .selectFrom('work_publications as p')
    .leftJoin('work_releases as r', 'r.work_id', 'p.work_id')
    .leftJoin('work_release_refusals as f', 'f.work_id', 'p.work_id')
    .select(['p.visibility', 'p.published_at as publishedAt', 'r.released_at as releasedAt', 'f.reason as refusal'])
    .where('p.work_id', '=', work.id)
    .executeTakeFirst();
  return row ?? null;
}

/** The work is now as visible as its publication says. */
export async function show(db: Db, work: Work, visibility: 'members' | 'public', actor: Actor): Promise<void> {
  const hiding = await db
    .selectFrom('work_hidings')
    .select('work_id')
    .where('work_id', '=', work.id)
    .executeTakeFirst();
  if (hiding)
    throw new Conflict(
      t('An editor has hidden this work after a request of an organisation. Please answer there first.'),
    );
  await db.updateTable('works').set({ visibility, changed_at: actor.at }).where('id', '=', work.id).execute();
}

async function isReleased(db: Db, work: Work): Promise<boolean> {
  const row = await db.selectFrom('work_releases').select('work_id').where('work_id', '=', work.id).executeTakeFirst();
  return row !== undefined;
}

/** A member, or somebody who has shared released work before. */
async function isKnown(db: Db, actor: Actor): Promise<boolean> {
  if (has(actor, 'member')) return true;
  const earlier = await db
    .selectFrom('works')
    .innerJoin('work_releases', 'work_releases.work_id', 'works.id')
    .select(sql`1`.as('one'))
    .where('works.shared_by', '=', actor.id)
    .executeTakeFirst();
  return earlier !== undefined;
}

async function askModerators(db: Db, work: Work, url: string, actor: Actor): Promise<void> {
  const moderators = await roles.holders(db, 'moderator');
  if (moderators.length === 0) return;
  const addresses = await db
    .selectFrom('person_emails')
    .select('email')
    .where('person_id', 'in', moderators)
    .where('is_primary', '=', true)
    .execute();
  for (const { email } of addresses)
    await mail.send(
      db,
      {
        to: email,
        subject: t('A first piece of work waits for you: {title}', { title: work.title }),
        text: t(
          '{name} has shared a first piece of work, “{title}”. Nobody else sees it until one of the moderators has looked at it.\n\nRead it here:\n{address}',
          { name: actor.name, title: work.title, address: `${url}/work/releases` },
        ),
      },
      actor.at,
    );
}
