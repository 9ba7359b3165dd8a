import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { formOf, PlacementInput } from './input.ts';
import * as placements from './placements.ts';
import { allow } from './policy.ts';
import * as publications from './publication/publications.ts';
import { ANSWERS, QUESTIONS } from './publication/questions.ts';
import * as releases from './publication/releases.ts';
import * as invitations from './team/invitations.ts';
import * as team from './team/team.ts';
import * as updates from './updates.ts';
import { InvitationPage, InvitationThanks } from './views/invitation.tsx';
import { PlacementForm } from './views/placement.tsx';
import { PublicationForm } from './views/publication.tsx';
import { Releases } from './views/releases.tsx';
import { UpdatesPanel } from './views/updates-panel.tsx';
import * as works from './works.ts';

const answer = z.enum(ANSWERS, { error: () => t('Please answer this question.') });
const PublicationInput = z.object({
  ...(Object.fromEntries(QUESTIONS.map((question) => [question, answer])) as Record<
    (typeof QUESTIONS)[number],
    typeof answer
  >),
  visibility: z.enum(['members', 'public'], { error: () => t('Choose who may see it.') }),
});
const UpdateInput = z.object({
  body: z
    .string({ error: () => t('Write what has happened.') })
    .trim()
    .min(1, { error: () => t('Write what has happened.') })
    .max(4000, { error: () => t('Please keep this under 4,000 characters.') }),
});
const RefusalInput = z.object({
  reason: z
    .string({ error: () => t('Say what is needed, so that the team can do it.') })
    .trim()
    .max(2000),
});
const NameInput = z.object({
  name: z
    .string({ error: () => t('Tell us the name that others may read.') })
    .trim()
    .min(1)
    .max(120),
});

/** What is done with a piece of work besides writing it: its team, updates, placement, publication and release. */
export function teamRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const find = (address: string, actor: Actor) => works.find(db, shortIdIn(address) ?? '', actor);

  app.get('/releases', async (c) =>
    c.render(<Releases waiting={await releases.waiting(db, c.var.actor)} />, { title: t('First pieces of work') }),
  );

  app.put('/:address/release', async (c) => {
    await releases.release(db, await find(c.req.param('address'), c.var.actor), config.url, c.var.actor);
    return c.redirect('/work/releases', 303);
  });

  app.delete('/:address/release', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'release', work);
    const again = async (form: Form) => (
      <Releases waiting={await releases.waiting(db, actor)} failed={{ address: work.address, form }} />
    );
    return submit(c, RefusalInput, { title: t('First pieces of work'), again }, async ({ reason }) => {
      await releases.refuse(db, work, { reason, url: config.url }, actor);
      return c.redirect('/work/releases', 303);
    });
  });

  app.get('/:address/publication', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    allow(c.var.actor, 'publish', work);
    return c.render(<PublicationForm work={work} form={filled({ visibility: 'public' })} />, {
      title: t('Make it visible'),
    });
  });

  app.put('/:address/publication', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'publish', work);
    const page = { title: t('Make it visible'), again: (form: Form) => <PublicationForm work={work} form={form} /> };
    return submit(c, PublicationInput, page, async ({ visibility, ...answers }) => {
      await publications.publish(db, work, { visibility, answers, url: config.url }, actor);
      return c.redirect(`/work/${work.address}`, 303);
    });
  });

  app.delete('/:address/publication', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    await publications.withdraw(db, work, c.var.actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

  app.post('/:address/updates', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'edit', work);
    const again = async (form: Form) => (
      <UpdatesPanel base={`/work/${work.address}`} updates={await updates.list(db, work)} edit form={form} />
    );
    return submit(c, UpdateInput, { title: work.title, again }, async ({ body }) => {
      await updates.add(db, work, body, actor);
      return c.redirect(`/work/${work.address}#updates`, 303);
    });
  });

  app.get('/:address/placement', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'place', work);
    const mine = await placements.mine(db, work, actor);
    return c.render(<PlacementForm work={work} form={formOf(work, mine)} placed={mine !== null} />, {
      title: t('Where do you see it?'),
    });
  });

  app.put('/:address/placement', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'place', work);
    const page = {
      title: t('Where do you see it?'),
      again: (form: Form) => <PlacementForm work={work} form={form} placed={false} />,
    };
    return submit(c, PlacementInput, page, async (shares) => {
      await placements.place(db, work, shares, actor);
      return c.redirect(`/work/${work.address}`, 303);
    });
  });

  app.delete('/:address/placement', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    await placements.withdraw(db, work, c.var.actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

  app.put('/:address/team/me', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    await team.accept(db, work, c.var.actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

  app.delete('/:address/team/:line', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    if (c.req.param('line') !== 'me') await team.uninvite(db, work, c.req.param('line'), actor);
    else if (work.team.includes(actor.id ?? '')) await team.leave(db, work, actor);
    else await team.decline(db, work, actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

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

  return app;
}
