import { type Context, Hono } from 'hono';
import type { Work } from '#features/work/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { pngOf } from '#kernel/files/png.ts';
import { emptyForm, type Form, filled, parse, read, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { findWork } from '../finding.ts';
import { allow, may } from '../policy.ts';
import { csvOf } from './csv.ts';
import { type Diagram, type Driver, of } from './diagram.ts';
import * as drivers from './drivers.ts';
import { AimInput, DriverInput, DriversInput, MoveInput } from './input.ts';
import { DriverInk } from './views/drawing.tsx';
import { DriverForm, DriverRemoval, NewDrivers } from './views/driver-forms.tsx';
import { DriversPage, titleOf } from './views/drivers-page.tsx';

const BASE = '/:address/drivers';

/** The driver diagram of a piece of work, edited as an outline. As visible as its work. */
export function driverRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get(`${BASE}.csv`, async (c) => {
    const { diagram } = await findDrawn(c);
    return download(c, csvOf(diagram), 'text/csv; charset=utf-8', 'drivers.csv');
  });

  app.get(`${BASE}.svg`, async (c) => download(c, svgOf(await findDrawn(c)), 'image/svg+xml', 'drivers.svg'));

  app.get(`${BASE}.png`, async (c) => download(c, await pngOf(svgOf(await findDrawn(c))), 'image/png', 'drivers.png'));

  app.get(BASE, async (c) => {
    const { actor } = c.var;
    const work = await findWork(db, c.req.param('address'), actor);
    const view = { work, diagram: await of(db, work), edit: may(actor, 'draw', work) };
    return c.render(<DriversPage {...view} />, { title: titleOf(work), unlisted: work.visibility !== 'public' });
  });

  app.put(BASE, async (c) => {
    const { work, diagram } = await findToDraw(c);
    const again = (form: Form) => <DriversPage work={work} diagram={diagram} edit failed={form} />;
    return submit(c, AimInput, { title: t('Driver diagram'), again }, async ({ aim }) => {
      await drivers.aim(db, work, aim, c.var.actor);
      return c.redirect(`/work/${work.address}/drivers`, 303);
    });
  });

  app.get(`${BASE}/new`, async (c) => {
    const { work, diagram } = await findToDraw(c);
    if (!diagram) throw new NotFound();
    const parent = parentIn(diagram, c.req.query('under') ?? '');
    return c.render(<NewDrivers work={work} diagram={diagram} parent={parent} form={emptyForm} />, {
      title: t('Add to the diagram'),
    });
  });

  app.post(BASE, async (c) => {
    const { work, diagram } = await findToDraw(c);
    if (!diagram) throw new NotFound();
    const again = (form: Form) => {
      const parent = parentIn(diagram, String(form.typed.under ?? ''), { strict: false });
      return <NewDrivers work={work} diagram={diagram} parent={parent} form={form} />;
    };
    return submit(c, DriversInput, { title: t('Add to the diagram'), again }, async ({ under, lines }) => {
      await drivers.add(db, work, { parent: parentIn(diagram, under), lines }, c.var.actor);
      return c.redirect(`/work/${work.address}/drivers`, 303);
    });
  });

  app.get(`${BASE}/:driver`, async (c) => {
    const { work, diagram, driver } = await findDriver(c);
    const form = filled({ words: driver.words, parents: shortsOf(diagram, driver) });
    return c.render(<DriverForm work={work} diagram={diagram} driver={driver} form={form} />, {
      title: t('Change a box'),
    });
  });

  app.put(`${BASE}/:driver`, async (c) => {
    const { work, diagram, driver } = await findDriver(c);
    const again = (form: Form) => <DriverForm work={work} diagram={diagram} driver={driver} form={form} />;
    return submit(c, DriverInput, { title: t('Change a box'), again }, async (given) => {
      await drivers.change(db, work, driver, given, c.var.actor);
      return c.redirect(`/work/${work.address}/drivers`, 303);
    });
  });

  app.put(`${BASE}/:driver/position`, async (c) => {
    const { work, diagram, driver } = await findDriver(c);
    const input = parse(MoveInput, (await read(c)).typed).data;
    if (input) {
      const parent = parentIn(diagram, input.under);
      await drivers.move(db, work, driver, { direction: input.direction, parent }, c.var.actor);
    }
    return c.redirect(`/work/${work.address}/drivers`, 303);
  });

  app.get(`${BASE}/:driver/removal`, async (c) =>
    c.render(<DriverRemoval {...(await findDriver(c))} />, { title: t('Remove this box?') }),
  );

  app.delete(`${BASE}/:driver`, async (c) => {
    const { work, driver } = await findDriver(c);
    await drivers.remove(db, work, driver, c.var.actor);
    return c.redirect(`/work/${work.address}/drivers`, 303);
  });

  return app;

  async function findDrawn(c: Context<HouseEnv>): Promise<{ work: Work; diagram: Diagram }> {
    const work = await findWork(db, c.req.param('address') ?? '', c.var.actor);
    const diagram = await of(db, work);
    if (!diagram) throw new NotFound();
    return { work, diagram };
  }

  async function findToDraw(c: Context<HouseEnv>): Promise<{ work: Work; diagram: Diagram | null }> {
    const work = await findWork(db, c.req.param('address') ?? '', c.var.actor);
    allow(c.var.actor, 'draw', work);
    return { work, diagram: await of(db, work) };
  }

  async function findDriver(c: Context<HouseEnv>): Promise<{ work: Work; diagram: Diagram; driver: Driver }> {
    const { work, diagram } = await findToDraw(c);
    if (!diagram) throw new NotFound();
    return { work, diagram, driver: drivers.find(diagram, c.req.param('driver') ?? '') };
  }
}

/** The driver under which something hangs; null for the aim. */
function parentIn(diagram: Diagram, short: string, { strict = true } = {}): Driver | null {
  if (short === '') return null;
  const found = diagram.drivers.find((one) => one.short === short);
  return found || !strict ? (found ?? null) : drivers.find(diagram, short);
}

function shortsOf(diagram: Diagram, { parents }: Driver): string[] {
  return diagram.drivers.filter(({ id }) => parents.includes(id)).map(({ short }) => short);
}

function svgOf({ work, diagram }: { work: Work; diagram: Diagram }): string {
  return String(<DriverInk diagram={diagram} id="drivers" title={titleOf(work)} />);
}

/** A file of its own: never run, never shown inside a page. */
function download(c: Context<HouseEnv>, body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
}
