import { type Context, Hono } from 'hono';
import { Invalid, NotFound } from '#kernel/errors.ts';
import * as files from '#kernel/files/index.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as applications from '../applications.ts';
import * as criteria from '../criteria.ts';
import * as otherWays from '../other-ways.ts';
import { CallPage, FilePage } from '../views/other-ways.tsx';
import { CallInput, FileInput } from './input.ts';

/** Where the button leads that was pressed in the application: the call, or the file of a question. */
export function pathOf(next: string): string {
  return next === 'call' ? 'call' : `answers/${encodeURIComponent(next)}`;
}

/** Ways to answer other than writing, each on a page of its own: a phone keeps what it has sent. Mount at /join. */
export function routes({ db, storage }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/applications/:token/answers/:key', async (c) => {
    const found = await find(c);
    otherWays.requireWriting(found.application, found.applicant);
    return c.render(filePage(c, found, emptyForm), { title: found.criterion.title, unlisted: true });
  });

  app.get('/applications/:token/answers/:key/file', async (c) => {
    const { file } = await find(c);
    if (!file) throw new NotFound();
    return files.serve(storage, await files.find(db, file.id), c.req.raw.headers);
  });

  app.put('/applications/:token/answers/:key/file', async (c) => {
    const found = await find(c);
    const { application, applicant, criterion } = found;
    otherWays.requireWriting(application, applicant);
    const again = (form: Form) => filePage(c, found, form);
    return submit(c, FileInput, { title: criterion.title, again }, async (_, { file }) => {
      if (!file) throw new Invalid({ file: t('Choose the file first. It is still on your device.') });
      const taken = await files.take(db, storage, file, otherWays.ANSWER_FILE, applicant);
      await otherWays.attach(db, application, criterion.id, taken.id, applicant);
      return c.redirect(`${addressOf(c)}?saved=1`, 303);
    });
  });

  app.delete('/applications/:token/answers/:key/file', async (c) => {
    const { application, applicant, criterion } = await find(c);
    await otherWays.detach(db, application, criterion.id, applicant);
    return c.redirect(`${addressOf(c)}?saved=1`, 303);
  });

  app.get('/applications/:token/call', async (c) => {
    const { application, applicant } = await applications.open(db, c.req.param('token'), c.var.actor);
    otherWays.requireWriting(application, applicant);
    const { call } = await otherWays.of(db, application);
    return c.render(<CallPage call={call} form={filled(call ?? {})} address={addressOf(c)} />, titleOf());
  });

  app.put('/applications/:token/call', async (c) => {
    const { application, applicant } = await applications.open(db, c.req.param('token'), c.var.actor);
    otherWays.requireWriting(application, applicant);
    const { call } = await otherWays.of(db, application);
    const again = (form: Form) => <CallPage call={call} form={form} address={addressOf(c)} />;
    return submit(c, CallInput, { ...titleOf(), again }, async (given) => {
      await otherWays.askForCall(db, application, given, applicant);
      return c.redirect(`${addressOf(c)}?saved=1`, 303);
    });
  });

  app.delete('/applications/:token/call', async (c) => {
    const { application, applicant } = await applications.open(db, c.req.param('token'), c.var.actor);
    await otherWays.dropCall(db, application, applicant);
    return c.redirect(`${addressOf(c)}?saved=1`, 303);
  });

  async function find(c: Context<HouseEnv, '/:token/:key'>) {
    const opened = await applications.open(db, c.req.param('token'), c.var.actor);
    const asked = await criteria.of(db, opened.application.criteriaVersionId);
    const criterion = asked.find(({ key }) => key === c.req.param('key'));
    if (!criterion) throw new NotFound();
    const { files: answers } = await otherWays.of(db, opened.application);
    return { ...opened, criterion, file: answers[criterion.id] };
  }

  return app;
}

type Found = {
  application: applications.Application;
  criterion: criteria.Criterion;
  file?: otherWays.AnswerFiles[string];
};

function filePage(c: Context<HouseEnv, '/:token'>, { application, criterion, file }: Found, form: Form) {
  const props = { criterion, file, form, pathway: application.pathway };
  return <FilePage {...props} address={addressOf(c)} />;
}

function addressOf(c: Context<HouseEnv, '/:token'>): string {
  return `/join/applications/${c.req.param('token')}`;
}

function titleOf() {
  return { title: t('Please phone me'), unlisted: true };
}
