import { type Context, Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import type { MeasurePanel } from '../panel.ts';
import { PublicationInput } from '../publication/input.ts';
import * as works from '../works.ts';
import { chartSvg, seen } from './chart-of.tsx';
import { csvOf } from './csv.ts';
import { MeasureInput } from './input.ts';
import * as measures from './measures.ts';
import { allow, may } from './policy.ts';
import * as readings from './readings.ts';
import { readingRoutes } from './routes-readings.tsx';
import { reminderRoutes } from './routes-reminders.tsx';
import { MeasureForm } from './views/measure-form.tsx';
import { MeasurePage, MeasurePublication } from './views/measure-page.tsx';

const BASE = '/:address/measures';

/** Measures are found through their work: what is not seen there is not found here. */
export function measureRoutes(house: House, panels: MeasurePanel[] = []): Hono<HouseEnv> {
  const { db } = house;
  const app = new Hono<HouseEnv>();
  const findWork = (address: string, actor: Actor) => works.find(db, shortIdIn(address) ?? '', actor);

  app.get(`${BASE}/new`, async (c) => {
    const work = await findWork(c.req.param('address'), c.var.actor);
    allow(c.var.actor, 'measure', work);
    return c.render(<MeasureForm work={work} form={emptyForm} action={`/work/${work.address}/measures`} />, {
      title: t('Add a measure'),
    });
  });

  app.post(BASE, async (c) => {
    const { actor } = c.var;
    const work = await findWork(c.req.param('address'), actor);
    allow(actor, 'measure', work);
    const again = (form: Form) => <MeasureForm work={work} form={form} action={`/work/${work.address}/measures`} />;
    return submit(c, MeasureInput, { title: t('Add a measure'), again }, async (definition) => {
      const measure = await measures.define(db, work, definition, actor);
      return c.redirect(`/work/${work.address}/measures/${measure.short}/readings`, 303);
    });
  });

  app.route('/', readingRoutes(house));
  app.route('/', reminderRoutes(house));

  app.get(`${BASE}/:measure`, async (c) => {
    const [short = '', format] = c.req.param('measure').split('.');
    const { work, measure } = await findBoth(c, short);
    const shown = await seen(db, measure);
    if (format === 'csv') return download(c, csvOf(shown), 'text/csv; charset=utf-8', `${measure.short}.csv`);
    if (format === 'svg') return download(c, chartSvg(shown) ?? '', 'image/svg+xml', `${measure.short}.svg`);
    const edit = may(c.var.actor, 'measure', work);
    const [rows, ...added] = await Promise.all([
      readings.list(db, measure.id),
      ...panels.map((panel) => panel(db, work, measure)),
    ]);
    return c.render(<MeasurePage work={work} seen={shown} edit={edit} readings={rows} panels={added} />, {
      title: `${measure.name}: ${work.title}`,
      description: shown.sentences[0],
      unlisted: measure.visibility !== 'public',
    });
  });

  app.get(`${BASE}/:measure/edit`, async (c) => {
    const { work, measure } = await findToEdit(c);
    return c.render(
      <MeasureForm
        work={work}
        form={filled(measure)}
        action={`/work/${work.address}/measures/${measure.short}`}
        edit
      />,
      { title: t('Edit the measure') },
    );
  });

  app.put(`${BASE}/:measure`, async (c) => {
    const { work, measure } = await findToEdit(c);
    const action = `/work/${work.address}/measures/${measure.short}`;
    const again = (form: Form) => <MeasureForm work={work} form={form} action={action} edit />;
    return submit(c, MeasureInput, { title: t('Edit the measure'), again }, async (definition) => {
      await measures.redefine(db, work, measure, definition, c.var.actor);
      return c.redirect(action, 303);
    });
  });

  app.get(`${BASE}/:measure/publication`, async (c) => {
    const { work, measure } = await findToEdit(c);
    return c.render(
      <MeasurePublication work={work} seen={await seen(db, measure)} form={filled({ visibility: 'public' })} />,
      { title: t('Publish this measure') },
    );
  });

  app.put(`${BASE}/:measure/publication`, async (c) => {
    const { work, measure } = await findToEdit(c);
    const shown = await seen(db, measure);
    const again = (form: Form) => <MeasurePublication work={work} seen={shown} form={form} />;
    return submit(
      c,
      PublicationInput,
      { title: t('Publish this measure'), again },
      async ({ visibility, ...answers }) => {
        await measures.publish(db, work, measure, { visibility, answers }, c.var.actor);
        return c.redirect(`/work/${work.address}/measures/${measure.short}`, 303);
      },
    );
  });

  app.delete(`${BASE}/:measure/publication`, async (c) => {
    const { work, measure } = await findToEdit(c);
    await measures.withdraw(db, work, measure, c.var.actor);
    return c.redirect(`/work/${work.address}/measures/${measure.short}`, 303);
  });

  return app;

  async function findBoth(c: Context<HouseEnv>, short: string) {
    const work = await findWork(c.req.param('address') ?? '', c.var.actor);
    return { work, measure: await measures.find(db, work, short, c.var.actor) };
  }

  async function findToEdit(c: Context<HouseEnv>) {
    const both = await findBoth(c, c.req.param('measure') ?? '');
    allow(c.var.actor, 'measure', both.work);
    return both;
  }
}

/** A file of its own: never run, never shown inside a page. */
function download(c: Context<HouseEnv>, body: string, type: string, name: string): Response {
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
}
