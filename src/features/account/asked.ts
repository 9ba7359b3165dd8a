import { z } from 'zod';
import { WAYS } from '#kernel/session/index.ts';
import { returnPath } from '#kernel/web/return-path.ts';

/** What a browser keeps, signed, between asking for a letter and being in. */
export type Asked = z.output<typeof Asked>;

const Asked = z.object({
  email: z.string().optional(),
  next: z.string().transform((path) => returnPath(path)),
  shared: z.boolean(),
  way: z.enum(WAYS).optional(),
});

export const nothingAsked: Asked = { next: '/', shared: false };

export function readAsked(cookie: string | false | undefined): Asked {
  const given = cookie ? Buffer.from(cookie, 'base64url').toString() : '';
  return given.startsWith('{') ? (Asked.safeParse(JSON.parse(given)).data ?? nothingAsked) : nothingAsked;
}

export function writeAsked(asked: Asked): string {
  return Buffer.from(JSON.stringify(asked)).toString('base64url');
}
