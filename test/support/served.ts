import type { Browser, Page } from 'playwright-core';
import { freePort, listen } from '#kernel/web/listen.ts';
import type { CastName } from '../cast.ts';
import { launchBrowser } from './chromium.ts';
import { openHouse, type TestHouse } from './house.ts';

export type Served = {
  house: TestHouse;
  browser: Browser;
  url: string;
  /** A page in a browser of its own, signed in as this member of the cast; without a name, a visitor's. */
  page(name?: CastName, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  close(): Promise<void>;
};

/** A copy of the world behind a real address, and a real browser. A page that logs an error fails its test. */
export async function serveHouse(): Promise<Served> {
  const port = await freePort(0);
  const url = `http://localhost:${port}`;
  const house = await openHouse({ url });
  const stop = await listen(house.app, { port, host: 'localhost' });
  const browser = await launchBrowser();
  return {
    house,
    browser,
    url,
    page: async (name, options) => {
      const context = await browser.newContext({ baseURL: url, ...options });
      if (name) await context.addCookies([cookieOf(await house.sessions.begin(await house.personId(name)), url)]);
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      await stop();
      await house.close();
    },
  };
}

function cookieOf(pair: string, url: string) {
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
}
