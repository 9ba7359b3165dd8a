import { Hono } from 'hono';
import { FEWEST, picture } from '#features/landscape/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import { isOpen } from '#kernel/rooms.ts';
import * as settings from '#kernel/settings.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { featured } from './featured.ts';
import { numbers } from './numbers.ts';
import { HomePage } from './views/home.tsx';

/** What a room shows on the home page; app.tsx hands them in. Null shows nothing. */
export type Panel = (db: Db, actor: Actor) => Promise<Child>;
/** A case, as far as the home page tells of it. */
export type Argued = { address: string; title: string; ask: string };
export type Options = {
  panels?: Panel[];
  /** The cases that the reader can open, the newest first; null while there is no room for them. */
  cases?: (db: Db, actor: Actor) => Promise<Argued[] | null>;
};

export function routes({ db }: House, { panels = [], cases }: Options = {}): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const { actor } = c.var;
    const [counted, drawn, shown, published, ...added] = await Promise.all([
      numbers(db, actor),
      picture(db, {}, actor),
      featured(db, actor),
      cases?.(db, actor) ?? null,
      ...panels.map((panel) => panel(db, actor)),
    ]);
    const isMapOpen = isOpen(await settings.current(db, actor.at), 'landscape');
    const landscape = isMapOpen && drawn.all >= FEWEST ? drawn : null;
    return c.render(
      <HomePage numbers={counted} cases={published} landscape={landscape} featured={shown} panels={added} />,
      {
        title: t('Everyone who improves care adds a stone'),
        description: t(
          'Improvement work in health and care: find who has tried it, show what changed, make the case. Open to read by anyone.',
        ),
        full: true,
      },
    );
  });

  return app;
}
