import { Hono } from 'hono';
import { terms } from '#features/reference/index.ts';
import { filled } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { Asked } from './asked.ts';
import { regions } from './coverage.ts';
import { FEWEST, picture, surveyed } from './landscape.ts';
import { list } from './listing.ts';
import { pointsFile, spotsNamed } from './points.ts';
import { changesRoutes } from './routes-changes.tsx';
import { nameOf } from './views/map.tsx';
import { LandscapePage } from './views/page.tsx';
import { pictureSentence } from './views/sentences.ts';

export function routes(house: House): Hono<HouseEnv> {
  const { db } = house;
  const app = new Hono<HouseEnv>();
  app.route('/', changesRoutes(house));

  app.get('/', async (c) => {
    const { actor } = c.var;
    const asked = Asked.parse(c.req.query());
    const [drawn, vocabulary, places] = await Promise.all([
      picture(db, asked, actor),
      terms.current(db, actor.at),
      regions(db),
    ]);
    const lines = await list(db, drawn, asked, actor);
    const page = { picture: drawn, lines, asked, vocabulary, regions: places, form: filled(asked) };
    return c.render(<LandscapePage {...page} />, {
      title: t('The landscape of improvement'),
      description: pictureSentence(drawn.summary),
      wide: true,
      elements: drawn.all >= FEWEST ? ['landscape'] : [],
    });
  });

  /** The points that the page's filter leaves, whatever its years, for the browser's canvas. */
  app.get('/points', async (c) => {
    const { from: _, to: __, ...asked } = Asked.parse(c.req.query());
    const file = pointsFile(await picture(db, asked, c.var.actor));
    c.header('Cache-Control', c.var.actor.id === null ? 'public, no-cache' : 'private, no-store');
    return c.body(file, 200, { 'Content-Type': 'application/json' });
  });

  /** What the points of these ids are called, and where each leads. */
  app.get('/names', async (c) => {
    const { spots } = await surveyed(db, c.var.actor);
    const named = spotsNamed(spots, (c.req.query('of') ?? '').split('-'));
    c.header('Cache-Control', 'private, no-store');
    return c.json(Object.fromEntries(named.map((spot) => [spot.short, [`/work/${spot.address}`, nameOf(spot)]])));
  });

  return app;
}
