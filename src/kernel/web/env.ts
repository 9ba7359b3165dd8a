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
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: only an interface can add to Hono's own
    (content: Child, page: PageProps): Response | Promise<Response>;
  }
}
