import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { visitor } from '#kernel/actor.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import { t } from '#kernel/words.ts';
import { type Application, hold, isOpen } from './applications.ts';
import * as toReferees from './letters-to-referees.ts';
import { allow } from './policy.ts';
import { ERASED, type Said } from './words.ts';

/** Somebody who can speak to an application, and what came of asking them. */
export type Referee = {
  id: string;
  name: string;
  email: string | null;
  askedAt: Date | null;
  remindedAt: Date | null;
  answer: Said | null;
  words: string;
  answeredAt: Date | null;
};
export type Named = { name: string; email: string };

/** The one who is named now; who was replaced is not asked any more. */
export async function of(db: Db, applicationId: string): Promise<Referee | null> {
  return (await all(db).where('referees.application_id', '=', applicationId).executeTakeFirst()) ?? null;
}

/** Names somebody in place of whoever was named before; nobody, with null. Once the application is sent they are asked. */
export async function choose(
  db: Db,
  { id }: Pick<Application, 'id'>,
  named: Named | null,
  url: string,
  actor: Actor,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const application = await hold(trx, id);
    allow(actor, 'apply', application);
    if (!isOpen(application)) throw new Conflict(t('This application is already closed.'));
    const before = await of(trx, id);
    if (named && before?.name === named.name && before.email?.toLowerCase() === named.email.toLowerCase()) return;
    if (!named && !before) return;
    if (named && named.email.toLowerCase() === application.email?.toLowerCase())
      throw new Invalid({ 'speaks-email': t('That is your own address. Please name somebody else.') });
    if (before) await drop(trx, before, actor);
    if (named) {
      const row = { id: newId(), application_id: id, named_at: actor.at, ...named };
      await trx.insertInto('referees').values(row).execute();
    }
    await journal.record(trx, actor, named ? 'referee.named' : 'referee.dropped', { type: 'application', id });
    await ask(trx, application, url, actor);
  });
}

/** Asks the one who is named, if they have not been asked: once the application has been sent. */
export async function ask(trx: Db, { id }: Pick<Application, 'id'>, url: string, actor: Actor): Promise<void> {
  const { submissionId, name: applicant } = await hold(trx, id);
  const referee = await of(trx, id);
  if (submissionId === null || !referee?.email || referee.askedAt) return;
  await trx
    .insertInto('referee_letters')
    .values({ referee_id: referee.id, kind: 'asked', sent_at: actor.at })
    .execute();
  await toReferees.asked(trx, { ...referee, email: referee.email, applicant }, url, actor.at);
  await journal.record(trx, actor, 'referee.asked', { type: 'application', id });
}

/** What the link in their letter opens: whom they are asked about, and their address as an actor's. */
export async function open(db: Db, token: string, at: Date) {
  const link = await links.find(db, toReferees.REFEREE_LINK, token, at);
  const referee = link && (await all(db).where('referees.id', '=', link.subject).executeTakeFirst());
  if (!referee) throw new NotFound();
  const application = await db
    .selectFrom('applications')
    .innerJoin('application_states', 'application_states.application_id', 'applications.id')
    .select(['applications.name', sql<Application['state']>`state`.as('state')])
    .where('applications.id', '=', referee.applicationId)
    .executeTakeFirstOrThrow();
  // Once it is decided, what they say would come too late to be fair.
  return {
    referee,
    applicant: application.name,
    isOver: !isOpen(application) || referee.answer !== null,
    speaker: { ...visitor(at), email: referee.email },
  };
}

/** Their answer, once. */
export async function answer(db: Db, token: string, said: { answer: Said; words: string }, at: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { referee, speaker } = await open(trx, token, at);
    allow(speaker, 'speak', referee);
    await hold(trx, referee.applicationId);
    if ((await open(trx, token, at)).isOver) throw new Conflict(t('Thank you. Nothing more is needed here.'));
    await trx
      .insertInto('referee_answers')
      .values({ referee_id: referee.id, ...said, answered_at: at })
      .execute();
    await journal.record(trx, speaker, 'referee.answered', { type: 'application', id: referee.applicationId });
  });
}

/** Their names, addresses and words, when the application becomes anonymous. */
export async function forget(trx: Db, where: { applicationId: string } | { personId: string }): Promise<void> {
  const rows = await trx
    .selectFrom('referees')
    .select('id')
    .where((eb) =>
      'applicationId' in where
        ? eb('application_id', '=', where.applicationId)
        : eb('email', 'in', eb.selectFrom('person_emails').select('email').where('person_id', '=', where.personId)),
    )
    .execute();
  for (const { id } of rows) {
    await trx.updateTable('referees').set({ name: '', email: null }).where('id', '=', id).execute();
    await trx
      .updateTable('referee_answers')
      .set({ words: ERASED })
      .where('referee_id', '=', id)
      .where('words', '<>', '')
      .execute();
    await links.forgetAbout(trx, id);
  }
}

/**
 * Whom a person named, with the times; what those said was said to the panel in confidence. Or what a person said about
 * others, whose names are not theirs to take away.
 */
export async function exportOf(db: Db, of: { applicationId: string } | { personId: string }) {
  const rows = await db
    .selectFrom('referees')
    .leftJoin('referee_answers', 'referee_id', 'referees.id')
    .select(['name', 'email', 'named_at as namedAt', 'answer', 'words', 'answered_at as answeredAt'])
    .where((eb) =>
      'applicationId' in of
        ? eb('application_id', '=', of.applicationId)
        : eb('email', 'in', eb.selectFrom('person_emails').select('email').where('person_id', '=', of.personId)),
    )
    .orderBy('named_at')
    .execute();
  if ('personId' in of) return rows.map(({ name: _, ...row }) => row);
  return rows.map(({ answer: _, words: __, ...row }) => row);
}

/** Those who are asked and not replaced, with the application that they are named in. */
export function all(db: Db) {
  return db
    .selectFrom('referees')
    .leftJoin('referee_answers', 'referee_answers.referee_id', 'referees.id')
    .leftJoin('referee_letters as asked', (join) =>
      join.onRef('asked.referee_id', '=', 'referees.id').on('asked.kind', '=', 'asked'),
    )
    .leftJoin('referee_letters as reminded', (join) =>
      join.onRef('reminded.referee_id', '=', 'referees.id').on('reminded.kind', '=', 'reminded'),
    )
    .select([
      'referees.id',
      'referees.application_id as applicationId',
      'referees.name',
      'referees.email',
      'asked.sent_at as askedAt',
      'reminded.sent_at as remindedAt',
      sql<Said | null>`referee_answers.answer`.as('answer'),
      sql<string>`coalesce(referee_answers.words, '')`.as('words'),
      'referee_answers.answered_at as answeredAt',
    ])
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('referee_removals').select('referee_id').whereRef('referee_id', '=', 'referees.id')),
      ),
    );
}

/** Nobody had heard of it: then it was never there. Who was asked leaves a row, and their link opens nothing more. */
async function drop(trx: Db, { id, askedAt }: Referee, actor: Actor): Promise<void> {
  await links.forgetAbout(trx, id);
  if (askedAt === null) await trx.deleteFrom('referees').where('id', '=', id).execute();
  else await trx.insertInto('referee_removals').values({ referee_id: id, removed_at: actor.at }).execute();
}
