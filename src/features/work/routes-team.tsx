import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn, shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { TeamInput } from './input.ts';
import { allow } from './policy.ts';
import * as invitations from './team/invitations.ts';
import * as team from './team/team.ts';
import { InvitationPage, InvitationThanks } from './views/invitation.tsx';
import { TeamPage } from './views/team-page.tsx';
import * as works from './works.ts';

const NameInput = z.object({
  name: z
    .string({ error: () => t('Tell us the name that others may read.') })
    .trim()
    .min(1, { error: () => t('Tell us the name that others may read.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
});

/** Who is on the team: asking, and answering in the house or by a letter's link. */
export function teamRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const find = (address: string, actor: Actor) => works.find(db, shortIdIn(address) ?? '', actor);

  app.get('/invitations/:token', async (c) => {
    const { work, inviter, name } = await invitations.opened(db, c.req.param('token'), c.var.actor.at);
    const view = { token: c.req.param('token'), title: work.title, inviter };
    return c.render(<InvitationPage {...view} form={filled({ name: name.includes('@') ? '' : name })} />, {
      title: t('Are you on this team?'),
      unlisted: true,
    });
  });

  app.put('/invitations/:token', async (c) => {
    const token = c.req.param('token');
    const invitation = await invitations.opened(db, token, c.var.actor.at);
    const view = { token, title: invitation.work.title, inviter: invitation.inviter };
    const page = { title: t('Are you on this team?'), again: (form: Form) => <InvitationPage {...view} form={form} /> };
    return submit(c, NameInput, page, async ({ name }) => {
      await invitations.accept(db, invitation, name, c.var.actor);
      return c.render(<InvitationThanks accepted />, { title: t('Thank you') });
    });
  });

  app.delete('/invitations/:token', async (c) => {
    await invitations.decline(db, await invitations.opened(db, c.req.param('token'), c.var.actor.at), c.var.actor);
    return c.render(<InvitationThanks accepted={false} />, { title: t('That is fine') });
  });

  app.get('/:address/team', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'edit', work);
    return c.render(<TeamPage work={work} team={await team.of(db, work, actor)} form={emptyForm} />, {
      title: t('The team'),
    });
  });

  app.post('/:address/team', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'edit', work);
    const people = await team.of(db, work, actor);
    const again = (form: Form) => <TeamPage work={work} team={people} form={form} />;
    return submit(c, TeamInput, { title: t('The team'), again }, async (given) => {
      await invitations.invite(db, work, { named: given.team, url: config.url }, actor);
      return c.redirect(`/work/${work.address}/team`, 303);
    });
  });

  app.put('/:address/team/me', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    await team.accept(db, work, c.var.actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

  app.delete('/:address/team/me', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    if (work.team.includes(actor.id ?? '')) await team.leave(db, work, actor);
    else await team.decline(db, work, actor);
    return c.redirect(work.visibility === 'private' ? '/work' : `/work/${work.address}`, 303);
  });

  app.delete('/:address/team/:line', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    await team.uninvite(db, work, idIn(c.req.param('line')), c.var.actor);
    return c.redirect(`/work/${work.address}/team`, 303);
  });

  return app;
}
