import { type Context, Hono } from 'hono';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn, shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { type Carrying, of } from './carrying/carrying.ts';
import { DeputyInput, HandoverInput, OfferInput, SeekingInput } from './carrying/input.ts';
import * as owners from './carrying/owners.ts';
import { allow, may } from './carrying/policy.ts';
import * as seeking from './carrying/seeking.ts';
import { CarryingPage, type Failed, OfferPage } from './carrying/views/carrying-page.tsx';
import * as team from './team/team.ts';
import * as works from './works.ts';

/** Who carries a piece of work on: deputy, handover, and work that seeks somebody. */
export function carryingRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const { url } = config;

  app.get('/:address/carrying', async (c) => {
    const both = await findBoth(c);
    allow(c.var.actor, 'see carrying', both.carrying);
    return c.render(await page(c, both), { title: t('Who carries it on'), unlisted: true });
  });

  app.put('/:address/deputy', async (c) => {
    const both = await findBoth(c);
    allow(c.var.actor, 'name deputy', both.carrying);
    return submit(c, DeputyInput, again(c, both, 'deputy'), async ({ deputy }) => {
      await owners.nameDeputy(db, both.work, deputy, c.var.actor);
      return back(c, both.work);
    });
  });

  app.delete('/:address/deputy', async (c) => {
    const { work } = await findBoth(c);
    await owners.dismissDeputy(db, work, c.var.actor);
    return back(c, work);
  });

  app.put('/:address/handover', async (c) => {
    const both = await findBoth(c);
    allow(c.var.actor, 'hand over', both.carrying);
    return submit(c, HandoverInput, again(c, both, 'handover'), async ({ to, note }) => {
      await owners.ask(db, both.work, { to, words: note, url }, c.var.actor);
      return back(c, both.work);
    });
  });

  app.put('/:address/handover/acceptance', async (c) => {
    const { work } = await findBoth(c);
    await owners.accept(db, work, c.var.actor);
    return back(c, work);
  });

  app.delete('/:address/handover', async (c) => {
    const { work } = await findBoth(c);
    await owners.end(db, work, c.var.actor);
    return back(c, work);
  });

  app.put('/:address/seeking', async (c) => {
    const both = await findBoth(c);
    allow(c.var.actor, 'seek', both.carrying);
    return submit(c, SeekingInput, again(c, both, 'seeking'), async ({ seeking: words }) => {
      await seeking.seek(db, both.work, words, c.var.actor);
      return back(c, both.work);
    });
  });

  app.delete('/:address/seeking', async (c) => {
    const { work } = await findBoth(c);
    await seeking.stopSeeking(db, work, c.var.actor);
    return back(c, work);
  });

  app.get('/:address/offers/mine', async (c) => {
    const both = await findBoth(c);
    allow(c.var.actor, 'offer', both.carrying);
    const mine = offerOf(c, both.carrying);
    return c.render(<OfferPage {...both} mine={mine !== undefined} form={mine ? filled(mine) : emptyForm} />, {
      title: t('Carry it on'),
      unlisted: true,
    });
  });

  app.put('/:address/offers/mine', async (c) => {
    const both = await findBoth(c);
    allow(c.var.actor, 'offer', both.carrying);
    const mine = offerOf(c, both.carrying) !== undefined;
    const form = { title: t('Carry it on'), again: (given: Form) => <OfferPage {...both} mine={mine} form={given} /> };
    return submit(c, OfferInput, form, async ({ words }) => {
      await seeking.offer(db, both.work, { words, url }, c.var.actor);
      return c.redirect(`/work/${both.work.address}/offers/mine`, 303);
    });
  });

  app.delete('/:address/offers/mine', async (c) => {
    const { work } = await findBoth(c);
    await seeking.unoffer(db, work, c.var.actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

  app.put('/:address/offers/:offer/acceptance', async (c) => {
    const { work } = await findBoth(c);
    await seeking.acceptOffer(db, work, { offerId: idIn(c.req.param('offer')), url }, c.var.actor);
    return c.redirect(`/work/${work.address}`, 303);
  });

  return app;

  async function findBoth(c: Context<HouseEnv>): Promise<{ work: works.Work; carrying: Carrying }> {
    const work = await works.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
    return { work, carrying: await of(db, work) };
  }

  async function page(
    c: Context<HouseEnv>,
    { work, carrying }: { work: works.Work; carrying: Carrying },
    failed?: Failed,
  ) {
    const { actor } = c.var;
    const rights = {
      team: may(actor, 'name deputy', carrying),
      handOver: may(actor, 'hand over', carrying),
      takeOver: may(actor, 'take over', carrying),
      accept: may(actor, 'accept offer', carrying),
    };
    const teammates = (await team.choices(db, work)).filter(({ value }) => value !== carrying.owner?.id);
    return <CarryingPage work={work} carrying={carrying} teammates={teammates} rights={rights} failed={failed} />;
  }

  function again(c: Context<HouseEnv>, both: { work: works.Work; carrying: Carrying }, name: Failed['name']) {
    return { title: t('Who carries it on'), again: (form: Form) => page(c, both, { name, form }) };
  }

  function back(c: Context<HouseEnv>, work: works.Work): Response {
    return c.redirect(`/work/${work.address}/carrying`, 303);
  }
}

function offerOf(c: Context<HouseEnv>, { offers }: Carrying) {
  return offers.find(({ id }) => id === c.var.actor.id);
}
