import { type Context, Hono } from 'hono';
import { ofPerson, type Work, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { findWork } from '../finding.ts';
import { allow, may } from '../policy.ts';
import * as adaptations from './adaptations.ts';
import { NoteInput, RetellingInput, TellingInput } from './input.ts';
import { AdaptationForm, RetellingForm } from './views/adaptation-form.tsx';
import { AdaptationPage } from './views/adaptation-page.tsx';

const BASE = '/:address/adaptations';

/** Adaptations lie under the work that was adapted: one tells where one found it. */
export function adaptationRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get(`${BASE}/new`, async (c) => {
    const { actor } = c.var;
    const of = await findWork(db, c.req.param('address'), actor);
    allow(actor, 'tell', {});
    return c.render(await tellingForm(of, filled({}), actor), { title: t('We tried this elsewhere'), unlisted: true });
  });

  app.post(BASE, async (c) => {
    const { actor } = c.var;
    const of = await findWork(db, c.req.param('address'), actor);
    allow(actor, 'tell', {});
    const page = { title: t('We tried this elsewhere'), again: (form: Form) => tellingForm(of, form, actor) };
    return submit(c, TellingInput, page, async ({ work, ...telling }) => {
      const own = await ownWork(work, actor);
      const { short } = await adaptations.tell(db, of, { work: own, url: config.url, ...telling }, actor);
      return c.redirect(`/work/${of.address}/adaptations/${short}`, 303);
    });
  });

  app.get(`${BASE}/:adaptation`, async (c) => {
    const adaptation = await findOne(c);
    return c.render(page(adaptation, c.var.actor), {
      title: t('“{title}”, tried elsewhere', { title: adaptation.of.title }),
      unlisted: adaptation.work.visibility !== 'public' || adaptation.of.visibility !== 'public',
    });
  });

  app.get(`${BASE}/:adaptation/edit`, async (c) => {
    const adaptation = await findOne(c);
    allow(c.var.actor, 'retell', { by: adaptation.work, of: adaptation.of });
    return c.render(<RetellingForm of={adaptation.of} short={adaptation.short} form={filled(adaptation)} />, {
      title: t('Change what you told'),
      unlisted: true,
    });
  });

  app.put(`${BASE}/:adaptation`, async (c) => {
    const adaptation = await findOne(c);
    allow(c.var.actor, 'retell', { by: adaptation.work, of: adaptation.of });
    const again = (form: Form) => <RetellingForm of={adaptation.of} short={adaptation.short} form={form} />;
    return submit(c, RetellingInput, { title: t('Change what you told'), again }, async (telling) => {
      await adaptations.retell(db, adaptation, telling, c.var.actor);
      return c.redirect(addressOf(adaptation), 303);
    });
  });

  app.delete(`${BASE}/:adaptation`, async (c) => {
    const adaptation = await findOne(c);
    await adaptations.withdraw(db, adaptation, c.var.actor);
    return c.redirect(`/work/${adaptation.work.address}`, 303);
  });

  app.put(`${BASE}/:adaptation/note`, async (c) => {
    const adaptation = await findOne(c);
    allow(c.var.actor, 'answer', { by: adaptation.work, of: adaptation.of });
    const again = (form: Form) => page(adaptation, c.var.actor, form);
    return submit(c, NoteInput, { title: t('Tried elsewhere'), again }, async ({ words }) => {
      await adaptations.answer(db, adaptation, words, c.var.actor);
      return c.redirect(addressOf(adaptation), 303);
    });
  });

  app.delete(`${BASE}/:adaptation/note`, async (c) => {
    const adaptation = await findOne(c);
    await adaptations.unanswer(db, adaptation, c.var.actor);
    return c.redirect(addressOf(adaptation), 303);
  });

  return app;

  async function findOne(c: Context<HouseEnv>): Promise<adaptations.Adaptation> {
    const of = await findWork(db, c.req.param('address') ?? '', c.var.actor);
    return adaptations.find(db, of, c.req.param('adaptation') ?? '', c.var.actor);
  }

  async function tellingForm(of: Work, form: Form, actor: Actor) {
    const own = await ofPerson(db, actor.id ?? '');
    const choices = own
      .filter(({ address }) => address !== `/work/${of.address}`)
      .map(({ address, title }) => ({ value: address, label: title }));
    return <AdaptationForm of={of} own={choices} form={form} />;
  }

  /** One of those that the form offers. */
  async function ownWork(address: string, actor: Actor): Promise<Work> {
    const wrong = new Invalid({ work: t('Choose the work in which you tried it.') });
    const work = await works.find(db, shortIdIn(address) ?? '', actor).catch((error) => {
      throw error instanceof NotFound ? wrong : error;
    });
    if (!may(actor, 'adapt', work)) throw wrong;
    return work;
  }
}

function page(adaptation: adaptations.Adaptation, actor: Actor, failed?: Form) {
  const between = { by: adaptation.work, of: adaptation.of };
  const rights = { retell: may(actor, 'retell', between), answer: may(actor, 'answer', between) };
  return <AdaptationPage adaptation={adaptation} rights={rights} failed={failed} />;
}

function addressOf({ of, short }: adaptations.Adaptation): string {
  return `/work/${of.address}/adaptations/${short}`;
}
