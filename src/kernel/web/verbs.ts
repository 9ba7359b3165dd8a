import type { Hono, MiddlewareHandler } from 'hono';
import { methodOverride } from 'hono/method-override';
import type { HouseEnv } from './env.ts';

const NAME = '_method';
const VERBS = /^(PUT|PATCH|DELETE)$/;

/**
 * Other verbs than GET and POST travel in `_method`. Hono's own does this for forms with files; of other forms it would
 * keep only the last of several fields with one name, such as the ticked boxes of a list.
 */
export function verbs(app: Hono<HouseEnv>): MiddlewareHandler {
  const withFiles = methodOverride({ app, form: NAME });
  return async (c, next) => {
    const { raw } = c.req;
    if (raw.method !== 'POST' || !raw.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
      return withFiles(c, next);
    const fields = new URLSearchParams(await raw.clone().text());
    const method = fields.get(NAME) ?? '';
    if (!VERBS.test(method)) return next();
    fields.delete(NAME);
    const headers = new Headers(raw.headers);
    headers.delete('content-length');
    return app.fetch(new Request(raw, { method, headers, body: fields }), c.env, executionOf(c));
  };
}

/** Only some runtimes have one; Hono throws where there is none. */
function executionOf(c: Parameters<MiddlewareHandler>[0]) {
  try {
    return c.executionCtx;
  } catch {
    return undefined;
  }
}
