import { Hono } from 'hono';
import { measures, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as benefitAreas from './benefit-areas.ts';
import * as claims from './claims.ts';
import { factsOf } from './facts.ts';
import { ClaimInput, fixingIn, WithdrawalInput, WordingInput } from './input.ts';
import { allow, may } from './policy.ts';
import { correctionRoutes } from './routes-corrections.tsx';
import { ClaimForm, WordingForm } from './views/claim-form.tsx';
import { ClaimPage } from './views/claim-page.tsx';

const BASE = '/:address/claims';

/** Claims live under their work: who does not see the work does not find them. */
export function routes(house: House): Hono<HouseEnv> {
  const { db } = house;
  const app = new Hono<HouseEnv>();
  const findWork = (address: string, actor: Actor) => works.find(db, shortIdIn(address) ?? '', actor);

  app.get(`${BASE}/new`, async (c) => {
    const work = await findWork(c.req.param('address'), c.var.actor);
    allow(c.var.actor, 'claim', work);
    const form = filled({ relation: 'contribution', measure: c.req.query('measure') ?? '' });
    return c.render(await claimForm(work, c.var.actor, form), { title: t('What did it bring?'), unlisted: true });
  });

  app.post(BASE, async (c) => {
    const { actor } = c.var;
    const work = await findWork(c.req.param('address'), actor);
    allow(actor, 'claim', work);
    const page = { title: t('What did it bring?'), again: (form: Form) => claimForm(work, actor, form) };
    return submit(c, ClaimInput, page, async (input) => {
      const { statement, area, relation } = input;
      const made = await claims.claim(db, work, { statement, area, relation, fixing: fixingIn(input) }, actor);
      return c.redirect(`/work/${work.address}/claims/${made.short}`, 303);
    });
  });

  app.get(`${BASE}/:claim`, async (c) => {
    const { work, claim } = await findBoth(c.req.param('address'), c.req.param('claim'), c.var.actor);
    return c.render(await claimPage(work, claim, c.var.actor, emptyForm), {
      title: claim.statement,
      description: t('A claim of “{work}”, and how strong the evidence for it is.', { work: work.title }),
      unlisted: work.visibility !== 'public',
    });
  });

  app.get(`${BASE}/:claim/edit`, async (c) => {
    const { work, claim } = await findBoth(c.req.param('address'), c.req.param('claim'), c.var.actor);
    allow(c.var.actor, 'edit', claim);
    const areas = await benefitAreas.list(db);
    return c.render(<WordingForm work={work} areas={areas} claim={claim} form={filled(claim)} />, {
      title: t('Change the words'),
      unlisted: true,
    });
  });

  app.put(`${BASE}/:claim`, async (c) => {
    const { actor } = c.var;
    const { work, claim } = await findBoth(c.req.param('address'), c.req.param('claim'), actor);
    allow(actor, 'edit', claim);
    const areas = await benefitAreas.list(db);
    const again = (form: Form) => <WordingForm work={work} areas={areas} claim={claim} form={form} />;
    return submit(c, WordingInput, { title: t('Change the words'), again }, async (wording) => {
      await claims.reword(db, claim, wording, actor);
      return c.redirect(`/work/${work.address}/claims/${claim.short}`, 303);
    });
  });

  app.put(`${BASE}/:claim/withdrawal`, async (c) => {
    const { actor } = c.var;
    const { work, claim } = await findBoth(c.req.param('address'), c.req.param('claim'), actor);
    allow(actor, 'edit', claim);
    const page = { title: claim.statement, again: (form: Form) => claimPage(work, claim, actor, form) };
    return submit(c, WithdrawalInput, page, async ({ reason }) => {
      await claims.withdraw(db, claim, reason, actor);
      return c.redirect(`/work/${work.address}/claims/${claim.short}`, 303);
    });
  });

  app.route('/', correctionRoutes(house));
  return app;

  async function findBoth(address: string, short: string, actor: Actor) {
    const work = await findWork(address, actor);
    return { work, claim: await claims.find(db, work, short, actor) };
  }

  async function claimForm(work: works.Work, actor: Actor, form: Form) {
    const [areas, choices] = await Promise.all([benefitAreas.list(db), measures.list(db, work, actor)]);
    return <ClaimForm work={work} areas={areas} measures={choices} form={form} />;
  }

  async function claimPage(work: works.Work, claim: claims.Claim, actor: Actor, form: Form) {
    const own = may(actor, 'edit', claim);
    const facts = await factsOf(db, claim, work, own ? 'team' : 'public');
    const review = may(actor, 'review', work);
    return <ClaimPage work={work} claim={claim} facts={facts} edit={own} review={review} form={form} />;
  }
}
