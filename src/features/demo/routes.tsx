import { Hono } from 'hono';
import { z } from 'zod';
import { NotFound } from '#kernel/errors.ts';
import { read } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import * as mail from '#kernel/mail/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { returnPath } from '#kernel/web/return-path.ts';
import { t } from '#kernel/words.ts';
import * as logins from './logins.ts';
import { LoginsPage } from './views/logins.tsx';
import { OutboxPage } from './views/outbox.tsx';

const SessionInput = z.object({ person: z.uuid(), next: z.string().optional() });
const OUTBOX_LETTERS = 100;

/** Looking around in somebody's shoes, and reading everybody's letters: never mounted where people are real. */
export function routes({ db, sessions, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  if (config.mode === 'production') return app;

  app.get('/demo', async (c) =>
    c.render(<LoginsPage logins={await logins.list(db)} next={returnPath(c.req.query('next'))} />, {
      title: t('Look around'),
      unlisted: true,
    }),
  );

  app.post('/demo/session', async (c) => {
    const given = SessionInput.safeParse((await read(c)).typed);
    if (!given.data || !(await logins.isLogin(db, given.data.person))) throw new NotFound();
    c.header('Set-Cookie', await sessions.beginHere(given.data.person, 'demo'));
    return c.redirect(returnPath(given.data.next), 303);
  });

  app.get('/outbox', async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.render(<OutboxPage letters={await mail.list(db, OUTBOX_LETTERS)} />, {
      title: t('Letters'),
      unlisted: true,
    });
  });

  return app;
}
