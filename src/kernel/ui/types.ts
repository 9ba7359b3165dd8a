import type { FC as HonoFC } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** A piece of a page. */
export type Child = JSX.Element | string | number | null | undefined | false | Child[];
export type FC<Props> = HonoFC<Props>;
