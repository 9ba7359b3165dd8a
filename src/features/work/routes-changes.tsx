import { Hono } from 'hono';
import { z } from 'zod';
import { terms } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn, shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { feed } from './feed.ts';
import { descriptionIn, EditInput, formOf, PlacementInput, placementForm } from './input.ts';
import * as placements from './placements.ts';
import { allow } from './policy.ts';
import { revise } from './revising.ts';
import * as updates from './updates.ts';
import { WorkForm } from './views/form.tsx';
import { PlacementForm } from './views/placement.tsx';
import { UpdatePage } from './views/updates-panel.tsx';
import * as works from './works.ts';

const UpdateInput = z.object({
  body: z
    .string({ error: () => t('Write what has happened.') })
    .trim()
    .min(1, { error: () => t('Write what has happened.') })
    .max(4000, { error: () => t('Please keep this under 4,000 characters.') }),
});

/** What is done with a piece of work once it is shared: edit it, say what happened since, say where it stands. */
export function changeRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const find = (address: string, actor: Actor) => works.find(db, shortIdIn(address) ?? '', actor);
  /** Those that can be chosen, and those that this work has, retired or not. */
  const topics = async (actor: Actor, work: works.Work) => {
    const vocabulary = await terms.current(db, actor.at);
    return vocabulary
      .all('topic')
      .filter(({ key, retired }) => !retired || work.topics.includes(key))
      .map(({ key, name }) => ({ value: key, label: name }));
  };

  app.get('/:address/edit', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    allow(c.var.actor, 'edit', work);
    return c.render(
      <WorkForm
        form={formOf(work)}
        action={`/work/${work.address}`}
        topics={await topics(c.var.actor, work)}
        work={work}
      />,
      {
        title: t('Edit: {title}', { title: work.title }),
      },
    );
  });

  app.put('/:address', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'edit', work);
    const again = async (form: Form) => (
      <WorkForm form={form} action={`/work/${work.address}`} topics={await topics(actor, work)} work={work} />
    );
    return submit(c, EditInput, { title: t('Edit: {title}', { title: work.title }), again }, async (input) => {
      await revise(db, work, { ...descriptionIn(input), state: input.state, endedOn: input.endedOn }, actor);
      const changed = await works.byId(db, work.id);
      return c.redirect(`/work/${changed.address}`, 303);
    });
  });

  app.get('/:address/updates.atom', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    c.header('Content-Type', 'application/atom+xml; charset=utf-8');
    return c.body(feed(work, await updates.list(db, work), config.url));
  });

  app.post('/:address/updates', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'edit', work);
    const again = (form: Form) => <UpdatePage work={work} form={form} />;
    return submit(c, UpdateInput, { title: t('Add an update'), again }, async ({ body }) => {
      await updates.add(db, work, body, actor);
      return c.redirect(`/work/${work.address}#updates`, 303);
    });
  });

  app.delete('/:address/updates/:id', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    await updates.remove(db, work, idIn(c.req.param('id')), c.var.actor);
    return c.redirect(`/work/${work.address}#updates`, 303);
  });

  app.get('/:address/placements/mine', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'place', work);
    const mine = await placements.mine(db, work, actor);
    return c.render(<PlacementForm work={work} form={placementForm(mine)} placed={mine !== null} />, {
      title: t('Where do you see it?'),
    });
  });

  app.put('/:address/placements/mine', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'place', work);
    const again = (form: Form) => <PlacementForm work={work} form={form} placed={false} />;
    return submit(c, PlacementInput, { title: t('Where do you see it?'), again }, async (shares) => {
      await placements.place(db, work, shares, actor);
      return c.redirect(`/work/${work.address}`, 303);
    });
  });

  app.delete('/:address/placements/mine', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    await placements.withdraw(db, work, c.var.actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

  return app;
}
