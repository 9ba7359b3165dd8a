import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { House } from '#kernel/house.ts';
import { limit } from '#kernel/limits.ts';
import type { Entry, Visit, Way } from '#kernel/session/index.ts';
import { limitFrom } from '#kernel/web/client.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { type Asked, readAsked, writeAsked } from './asked.ts';

const COOKIE = 'cairn.asked';

/** What every way in shares: what this browser asked for, how often it may try, and where it goes on to. */
export function stepsOf(house: House) {
  const { db, config, clock } = house;
  return {
    async asked(c: Context<HouseEnv>): Promise<Asked> {
      return readAsked(await getSignedCookie(c, config.secret, COOKIE));
    },

    remember,

    visit: (c: Context<HouseEnv>, { shared }: { shared: boolean }): Visit => ({ headers: c.req.raw.headers, shared }),

    /** In, or the next step towards it. */
    async goOn(c: Context<HouseEnv>, entry: Entry, before: Asked, way: Way): Promise<Response> {
      for (const line of entry.cookies) c.header('Set-Cookie', line, { append: true });
      if (entry.step === 'in') return home(c, before);
      await remember(c, { ...before, way });
      return c.redirect(entry.step === 'name' ? '/sign-in/name' : '/sign-in/second-factor', 303);
    },

    home,

    /** So many tries for one account, and for all from one network address. */
    async limitTries(c: Context<HouseEnv>, what: 'code' | 'password' | 'second', email: string): Promise<void> {
      await limitFrom(c, house, `sign-in.${what}.from`);
      await limit(db, `sign-in.${what}`, email, clock());
    },
  };

  function home(c: Context<HouseEnv>, { next }: Asked): Response {
    deleteCookie(c, COOKIE, { path: '/sign-in' });
    return c.redirect(next, 303);
  }

  /** Without an age: a browser that is closed forgets who asked. */
  async function remember(c: Context<HouseEnv>, what: Asked): Promise<void> {
    const secure = config.url.startsWith('https:');
    const kind = { path: '/sign-in', httpOnly: true, sameSite: 'Lax' as const, secure };
    await setSignedCookie(c, COOKIE, writeAsked(what), config.secret, kind);
  }
}
