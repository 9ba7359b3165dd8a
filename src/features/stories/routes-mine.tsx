import { Hono } from 'hono';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { confirm, opened } from './comments/confirmations.ts';
import { withdrawBy } from './comments/withdrawals.ts';
import { CommentGone, MyComment } from './views/mine.tsx';

/**
 * What the link of a letter opens. Opening it does nothing yet: programs that look for viruses open links first, so a
 * button confirms.
 */
export function mineRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>().basePath('/comments');

  app.get('/withdrawn', (c) => c.render(<CommentGone />, { title: t('Your comment is gone'), unlisted: true }));

  app.get('/:token', async (c) => {
    const token = c.req.param('token');
    const comment = await opened(db, token, c.var.actor);
    return c.render(<MyComment comment={comment} token={token} />, { title: t('Your comment'), unlisted: true });
  });

  app.put('/:token/confirmation', async (c) => {
    await confirm(db, c.req.param('token'), config.url, c.var.actor);
    return c.redirect(`/comments/${c.req.param('token')}`, 303);
  });

  app.delete('/:token', async (c) => {
    await withdrawBy(db, c.req.param('token'), c.var.actor);
    return c.redirect('/comments/withdrawn', 303);
  });

  return app;
}
