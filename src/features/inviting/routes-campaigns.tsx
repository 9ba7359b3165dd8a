import { Hono } from 'hono';
import { terms } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { Invalid } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { isOpen } from '#kernel/rooms.ts';
import * as settings from '#kernel/settings.ts';
import * as stamps from '#kernel/stamps.ts';
import { typedOne } from '#kernel/ui/index.ts';
import { limitFrom } from '#kernel/web/client.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as campaigns from './campaigns.ts';
import { CampaignApplicationInput, CampaignInput } from './input.ts';
import { allow } from './policy.ts';
import { CampaignPage } from './views/campaign.tsx';
import { CampaignsPage } from './views/campaigns.tsx';

/** The page of each campaign, for everybody. */
export function campaignRoutes(house: House): Hono<HouseEnv> {
  const { db, config } = house;
  const app = new Hono<HouseEnv>();

  app.get('/:slug', async (c) => {
    const { actor } = c.var;
    const campaign = await campaigns.find(db, c.req.param('slug'), actor);
    await campaigns.arrive(db, campaign, actor);
    const form = filled({ email: actor.email, country: campaign.country });
    const [first = ''] = campaign.words.split('\n');
    return c.render(await page(campaign, form, actor), { title: campaign.title, description: first });
  });

  app.post('/:slug', async (c) => {
    const { actor } = c.var;
    const campaign = await campaigns.find(db, c.req.param('slug'), actor);
    const again = (form: Form) => page(campaign, form, actor);
    return submit(c, CampaignApplicationInput, { title: campaign.title, again }, async (typed) => {
      const { begun, 'leave-empty': _, ...given } = typed;
      stamps.requirePerson(config.secret, begun, actor.at);
      await limitFrom(c, house, 'application.from');
      await campaigns.apply(db, campaign, given, config.url, actor);
      return c.redirect('/join/letter', 303);
    });
  });

  return app;

  async function page(campaign: campaigns.Campaign, form: Form, { at }: Actor) {
    const [progress, vocabulary, community] = await Promise.all([
      campaigns.progress(db, campaign),
      terms.current(db, at),
      settings.current(db, at),
    ]);
    const running = campaigns.isRunning(campaign, at) && isOpen(community, 'joining');
    const begun = stamps.renewed(config.secret, typedOne(form, 'begun'), at);
    const stamped = { ...form, typed: { ...form.typed, begun } };
    return <CampaignPage {...{ campaign, progress, vocabulary, running }} form={stamped} />;
  }
}

/** What stewards do with campaigns. */
export function stewardRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.use(async (c, next) => {
    allow(c.var.actor, 'keep-campaigns', {});
    await next();
  });

  app.get('/', async (c) => c.render(await page(emptyForm, c.var.actor), { title: t('Campaigns'), unlisted: true }));

  app.post('/', (c) => {
    const again = (form: Form) => page(form, c.var.actor);
    return submit(c, CampaignInput, { title: t('Campaigns'), again }, async (given) => {
      const vocabulary = await terms.current(db, c.var.actor.at);
      if (given.sector && !vocabulary.has('sector', given.sector))
        throw new Invalid({ sector: t('Choose from the list, or leave it open.') });
      if (given.background && !vocabulary.has('background', given.background))
        throw new Invalid({ background: t('Choose from the list, or leave it open.') });
      const { country = null, sector = null, background = null, ...plan } = given;
      await campaigns.make(db, { ...plan, country, sector, background }, c.var.actor);
      return c.redirect('/steward/campaigns', 303);
    });
  });

  app.put('/:slug/closure', async (c) => {
    const campaign = await campaigns.find(db, c.req.param('slug'), c.var.actor);
    await campaigns.close(db, campaign, c.var.actor);
    return c.redirect('/steward/campaigns', 303);
  });

  return app;

  async function page(form: Form, actor: Actor) {
    const [all, vocabulary] = await Promise.all([campaigns.list(db, actor), terms.current(db, actor.at)]);
    return <CampaignsPage campaigns={all} form={form} vocabulary={vocabulary} url={config.url} now={actor.at} />;
  }
}
