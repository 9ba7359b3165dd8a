import type { Hono, MiddlewareHandler } from 'hono';
import type { HouseEnv } from './env.ts';

const FIELD = '_method';

/**
 * A form that asks for another verb in its field `_method` goes through the app once more as that verb. Every other field
 * arrives as it was sent, also one that was sent several times, such as boxes that were ticked.
 */
export function methodOfForm(app: Hono<HouseEnv>): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const type = c.req.header('content-type') ?? '';
    const isMultipart = type.startsWith('multipart/form-data');
    if (c.req.method !== 'POST' || !(isMultipart || type.startsWith('application/x-www-form-urlencoded')))
      return next();
    const form = await c.req.raw.clone().formData();
    const method = form.get(FIELD);
    if (typeof method !== 'string' || !/^(PUT|PATCH|DELETE)$/.test(method)) return next();
    form.delete(FIELD);
    const headers = new Headers(c.req.raw.headers);
    for (const name of ['content-type', 'content-length']) headers.delete(name);
    const body = isMultipart ? form : new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
    return app.fetch(new Request(c.req.url, { method, headers, body }), c.env);
  };
}
