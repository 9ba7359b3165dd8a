import { appeals, applications, criteria, hearings, otherWays, referees } from '#features/membership/index.ts';
import { type Actor, visitor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import * as files from '#kernel/files/index.ts';
import { actorFor } from '#kernel/session/index.ts';
import type { Storage } from '#kernel/storage.ts';
import { APPELLANT } from './applicants.ts';

/** What belongs to applications besides words: a recording, somebody who speaks to one, an appeal under way. */

const URL = 'http://localhost:3000';
const DAY = 86_400_000;

/** A recording beside the typed words of the last question. A few soft notes stand in for a voice. */
export async function addRecording(db: Db, storage: Storage, application: applications.Application, actor: Actor) {
  const asked = (await criteria.of(db, application.criteriaVersionId)).at(-1);
  if (!asked) return;
  const file = new File([notes()], 'how it really went.wav', { type: 'audio/wav' });
  const { id } = await files.take(db, storage, file, otherWays.ANSWER_FILE, actor);
  await otherWays.attach(db, application, asked.id, id, actor);
}

/** They answer by the link in their letter. */
export async function confirm(db: Db, email: string, words: string, at: Date): Promise<void> {
  const { body } = await db
    .selectFrom('letters')
    .select('body')
    .where('to_email', '=', email)
    .orderBy('written_at', 'desc')
    .executeTakeFirstOrThrow();
  const token = /\/join\/speaking\/(\S+)/.exec(body)?.[1] ?? '';
  await referees.answer(db, token, { answer: 'confirm', words }, at);
}

/** An appeal that was answered with a question, and waits for us again. */
export async function addAppeal(db: Db, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  const applicant = (days: number): Actor => ({ ...visitor(before(days)), email: APPELLANT });
  const application = await applications.ownOf(db, applicant(12));
  if (!application) return;
  await appeals.open(
    db,
    application,
    'You missed the people, and that is my fault: I left them out because I thought you wanted results. Eleven porters and ward clerks drew that board with me on the back of menus.',
    URL,
    applicant(12),
  );
  const { person_id: hearer } = await db
    .selectFrom('appeal_assignments')
    .innerJoin('appeals', 'appeals.id', 'appeal_id')
    .select('person_id')
    .where('application_id', '=', application.id)
    .executeTakeFirstOrThrow();
  const answering = await actorFor(db, hearer, before(9));
  const { rows } = await hearings.list(db, 1, answering);
  const hearing = rows.find((one) => one.application.id === application.id);
  if (!hearing) return;
  await appeals.answer(
    db,
    hearing,
    'Thank you, that is what we wanted to read. What did they change that you would not have thought of?',
    URL,
    answering,
  );
  await appeals.say(
    db,
    application,
    'They threw out my colours. Mairwen, a clerk, said that a bed is not empty until somebody has cleaned it, so now the board says that too. I had never asked a cleaner.',
    URL,
    applicant(5),
  );
}

/** Four notes of half a second, as WAV: 8,000 samples of 8 bits a second. */
export function notes(): Uint8Array<ArrayBuffer> {
  const rate = 8000;
  const sound = Uint8Array.from({ length: 2 * rate }, (_, i) => {
    const note = [262, 330, 392, 330][Math.floor((i / rate) * 2)] ?? 262;
    const fading = 1 - ((i / rate) * 2 - Math.floor((i / rate) * 2));
    return 128 + Math.round(40 * fading * Math.sin((2 * Math.PI * note * i) / rate));
  });
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + sound.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(sound.length, 40);
  return new Uint8Array([...head, ...sound]);
}
