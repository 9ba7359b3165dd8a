import { type Context, Hono } from 'hono';
import { NotFound } from '#kernel/errors.ts';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { isOpen } from '#kernel/rooms.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as answers from './answers.ts';
import { AcceptanceInput, PermissionInput } from './input.ts';
import * as invitations from './invitations.ts';
import { InvitationGone, InvitedPage, RefusedPage } from './views/invited.tsx';

/** What a letter's link opens, for somebody who has no account and needs none. */
export function invitedRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/refused', (c) => c.render(<RefusedPage />, { title: t('Nobody will invite you again'), unlisted: true }));

  app.get('/:token', async (c) => {
    const invitation = await invitations.open(db, c.req.param('token'), c.var.actor).catch(orNull);
    if (!invitation) {
      c.status(404);
      return c.render(<InvitationGone />, { title: t('This invitation has run out'), unlisted: true });
    }
    const form = filled({ name: invitation.name, tell: await answers.permitted(db, invitation) });
    return c.render(await page(c, invitation, form), { title: title(), unlisted: true });
  });

  app.put('/:token/acceptance', async (c) => {
    const invitation = await invitations.open(db, c.req.param('token'), c.var.actor);
    return submit(c, AcceptanceInput, again(c, invitation), async (given) => {
      const token = await answers.accept(db, invitation, given, config, c.var.actor);
      return c.redirect(token === null ? '/join/letter' : `/join/applications/${token}`, 303);
    });
  });

  app.put('/:token/permissions', async (c) => {
    const invitation = await invitations.open(db, c.req.param('token'), c.var.actor);
    return submit(c, PermissionInput, again(c, invitation), async ({ tell }) => {
      await answers.permit(db, invitation, tell, c.var.actor);
      return c.redirect(`/join/invited/${c.req.param('token')}`, 303);
    });
  });

  app.put('/:token/postponement', async (c) => {
    const invitation = await invitations.open(db, c.req.param('token'), c.var.actor);
    await answers.postpone(db, invitation, c.var.actor);
    return c.redirect(`/join/invited/${c.req.param('token')}`, 303);
  });

  app.put('/:token/refusal', async (c) => {
    const invitation = await invitations.open(db, c.req.param('token'), c.var.actor);
    await answers.refuse(db, invitation, config, c.var.actor);
    return c.redirect('/join/invited/refused', 303);
  });

  return app;

  function again(c: TokenContext, invitation: invitations.Invitation) {
    return { title: title(), again: (form: Form) => page(c, invitation, form) };
  }

  async function page(c: TokenContext, invitation: invitations.Invitation, form: Form) {
    const community = await settings.current(db, c.var.actor.at);
    const props = { invitation, form, community: community['community.name'], taking: isOpen(community, 'joining') };
    return <InvitedPage {...props} token={c.req.param('token')} />;
  }
}

type TokenContext = Context<HouseEnv, '/:token'>;

function title(): string {
  return t('You are invited');
}

/** A link that opens nothing has a page of its own; any other error goes its way. */
function orNull(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
