import { type Context, Hono } from 'hono';
import { type Measure, measures, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as corrections from './corrections.ts';
import { AcceptanceInput } from './input.ts';
import { allow } from './policy.ts';
import { CorrectionsPage } from './views/corrections-page.tsx';

const BASE = '/:address/measures/:measure/corrections';

/** Corrections that wait for a second person: for the team and the editors. */
export function correctionRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get(BASE, async (c) => {
    const { work, measure } = await findBoth(c);
    return c.render(await page(work, measure, emptyForm, c.var.actor), { title: t('Corrections'), unlisted: true });
  });

  app.post(`${BASE}/acceptances`, async (c) => {
    const { actor } = c.var;
    const { work, measure } = await findBoth(c);
    const again = (form: Form) => page(work, measure, form, actor);
    return submit(c, AcceptanceInput, { title: t('Corrections'), again }, async ({ accepted, reason }) => {
      await corrections.accept(db, work, measure, { keys: accepted, reason }, actor);
      return c.redirect(`/work/${work.address}/measures/${measure.short}/corrections`, 303);
    });
  });

  return app;

  async function findBoth(c: Context<HouseEnv>) {
    const work = await works.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
    const measure = await measures.find(db, work, c.req.param('measure') ?? '', c.var.actor);
    allow(c.var.actor, 'review', work);
    return { work, measure };
  }

  async function page(work: Work, measure: Measure, form: Form, actor: Actor) {
    const open = await corrections.waiting(db, measure);
    const mine = open.filter((one) => corrections.mayAccept(work, one, actor));
    const others = open.filter((one) => !mine.includes(one));
    return <CorrectionsPage work={work} measure={measure} mine={mine} others={others} form={form} />;
  }
}
