import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../clock.ts';
import type { HouseEnv } from './env.ts';

type Page = { made: number; status: number; headers: [string, string][]; body: ArrayBuffer };

const MOST_PAGES = 500;
const MOST_BYTES = 300_000;

/**
 * Pages for readers who are not signed in, kept for a few seconds: a page that many ask for at once is made once. Only what
 * says of itself that anybody may keep it (`Cache-Control: public`) and sets no cookie. Whatever is sent to this Cairn
 * empties the shelf when it has been answered, so that who writes sees it at once; other Cairns follow after `seconds`.
 */
export function keepPages(seconds: number, clock: Clock): MiddlewareHandler<HouseEnv> {
  const shelf = new Map<string, Promise<Page | null>>();
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      await next();
      shelf.clear();
      return;
    }
    if (seconds === 0 || c.req.method === 'HEAD' || c.req.header('cookie') || c.req.path.startsWith('/assets/'))
      return next();
    const key = c.req.url;
    for (let waiting = shelf.get(key); waiting; waiting = shelf.get(key)) {
      const kept = await waiting;
      if (!kept) break; // not for anybody: each makes their own
      if (clock().getTime() - kept.made < seconds * 1000) return answer(kept, c.req.header('if-none-match'));
      if (shelf.get(key) === waiting) shelf.delete(key);
    }
    let settle: (page: Page | null) => void = () => {};
    shelf.delete(key);
    shelf.set(key, new Promise((resolve) => (settle = resolve)));
    try {
      await next();
      const page = await pageOf(c.res, clock().getTime());
      settle(page);
      if (!page) shelf.delete(key);
      for (const oldest of shelf.keys()) {
        if (shelf.size <= MOST_PAGES) break;
        shelf.delete(oldest);
      }
    } catch (error) {
      settle(null);
      shelf.delete(key);
      throw error;
    }
  };
}

/** The answer as it can be given again; null when it is not for anybody. */
async function pageOf(response: Response, made: number): Promise<Page | null> {
  const headers = [...response.headers];
  const isForAnybody =
    response.headers.get('cache-control')?.startsWith('public') && !response.headers.has('set-cookie');
  if (response.status !== 200 || !isForAnybody) return null;
  const body = await response.clone().arrayBuffer();
  return body.byteLength > MOST_BYTES ? null : { made, status: response.status, headers, body };
}

function answer(page: Page, known: string | undefined): Response {
  const headers = new Headers(page.headers);
  if (known && known === headers.get('etag')) return new Response(null, { status: 304, headers });
  return new Response(page.body, { status: page.status, headers });
}
