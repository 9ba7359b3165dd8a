import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';

/** Something that takes five minutes and helps somebody; where it is done; whether this member has done it. */
export const STEPS = ['can-help', 'place', 'comment', 'share', 'invite'] as const;
export type StepName = (typeof STEPS)[number];
export type Step = { name: StepName; href: string; done: boolean };

/** What this member has done and has not, from what they left behind anyway: nothing is recorded for it. */
export async function stepsOf(db: Db, { id }: Actor): Promise<Step[]> {
  const facts = await db
    .selectFrom('people')
    .select([
      sql<string>`slug || '-' || short_id`.as('address'),
      sql<boolean>`can_help <> ''`.as('canHelp'),
      sql<boolean>`exists (select from placements p where p.person_id = people.id)`.as('placed'),
      sql<boolean>`exists (select from comments c where c.person_id = people.id)`.as('commented'),
      sql<boolean>`exists (select from works w where w.shared_by = people.id)`.as('shared'),
      sql<boolean>`exists (select from invitations i where i.invited_by = people.id)`.as('invited'),
      sql<string | null>`(select '/work/' || w.slug || '-' || w.short_id || '/placements/mine' from works w
        where w.visibility = 'public' and not exists (
          select from placements p where p.work_id = w.id and p.person_id = people.id)
        order by w.id desc limit 1)`.as('toPlace'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return [
    { name: 'can-help', href: `/people/${facts.address}/edit`, done: facts.canHelp },
    { name: 'place', href: facts.toPlace ?? '/work', done: facts.placed },
    { name: 'comment', href: '/stories', done: facts.commented },
    { name: 'share', href: '/work/new', done: facts.shared },
    { name: 'invite', href: '/invitations', done: facts.invited },
  ];
}

/** One of what is not done yet, another every day (`YYYY-MM-DD`); null when all is. Pure. */
export function thingToday(steps: readonly Step[], day: string): Step | null {
  const open = steps.filter(({ done }) => !done);
  return open[Number(day.slice(-2)) % Math.max(1, open.length)] ?? null;
}
