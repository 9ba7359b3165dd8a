import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn } from '#kernel/ids.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as criteria from '../criteria.ts';
import * as drafts from '../criteria-drafts.ts';
import { allow } from '../policy.ts';
import * as rules from '../reading-rules.ts';
import { CriterionForm } from '../views/criteria/criterion-form.tsx';
import { CriteriaPage } from '../views/criteria/page.tsx';
import { PreviewPage } from '../views/criteria/preview.tsx';
import { PATHWAYS } from '../words.ts';
import { CriterionInput, Direction, formOf, RulesInput, wordingOf } from './input.ts';

const As = z.enum(PATHWAYS).catch('professional');

/** What the community asks, edited by stewards. Mount at /steward/criteria. */
export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const home = '/steward/criteria';
  const title = () => t('What we ask of applicants');

  app.use(async (c, next) => {
    allow(c.var.actor, 'edit-criteria', {});
    await next();
  });

  app.get('/', async (c) => c.render(await page(c.var.actor), { title: title(), unlisted: true }));

  app.put('/rules', (c) => {
    const again = (form: Form) => page(c.var.actor, form);
    return submit(c, RulesInput, { title: title(), again }, async (given) => {
      await rules.set(db, given, c.var.actor);
      return c.redirect(`${home}#rules`, 303);
    });
  });

  app.get('/preview', async (c) => {
    const draft = await drafts.find(db, c.var.actor);
    const asked = await criteria.of(db, draft?.id ?? (await criteria.currentVersion(db)));
    const props = { criteria: asked, pathway: As.parse(c.req.query('as')), isDraft: draft !== null };
    return c.render(<PreviewPage {...props} />, { title: t('As an applicant sees it'), unlisted: true });
  });

  app.post('/draft', async (c) => {
    await drafts.begin(db, c.var.actor);
    return c.redirect(home, 303);
  });

  app.delete('/draft', async (c) => {
    await drafts.discard(db, c.var.actor);
    return c.redirect(home, 303);
  });

  app.put('/draft/publication', async (c) => {
    await drafts.publish(db, c.var.actor);
    return c.redirect(home, 303);
  });

  app.get('/draft/new', (c) => c.render(<CriterionForm form={emptyForm} />, { title: t('Add a criterion') }));

  app.post('/draft/criteria', (c) =>
    submit(
      c,
      CriterionInput,
      { title: t('Add a criterion'), again: (form) => <CriterionForm form={form} /> },
      async (given) => {
        await drafts.add(db, wordingOf(given), c.var.actor);
        return c.redirect(home, 303);
      },
    ),
  );

  app.get('/draft/criteria/:criterion', async (c) => {
    const found = await drafts.criterion(db, idIn(c.req.param('criterion')), c.var.actor);
    return c.render(<CriterionForm id={found.id} form={formOf(found)} />, { title: found.title, unlisted: true });
  });

  app.put('/draft/criteria/:criterion', async (c) => {
    const { id, title: named } = await drafts.criterion(db, idIn(c.req.param('criterion')), c.var.actor);
    const again = (form: Form) => <CriterionForm id={id} form={form} />;
    return submit(c, CriterionInput, { title: named, again }, async (given) => {
      await drafts.edit(db, id, wordingOf(given), c.var.actor);
      return c.redirect(home, 303);
    });
  });

  app.put('/draft/criteria/:criterion/position', async (c) => {
    const { to } = Direction.parse(await c.req.parseBody());
    await drafts.move(db, idIn(c.req.param('criterion')), to, c.var.actor);
    return c.redirect(home, 303);
  });

  app.delete('/draft/criteria/:criterion', async (c) => {
    await drafts.remove(db, idIn(c.req.param('criterion')), c.var.actor);
    return c.redirect(home, 303);
  });

  async function page(actor: Actor, typed?: Form) {
    const draft = await drafts.find(db, actor);
    const now = await criteria.of(db, await criteria.currentVersion(db));
    const written = draft ? await criteria.of(db, draft.id) : [];
    const { 'membership.hide-names': hides, 'membership.appeal-days': appealDays } = await settings.read(db);
    const form = typed ?? filled({ hideNames: hides ? 'yes' : '', appealDays });
    return <CriteriaPage {...{ now, draft, written, form }} versions={await drafts.published(db, actor)} />;
  }

  return app;
}
