import type { Actor } from '../actor.ts';
import type { Child, PageProps } from '../ui/index.ts';

/** What each request carries. */
export type HouseEnv = {
  Variables: {
    actor: Actor;
    requestId: string;
    csp: string[];
  };
};

declare module 'hono' {
  // biome-ignore lint/style/useShorthandFunctionType: Hono's own interface is widened here
  type ContextRenderer = (content: Child, page: PageProps) => Response | Promise<Response>;
}
