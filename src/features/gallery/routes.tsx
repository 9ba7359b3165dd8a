import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { House } from '#kernel/house.ts';
import { root } from '#kernel/paths.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { measure } from './contrast.ts';
import { Gallery } from './views/gallery.tsx';

/** Every component in every state, for whoever changes the look. A real community has no such page. */
export function routes({ config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  if (config.mode === 'production') return app;

  app.get('/', (c) => {
    const palette = measure(readFileSync(join(root, 'src/kernel/ui/css/_tokens.scss'), 'utf8'));
    return c.render(<Gallery palette={palette} />, { title: t('Gallery'), unlisted: true });
  });

  return app;
}
