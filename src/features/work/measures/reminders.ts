import { type Actor, cairnItself } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { formatDate } from '#kernel/format.ts';
import * as journal from '#kernel/journal.ts';
import * as links from '#kernel/links.ts';
import * as mail from '#kernel/mail/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import { t } from '#kernel/words.ts';
import * as works from '../works.ts';
import * as measures from './measures.ts';
import { allow, may } from './policy.ts';
import * as readings from './readings.ts';

export const EVERY = ['week', 'month'] as const;
export type Every = (typeof EVERY)[number];
export type Reminder = { personId: string; every: Every; nextOn: string };

const PURPOSE = 'reading';
const DAYS = { week: 7, month: 28 } as const; // a link lives until the next one comes

export async function of(db: Db, measure: measures.Measure): Promise<Reminder | null> {
  const row = await db
    .selectFrom('measure_reminders')
    .select(['person_id as personId', 'every', 'next_on as nextOn'])
    .where('measure_id', '=', measure.id)
    .executeTakeFirst();
  return row ?? null;
}

/** Asks to be reminded; whoever asks last is the one who is. */
export async function ask(
  db: Db,
  work: works.Work,
  measure: measures.Measure,
  every: Every,
  actor: Actor,
): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    const row = {
      measure_id: measure.id,
      person_id: actor.id ?? '',
      every,
      next_on: after(dayOf(actor.at), every),
      asked_at: actor.at,
    };
    await trx
      .insertInto('measure_reminders')
      .values(row)
      .onConflict((conflict) => conflict.column('measure_id').doUpdateSet(row))
      .execute();
    await journal.record(trx, actor, 'reminder.asked', { type: 'measure', id: measure.id }, { after: { every } });
  });
}

export async function stop(db: Db, work: works.Work, measure: measures.Measure, actor: Actor): Promise<void> {
  allow(actor, 'measure', work);
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('measure_reminders').where('measure_id', '=', measure.id).execute();
    await journal.record(trx, actor, 'reminder.stopped', { type: 'measure', id: measure.id });
  });
}

/** Writes the letters that are due, one transaction each: what was sent stays sent when the next one fails. */
export async function send(db: Db, url: string, at: Date): Promise<void> {
  while (await sendNext(db, url, at));
}

async function sendNext(db: Db, url: string, at: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const today = dayOf(at);
    const due = await trx
      .selectFrom('measure_reminders')
      .selectAll()
      .where('next_on', '<=', today)
      .orderBy('next_on')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!due) return false;
    await trx
      .updateTable('measure_reminders')
      .set({ next_on: after(today, due.every) })
      .where('measure_id', '=', due.measure_id)
      .execute();
    const measure = await measures.byId(trx, due.measure_id);
    const work = await works.byId(trx, measure.workId);
    const actor = await actorFor(trx, due.person_id, at);
    const date = await dateToAsk(trx, measure, due.every, today);
    if (!actor.email || !may(actor, 'measure', work) || date > today) return true;
    const subject = `${measure.id} ${date}`;
    const token = await links.issue(trx, { purpose: PURPOSE, subject, email: actor.email, days: DAYS[due.every] }, at);
    await mail.send(
      trx,
      {
        to: actor.email,
        subject: t('One number, please: {measure}', { measure: measure.name }),
        text: t(
          'You asked us to remind you of “{measure}” for “{title}”.\n\nThe reading for {date} goes here; it is one field:\n{address}\n\nThe link works until the next letter, and needs no signing in: please do not pass it on. The same page stops these letters.',
          {
            measure: measure.name,
            title: work.title,
            date: formatDate(date),
            address: `${url}/work/readings/${token}`,
          },
        ),
      },
      at,
    );
    await journal.record(trx, cairnItself(at), 'reminder.sent', { type: 'measure', id: measure.id });
    return true;
  });
}

/** What a letter's link asks: which reading, for whom, in whose name. */
export type Asked = {
  link: links.Link;
  work: works.Work;
  measure: measures.Measure;
  date: string;
  actor: Actor;
};

/** What this link asks for. Throws NotFound where it has run out, was used, or its reader has left the team. */
export async function opened(db: Db, token: string, at: Date): Promise<Asked> {
  const link = await links.find(db, PURPOSE, token, at);
  if (!link || link.usedAt) throw new NotFound();
  const [id = '', date = ''] = link.subject.split(' ');
  const measure = await measures.byId(db, id);
  const work = await works.byId(db, measure.workId);
  const person = await db
    .selectFrom('person_emails')
    .select('person_id')
    .where('email', '=', link.email)
    .executeTakeFirst();
  if (!person) throw new NotFound();
  const actor = await actorFor(db, person.person_id, at);
  if (!may(actor, 'measure', work)) throw new NotFound();
  return { link, work, measure, date, actor };
}

/** Records the one reading; the link is spent. */
export async function answer(db: Db, { link, work, measure, date, actor }: Asked, value: number | null): Promise<void> {
  await inTransaction(db, async (trx) => {
    const taken = readings.alreadyThere(await readings.list(trx, measure.id), [{ date, value }]);
    if (taken) throw new Invalid({ value: taken });
    if (!(await links.redeem(trx, link, actor.at))) throw new NotFound();
    await readings.record(trx, work, measure, [{ date, value }], actor);
  });
}

/** A step after the last reading; for a first one, the Monday or the month before this. */
async function dateToAsk(db: Db, { id }: measures.Measure, every: Every, today: string): Promise<string> {
  const last = (await readings.list(db, id)).at(-1)?.date;
  if (last) return after(last, every);
  const day = new Date(`${today}T00:00:00Z`);
  if (every === 'month') day.setUTCMonth(day.getUTCMonth() - 1, 1);
  else day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) - 7);
  return day.toISOString().slice(0, 10);
}

/** A week or a month after a day; after the 31st of January, the last of February. */
export function after(date: string, every: Every): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (every === 'week') day.setUTCDate(day.getUTCDate() + 7);
  else {
    const wanted = day.getUTCDate();
    day.setUTCMonth(day.getUTCMonth() + 1, 1);
    const most = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(wanted, most));
  }
  return day.toISOString().slice(0, 10);
}
