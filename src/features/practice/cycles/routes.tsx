import { type Context, Hono } from 'hono';
import { measures, team, type Work } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { NotFound } from '#kernel/errors.ts';
import { type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as drivers from '../drivers/drivers.ts';
import { findWork } from '../finding.ts';
import { allow, may } from '../policy.ts';
import * as cycles from './cycles.ts';
import { CycleInput, formOf } from './input.ts';
import { CycleForm } from './views/cycle-form.tsx';
import { CyclePage } from './views/cycle-page.tsx';

const BASE = '/:address/cycles';

/** Cycles are found through their work, and are as visible as it is. */
export function cycleRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get(`${BASE}/new`, async (c) => {
    const work = await findToTry(c);
    const form = formOf({ after: numberIn(c.req.query('after') ?? '') });
    return c.render(await formPage(work, null, form, c.var.actor), { title: t('Begin a cycle'), unlisted: true });
  });

  app.post(BASE, async (c) => {
    const { actor } = c.var;
    const work = await findToTry(c);
    const page = { title: t('Begin a cycle'), again: (form: Form) => formPage(work, null, form, actor) };
    return submit(c, CycleInput, page, async (told) => {
      const { number } = await cycles.begin(db, work, told, actor);
      return c.redirect(`/work/${work.address}/cycles/${number}`, 303);
    });
  });

  app.get(`${BASE}/:number`, async (c) => {
    const { actor } = c.var;
    const work = await findWork(db, c.req.param('address'), actor);
    const cycle = await findCycle(c, work);
    const seen = await measures.list(db, work, actor);
    const measure = seen.find(({ id }) => id === cycle.measureId) ?? null;
    return c.render(<CyclePage work={work} cycle={cycle} measure={measure} edit={may(actor, 'try', work)} />, {
      title: cycle.question,
      description: t('A cycle of “{work}”: what was tried, and what was learned.', { work: work.title }),
      unlisted: work.visibility !== 'public',
    });
  });

  app.get(`${BASE}/:number/edit`, async (c) => {
    const work = await findToTry(c);
    const cycle = await findCycle(c, work);
    return c.render(await formPage(work, cycle.number, formOf(cycle), c.var.actor), {
      title: t('Write on'),
      unlisted: true,
    });
  });

  app.put(`${BASE}/:number`, async (c) => {
    const { actor } = c.var;
    const work = await findToTry(c);
    const cycle = await findCycle(c, work);
    const page = { title: t('Write on'), again: (form: Form) => formPage(work, cycle.number, form, actor) };
    return submit(c, CycleInput, page, async (told) => {
      await cycles.write(db, work, cycle, told, actor);
      return c.redirect(`/work/${work.address}/cycles/${cycle.number}`, 303);
    });
  });

  app.delete(`${BASE}/:number`, async (c) => {
    const work = await findToTry(c);
    await cycles.remove(db, work, await findCycle(c, work), c.var.actor);
    return c.redirect(`/work/${work.address}#cycles`, 303);
  });

  return app;

  async function findToTry(c: Context<HouseEnv>): Promise<Work> {
    const work = await findWork(db, c.req.param('address') ?? '', c.var.actor);
    allow(c.var.actor, 'try', work);
    return work;
  }

  function findCycle(c: Context<HouseEnv>, work: Work): Promise<cycles.Cycle> {
    const number = numberIn(c.req.param('number') ?? '');
    if (number === null) throw new NotFound();
    return cycles.find(db, work, number);
  }

  async function formPage(work: Work, number: number | null, form: Form, actor: Actor) {
    const [owners, changes, measured, all] = await Promise.all([
      team.choices(db, work),
      drivers.changeChoices(db, work),
      measures.list(db, work, actor),
      cycles.list(db, work),
    ]);
    const choices = {
      owners,
      changes,
      measures: measured.map(({ id, name }) => ({ value: id, label: name })),
      earlier: all
        .filter((cycle) => number === null || cycle.number < number)
        .map((cycle) => ({
          value: String(cycle.number),
          label: t('Cycle {number, number}: {question}', { number: cycle.number, question: cycle.question }),
        }))
        .reverse(),
    };
    return <CycleForm work={work} number={number} form={form} choices={choices} />;
  }
}

function numberIn(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
