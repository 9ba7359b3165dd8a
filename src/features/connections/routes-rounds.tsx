import { type Context, Hono } from 'hono';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn } from '#kernel/ids.ts';
import { type Child, ErrorSummary } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { eraseWords } from './answers.ts';
import { RhythmInput } from './input.ts';
import { allow } from './policy.ts';
import * as rhythm from './rhythm.ts';
import * as rounds from './rounds.ts';
import { told } from './told.ts';
import { RoundsPage } from './views/rounds.tsx';

/** What stewards look after: the rhythm, the rounds, and how people say they went. */
export function roundRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => c.render(await content(c), { title: t('Rounds of introductions'), unlisted: true }));

  app.post('/', async (c) => {
    await rounds.begin(db, c.var.actor);
    return c.redirect('/introductions/rounds', 303);
  });

  app.put('/rhythm', async (c) => {
    allow(c.var.actor, 'run rounds', {});
    const page = { title: t('Rounds of introductions'), again: (form: Form) => content(c, form) };
    return submit(c, RhythmInput, page, async (chosen) => {
      await rhythm.choose(db, chosen.rhythm, c.var.actor);
      return c.redirect('/introductions/rounds', 303);
    });
  });

  app.delete('/words/:seat', async (c) => {
    allow(c.var.actor, 'run rounds', {});
    await eraseWords(db, idIn(c.req.param('seat')), c.var.actor);
    return c.redirect('/introductions/rounds', 303);
  });

  async function content(c: Context<HouseEnv>, form?: Form): Promise<Child> {
    const { actor } = c.var;
    const [all, chosen, next] = await Promise.all([told(db, actor), rhythm.current(db), rhythm.next(db, actor.at)]);
    return (
      <>
        {form && <ErrorSummary form={form} />}
        <RoundsPage told={all} next={next} form={form ?? filled({ rhythm: chosen })} />
      </>
    );
  }

  return app;
}
