import { hash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { DomainError, NotFound, TooMany } from '../errors.ts';
import type { House } from '../house.ts';
import { factsOf } from '../log.ts';
import { root } from '../paths.ts';
import * as settings from '../settings.ts';
import { type Child, Layout, type NavItem, type PageProps } from '../ui/index.ts';
import { inLocale, t } from '../words.ts';
import type { HouseEnv } from './env.ts';
import { answerHealth } from './health.ts';
import { loggedPath } from './logged.ts';
import { methodOfForm } from './method.ts';
import { keepPages } from './page-cache.ts';
import { problemOf } from './problems.tsx';
import { readFromReplica } from './replica.ts';
import { securityHeaders } from './security.ts';

export const UPLOAD_LIMIT = 12 * 1024 * 1024;

/** The shell around all rooms: what happens to each request before and after a room has answered it. */
export function openApp(house: House, nav: readonly NavItem[]): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.use(async (c, next) => {
    const started = performance.now();
    c.set('requestId', c.req.header('x-request-id')?.slice(0, 64) ?? randomUUID());
    await inLocale(house.config.locale, next);
    if (c.res.headers.has('X-Request-Id')) return; // a form with another method: it has come by here as that already
    c.header('X-Request-Id', c.get('requestId'));
    if (c.req.path.startsWith('/assets/')) return;
    house.log(c.res.status >= 500 ? 'error' : 'info', 'request', {
      id: c.get('requestId'),
      method: c.req.method,
      path: loggedPath(c),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    });
  });
  app.use(compress());
  app.use(securityHeaders());
  app.use(keepPages(house.config.pageSeconds, house.clock));
  app.use(
    '/assets/*',
    serveStatic({
      root: join(root, 'dist'),
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.route('/', answerHealth(house));
  app.use(csrf({ origin: (origin) => origin === house.config.url }));
  app.use(
    bodyLimit({
      maxSize: UPLOAD_LIMIT,
      onError: (c) => c.text(t('That is larger than 12 MB. Please send a smaller file.'), 413),
    }),
  );
  app.use(methodOfForm(app));
  if (house.config.replicaUrl) app.use(readFromReplica());
  app.use(async (c, next) => {
    c.set('actor', await house.sessions.actorOf(c.req.raw.headers, house.clock()));
    const community = await settings.current(house.db, c.get('actor').at);
    c.setRenderer(async (content: Child, page: PageProps) => {
      const shell = { community, nav, actor: c.get('actor'), path: c.req.path, url: house.config.url };
      return respond(c, await (<Layout page={page} shell={shell} content={content} />), page.unlisted ?? false);
    });
    // PostgreSQL holds no text with a NUL: nothing has such an address, and forms leave it out of what was typed.
    if (c.req.url.includes('%00')) throw new NotFound();
    await next();
  });

  app.notFound((c) => {
    c.status(404);
    return c.render(...problemOf({ ...c.var, status: 404, path: c.req.path }));
  });
  app.onError((error, c) => {
    const status = error instanceof DomainError ? error.status : 'status' in error && error.status === 403 ? 403 : 500;
    if (error instanceof TooMany) c.header('Retry-After', String(error.retryAfterSeconds));
    if (status === 500) house.log('error', 'a bug', { id: c.get('requestId'), path: loggedPath(c), ...factsOf(error) });
    c.status(status);
    const problem = { ...c.var, status, path: c.req.path };
    return c.render(...problemOf(problem, status === 500 ? undefined : error.message));
  });
  return app;
}

/** The page as bytes, with an ETag for readers who have it already; a signed-in reader's page is nobody else's. */
function respond(
  c: Parameters<Parameters<Hono<HouseEnv>['notFound']>[0]>[0],
  body: { toString(): string },
  unlisted: boolean,
): Response {
  const html = `<!DOCTYPE html>${body}`;
  if (c.get('actor').id !== null || unlisted) c.header('Cache-Control', 'private, no-store');
  else if (c.req.method === 'GET' && c.res.status === 200) {
    const etag = `"${hash('sha1', html, 'base64url')}"`;
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, no-cache');
    c.header('Vary', 'Cookie');
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  }
  return c.html(html);
}
