import { Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { House } from '#kernel/house.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { may } from './policy.ts';
import { campaignRoutes, stewardRoutes } from './routes-campaigns.tsx';
import { memberRoutes, type Options } from './routes-invitations.tsx';
import { invitedRoutes } from './routes-invited.tsx';
import { AccountPanel, WelcomePage } from './views/welcome.tsx';
import * as welcome from './welcome.ts';

/** Mount at the root: inviting, answering, campaigns, and the welcome path. */
export function routes(house: House, options: Options = {}): Hono<HouseEnv> {
  const { db } = house;
  const app = new Hono<HouseEnv>();
  app.route('/invitations', memberRoutes(house, options));
  app.route('/join/invited', invitedRoutes(house));
  app.route('/join/with', campaignRoutes(house));
  app.route('/steward/campaigns', stewardRoutes(house));

  app.get('/welcome', async (c) => {
    const { actor } = c.var;
    const path = await welcome.path(db, actor);
    const { 'community.name': community } = await settings.current(db, actor.at);
    const [name = ''] = (actor.name ?? '').split(' ');
    return c.render(<WelcomePage path={path} name={name} community={community} />, {
      title: t('Welcome'),
      unlisted: true,
    });
  });

  app.put('/welcome/dismissal', async (c) => {
    await welcome.dismiss(db, c.var.actor);
    return c.redirect('/people', 303);
  });

  return app;
}

/** The way to the welcome path, while there is one, and to inviting: on a member's account page. */
export async function accountPanel(db: Db, actor: Actor) {
  if (!may(actor, 'invite', {})) return null;
  return <AccountPanel left={await welcome.daysLeft(db, actor)} />;
}
