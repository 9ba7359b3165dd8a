import type { Context, MiddlewareHandler } from 'hono';
import { Refused } from '#kernel/errors.ts';
import type { Current, Sessions } from '#kernel/session/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';

/** A visitor who opens one of these pages signs in first and comes back. */
export const signedInOnly: MiddlewareHandler<HouseEnv> = async (c, next) => {
  if (c.var.actor.id) return next();
  if (c.req.method !== 'GET') throw new Refused(t('Please sign in first.'));
  return c.redirect(`/sign-in?${new URLSearchParams({ next: c.req.path })}`, 303);
};

/** What belongs to one person alone is kept nowhere on its way. */
export const unkept: MiddlewareHandler<HouseEnv> = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'private, no-store');
  c.res.headers.delete('ETag');
};

/** The session that asks. */
export async function here(c: Context<HouseEnv>, sessions: Sessions): Promise<Current> {
  const current = await sessions.current(c.req.raw.headers);
  if (!current?.personId) throw new Refused(t('Please sign in first.'));
  return current;
}
