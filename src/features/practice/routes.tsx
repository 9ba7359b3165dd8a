import { Hono } from 'hono';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { adaptationRoutes } from './adaptations/routes.tsx';
import { cycleRoutes } from './cycles/routes.tsx';
import { driverRoutes } from './drivers/routes.tsx';

/** What lies under a piece of work in this room; mounted at /work. */
export function routes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  app.route('/', cycleRoutes(house));
  app.route('/', driverRoutes(house));
  app.route('/', adaptationRoutes(house));
  return app;
}
