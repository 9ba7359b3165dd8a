import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { Invalid } from '#kernel/errors.ts';
import { shortIdIn } from '#kernel/ids.ts';
import { t } from '#kernel/words.ts';

/** A piece of work as a story links to it. */
export type LinkedWork = { id: string; title: string; address: string };

/** The room of work, which stands beside this one: app.tsx hands it in. It shows only what the actor may see. */
export type WorkDoor = {
  find(db: Db, short: string, actor: Actor): Promise<LinkedWork>;
  among(db: Db, ids: string[], actor: Actor): Promise<LinkedWork[]>;
};

const MOST = 10;

/** Addresses, one a line, whole or only their last part → the ids of works that the writer can see. */
export async function idsIn(db: Db, typed: string, door: WorkDoor | undefined, actor: Actor): Promise<string[]> {
  const lines = typed.split(/\s+/).filter((line) => line !== '');
  if (lines.length > MOST) throw new Invalid({ works: t('That is too many addresses. Please keep to ten.') });
  return Promise.all(
    lines.map(async (line) => {
      const short = shortIdIn(line.replace(/[?#].*$/, '').replace(/\/+$/, ''));
      const work = short && door ? await door.find(db, short, actor).catch(() => null) : null;
      if (!work) throw new Invalid({ works: t('We cannot find this work: {line}', { line }) });
      return work.id;
    }),
  );
}

/** The works of these ids that the actor may see, in the order of the ids. */
export async function shown(db: Db, ids: string[], door: WorkDoor | undefined, actor: Actor): Promise<LinkedWork[]> {
  if (!door || ids.length === 0) return [];
  const works = new Map((await door.among(db, ids, actor)).map((work) => [work.id, work]));
  return ids.flatMap((id) => works.get(id) ?? []);
}
