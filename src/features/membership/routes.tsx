import { Hono } from 'hono';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import * as hearing from './appeals/routes-hearer.tsx';
import * as assessing from './assessing/routes.tsx';
import * as criteria from './criteria/routes.tsx';
import * as founding from './founding/routes.tsx';
import * as joining from './joining/routes.tsx';
import type { Options } from './options.ts';

/** Mount at the root: joining for everybody, assessing for the panels, invitations for stewards. */
export function routes(house: House, options: Options = {}): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  app.route('/join', joining.routes(house, options));
  app.route('/assessing/appeals', hearing.routes(house));
  app.route('/assessing', assessing.routes(house));
  app.route('/steward/criteria', criteria.routes(house));
  app.route('/membership/invitations', founding.routes(house));
  return app;
}
