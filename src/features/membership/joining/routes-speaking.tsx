import { Hono } from 'hono';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import * as settings from '#kernel/settings.ts';
import { ErrorSummary, PageHead } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as applications from '../applications.ts';
import { allow } from '../policy.ts';
import * as referees from '../referees.ts';
import { Speaker } from '../views/speaker.tsx';
import { SpeakingPage, SpokenPage } from '../views/speaking.tsx';
import { SpeakerInput, SpeakingInput } from './input.ts';

/** Somebody who can speak to an application: named by its applicant, answering by a link. Mount at /join. */
export function routes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const title = () => t('Somebody who can speak to it');

  app.put('/applications/:token/referee', async (c) => {
    const address = `/join/applications/${c.req.param('token')}`;
    const { application, applicant } = await applications.open(db, c.req.param('token'), c.var.actor);
    allow(applicant, 'apply', application);
    const referee = await referees.of(db, application.id);
    const again = (form: Form) => (
      <div class="reading">
        <ErrorSummary form={form} />
        <PageHead title={title()} above={<a href={address}>{t('Back to your application')}</a>} />
        <Speaker address={address} referee={referee} form={form} />
      </div>
    );
    return submit(c, SpeakerInput, { title: title(), again }, async (typed) => {
      const named = { name: typed['speaks-name'], email: typed['speaks-email'] };
      await referees.choose(db, application, named, config.url, applicant);
      return c.redirect(address, 303);
    });
  });

  app.delete('/applications/:token/referee', async (c) => {
    const { application, applicant } = await applications.open(db, c.req.param('token'), c.var.actor);
    await referees.choose(db, application, null, config.url, applicant);
    return c.redirect(`/join/applications/${c.req.param('token')}`, 303);
  });

  app.get('/speaking/:token', async (c) => {
    const token = c.req.param('token');
    const { applicant, isOver } = await referees.open(db, token, c.var.actor.at);
    if (isOver) return c.render(<SpokenPage applicant={applicant} />, { title: t('Thank you'), unlisted: true });
    const props = { applicant, token, community: await nameOfCommunity() };
    return c.render(<SpeakingPage {...props} form={emptyForm} />, { title: title(), unlisted: true });
  });

  app.put('/speaking/:token', async (c) => {
    const token = c.req.param('token');
    const { applicant } = await referees.open(db, token, c.var.actor.at);
    const props = { applicant, token, community: await nameOfCommunity() };
    const again = (form: Form) => <SpeakingPage {...props} form={form} />;
    return submit(c, SpeakingInput, { title: title(), again }, async (said) => {
      await referees.answer(db, token, said, c.var.actor.at);
      return c.redirect(`/join/speaking/${token}`, 303);
    });
  });

  async function nameOfCommunity() {
    return (await settings.read(db))['community.name'];
  }

  return app;
}
