import { Hono } from 'hono';
import { z } from 'zod';
import { terms } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { NotFound } from '#kernel/errors.ts';
import { filled } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { regions } from './coverage.ts';
import { changesFor, FIGURES, figureCsv, type Narrowed } from './figures.ts';
import { ChangesPage } from './views/changes.tsx';

const key = z.string().trim().min(1).max(80).optional().catch(undefined);
const Asked = z.object({ place: key, setting: key });

/** How practice changed, as a page and each figure of it as a file. */
export function changesRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/changes', async (c) => {
    const narrowed = Asked.parse(c.req.query());
    const page = await read(narrowed, c.var.actor);
    return c.render(<ChangesPage {...page} narrowed={narrowed} form={filled(narrowed)} />, {
      title: t('How practice changed'),
      description: t(
        'Which kinds of improvement work grow and fade, by year, country, setting, region, topic and method.',
      ),
      wide: true,
    });
  });

  app.get('/changes/:file{[a-z-]+\\.csv}', async (c) => {
    const figure = FIGURES.find((name) => c.req.param('file') === `${name}.csv`);
    if (!figure) throw new NotFound();
    const { found } = await read(Asked.parse(c.req.query()), c.var.actor);
    c.header('Content-Disposition', `attachment; filename="${figure}.csv"`);
    return c.body(figureCsv(figure, found), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
  });

  return app;

  async function read(narrowed: Narrowed, actor: Actor) {
    const [vocabulary, places] = await Promise.all([terms.current(db, actor.at), regions(db)]);
    const sectors = vocabulary.all('sector').map((term) => term.key);
    return { found: await changesFor(db, narrowed, sectors, places, actor), vocabulary, regions: places };
  }
}
