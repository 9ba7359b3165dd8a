import { Hono } from 'hono';
import { z } from 'zod';
import { STATES } from '#features/work/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { filled } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { FEWEST, picture } from './landscape.ts';
import { list, SORTS } from './listing.ts';
import { LandscapePage } from './views/page.tsx';
import { pictureSentence } from './views/sentences.ts';

const year = z
  .string()
  .trim()
  .regex(/^\d{4}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

const Asked = z.object({
  state: z.enum(STATES).optional().catch(undefined),
  country: z.enum(COUNTRIES).optional().catch(undefined),
  from: year,
  to: year,
  sort: z.enum(SORTS).catch('mode'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const asked = Asked.parse(c.req.query());
    const drawn = await picture(db, asked, c.var.actor);
    const lines = await list(db, drawn, asked, c.var.actor);
    return c.render(<LandscapePage picture={drawn} lines={lines} asked={asked} form={filled(asked)} />, {
      title: t('The landscape of improvement'),
      description: pictureSentence(drawn.summary),
      wide: true,
      elements: drawn.all >= FEWEST ? ['landscape'] : [],
    });
  });

  return app;
}
