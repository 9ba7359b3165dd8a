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
    (content: Child, page: PageProps): Response | Promise<Response>;
  }
}
