import type { Context } from 'hono';
import type { z } from 'zod';
import { Invalid } from './errors.ts';
import type { Child } from './ui/index.ts';
import type { HouseEnv } from './web/env.ts';

/** What a person typed, field by field; a field that was sent several times is a list. */
export type Typed = Record<string, string | string[] | undefined>;

/** A form to show: what was typed and, for each field that cannot be accepted, one sentence. */
export type Form = { typed: Typed; errors: Record<string, string> };

export const emptyForm: Form = { typed: {}, errors: {} };

/** A form filled with what is stored. */
export function filled(typed: Record<string, unknown>): Form {
  const texts = Object.entries(typed).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(String) : text(value),
  ]);
  return { typed: Object.fromEntries(texts), errors: {} };
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** The fields of the request's form, and its files by field name (empty file inputs left out). */
export async function read(c: Context<HouseEnv>): Promise<{ typed: Typed; files: Record<string, File> }> {
  const body = await c.req.parseBody({ all: true });
  const typed: Typed = {};
  const files: Record<string, File> = {};
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof File) {
      if (value.size > 0) files[name] = value;
    } else if (Array.isArray(value)) {
      typed[name] = value.filter((item): item is string => typeof item === 'string');
    } else typed[name] = value.replaceAll('\r\n', '\n').replaceAll('\0', '');
  }
  return { typed, files };
}

/** Typed text → data of the schema's type, or the form to show again. Empty text counts as not given. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  typed: Typed,
): { data: z.output<Schema>; form: null } | { data: null; form: Form } {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value !== undefined));
  const result = schema.safeParse(given);
  if (result.success) return { data: result.data, form: null };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join('.') || 'form';
    errors[field] ??= issue.message;
  }
  return { data: null, form: { typed, errors } };
}

/**
 * The one way to take a form: parse it, do the verb, answer. Whatever cannot be accepted, by the schema or by the verb
 * (`Invalid`), shows the same page again with status 422 and what was typed.
 */
export async function submit<Schema extends z.ZodType>(
  c: Context<HouseEnv>,
  schema: Schema,
  page: { title: string; again: (form: Form) => Child | Promise<Child> },
  done: (data: z.output<Schema>, files: Record<string, File>) => Promise<Response>,
): Promise<Response> {
  const { typed, files } = await read(c);
  const { data, form } = parse(schema, typed);
  if (form) return await showAgain(c, page, form);
  try {
    return await done(data as z.output<Schema>, files);
  } catch (error) {
    if (error instanceof Invalid) return await showAgain(c, page, { typed, errors: error.errors });
    throw error;
  }
}

async function showAgain(
  c: Context<HouseEnv>,
  { title, again }: { title: string; again: (form: Form) => Child | Promise<Child> },
  form: Form,
): Promise<Response> {
  c.status(422);
  return c.render(await again(form), { title, failed: true });
}
