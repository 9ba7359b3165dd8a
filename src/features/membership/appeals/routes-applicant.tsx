import { type Context, Hono } from 'hono';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as appeals from '../appeals.ts';
import * as applications from '../applications.ts';
import { allow } from '../policy.ts';
import { AppealPage } from '../views/appeals/appeal.tsx';
import { AppealInput, SayInput } from './input.ts';

/** An appeal by its applicant, who needs the link of our letter and no account. Mount at /join. */
export function routes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const title = () => t('Your appeal');

  app.get('/applications/:token/appeal', async (c) => {
    const found = await find(c);
    return c.render(<AppealPage {...found} form={emptyForm} />, { title: title(), unlisted: true });
  });

  app.post('/applications/:token/appeal', async (c) => {
    const found = await find(c);
    const again = (form: Form) => <AppealPage {...found} form={form} />;
    appeals.requireOpen(found.until, c.var.actor.at);
    return submit(c, AppealInput, { title: title(), again }, async ({ words }) => {
      await appeals.open(db, found.application, words, config.url, found.applicant);
      return c.redirect(`${found.address}/appeal`, 303);
    });
  });

  app.post('/applications/:token/appeal/turns', async (c) => {
    const found = await find(c);
    if (!found.appeal) throw new NotFound();
    if (found.appeal.outcome) throw appeals.over();
    const again = (form: Form) => <AppealPage {...found} form={form} />;
    return submit(c, SayInput, { title: title(), again }, async ({ words }) => {
      await appeals.say(db, found.application, words, config.url, found.applicant);
      return c.redirect(`${found.address}/appeal`, 303);
    });
  });

  /** Found by who was answered "not now", and by who has appealed before. */
  async function find(c: Context<HouseEnv, '/:token'>) {
    const token = c.req.param('token');
    const { application, applicant } = await applications.open(db, token, c.var.actor);
    allow(applicant, 'apply', application);
    const appeal = await appeals.of(db, application.id);
    const until = await appeals.openUntil(db, application);
    if (!appeal && !until) throw new NotFound();
    const address = `/join/applications/${token}`;
    // A second "not now", after an upheld appeal, can be appealed against too.
    return { application, applicant, appeal: until ? null : appeal, until, address, now: c.var.actor.at };
  }

  return app;
}
