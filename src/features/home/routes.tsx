import { Hono } from 'hono';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';

export function routes(_house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', (c) => c.render(<h1>{t('Everyone who improves care adds a stone.')}</h1>, { title: t('Home') }));

  return app;
}
