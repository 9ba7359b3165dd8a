import { works } from '#features/work/index.ts';
import type { Db } from '#kernel/database/index.ts';
import { inTransaction } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import * as mail from '#kernel/mail/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { t } from '#kernel/words.ts';

/** Every night: teams hear of adaptations of their work that they could not see when they were told. */
export function jobs({ db, config, clock }: House): Handlers {
  return {
    'practice.tell': async () => {
      const waiting = await db
        .selectFrom('adaptations as a')
        .innerJoin('works as w', 'w.id', 'a.work_id')
        .select('a.id')
        .where('w.visibility', '<>', 'private')
        .where('a.id', 'not in', (eb) => eb.selectFrom('adaptation_letters').select('adaptation_id'))
        .orderBy('a.id')
        .limit(500)
        .execute();
      for (const { id } of waiting) await inTransaction(db, (trx) => hear(trx, id, config.url, clock()));
    },
  };
}

/**
 * Writes to the team whose work was adapted, once, if any of them may see the other: a letter must not say of work what its
 * page would not.
 */
export async function hear(db: Db, id: string, url: string, at: Date): Promise<void> {
  const row = await db
    .selectFrom('adaptations')
    .select(['work_id', 'of_id', 'short_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return;
  const [work, of] = await Promise.all([works.byId(db, row.work_id), works.byId(db, row.of_id)]);
  if (work.visibility === 'private') return;
  const team = await db
    .selectFrom('person_emails')
    .select(['person_id', 'email'])
    .where('person_id', 'in', of.team)
    .where('person_id', 'not in', work.team)
    .where('is_primary', '=', true)
    .execute();
  const seeing = [];
  for (const { person_id, email } of team)
    if ((await works.among(db, [work.id], await actorFor(db, person_id, at))).length > 0) seeing.push(email);
  if (seeing.length === 0 && team.length > 0) return;
  await db.insertInto('adaptation_letters').values({ adaptation_id: id, written_at: at }).execute();
  for (const to of seeing)
    await mail.send(
      db,
      {
        to,
        subject: t('Somebody tried “{title}” elsewhere', { title: of.title }),
        text: t(
          'Your work has travelled. A team has told us that they tried “{title}” at their place, what they changed, and what happened:\n\n{other}\n{address}\n\nYou can answer it there with a note that everybody reads beside it.',
          { title: of.title, other: work.title, address: `${url}/work/${of.address}/adaptations/${row.short_id}` },
        ),
      },
      at,
    );
}
