import { raw } from 'hono/html';
import { keyOf, shelf } from '../drawn.ts';
import { locale } from '../words.ts';
import type { Child } from './types.ts';

/** Shows a drawing that Cairn made itself, as SVG text with everything in it escaped. Never what somebody sent. */
export function Ink({ svg }: { svg: string }) {
  return <figure class="ink" dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** All drawings together take at most so many characters of this process's memory. */
const MOST = 16_000_000;
const drawings = shelf<string>(MOST, ({ length }) => length);

/**
 * A part of a page that is dear to draw: drawn by `ink`, whose elements escape what is in them, once for the same inputs
 * and language. `from` names everything that it is drawn from, `name` what is drawn from that.
 */
export function Drawn({ name, from, ink }: { name: string; from: unknown; ink: () => Child }) {
  return raw(drawings(keyOf(name, locale(), from), () => String(<>{ink()}</>)));
}
