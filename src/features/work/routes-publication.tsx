import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';
import { WorkPublicationInput } from './publication/input.ts';
import * as publications from './publication/publications.ts';
import * as releases from './publication/releases.ts';
import { PublicationForm } from './views/publication.tsx';
import { Releases } from './views/releases.tsx';
import * as works from './works.ts';

const RefusalInput = z.object({
  reason: z
    .string({ error: () => t('Say what is needed, so that the team can do it.') })
    .trim()
    .min(1, { error: () => t('Say what is needed, so that the team can do it.') })
    .max(2000, { error: () => t('Please keep this under 2,000 characters.') }),
});

/** Letting others see work, and a moderator's look at a newcomer's first piece. */
export function publicationRoutes({ db, config }: House): Hono<HouseEnv> {
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
    const publication = await publications.of(db, work);
    const form = filled({ visibility: publication?.visibility ?? 'public', licence: work.licence });
    return c.render(<PublicationForm work={work} published={publication !== null} form={form} />, {
      title: t('Who may see it?'),
    });
  });

  app.put('/:address/publication', async (c) => {
    const { actor } = c.var;
    const work = await find(c.req.param('address'), actor);
    allow(actor, 'publish', work);
    const published = (await publications.of(db, work)) !== null;
    const again = (form: Form) => <PublicationForm work={work} published={published} form={form} />;
    const page = { title: t('Who may see it?'), again };
    return submit(c, WorkPublicationInput, page, async ({ visibility, licence, ...answers }) => {
      await publications.publish(db, work, { visibility, licence, answers, url: config.url }, actor);
      return c.redirect(`/work/${work.address}`, 303);
    });
  });

  app.delete('/:address/publication', async (c) => {
    const work = await find(c.req.param('address'), c.var.actor);
    await publications.withdraw(db, work, c.var.actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

  return app;
}
