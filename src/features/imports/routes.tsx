import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { Invalid } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn } from '#kernel/ids.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as answers from './answers.ts';
import { csvOf } from './exporting.ts';
import * as imports from './imports.ts';
import { ConfirmationInput, MappingInput, StartInput } from './input.ts';
import { allow } from './policy.ts';
import { readSheet } from './sheet.ts';
import { BroughtInPage, TakenOutPage } from './views/brought-in.tsx';
import { ImportPage } from './views/import.tsx';
import { MembersPage } from './views/members.tsx';

/** What app.tsx hands in: how a person is forgotten, and the compact that members accept now. */
export type Options = { forget: answers.Forget; compactVersion: (db: Db) => Promise<string> };

/** Mount at /steward/members: members in and out as a list. */
export function stewardRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const title = () => t('Members as a list');

  app.use(async (c, next) => {
    allow(c.var.actor, 'keep-members', {});
    await next();
  });

  app.get('/', async (c) =>
    c.render(<MembersPage imports={await imports.list(db, c.var.actor)} form={emptyForm} />, {
      title: title(),
      unlisted: true,
    }),
  );

  app.get('/export', async (c) => {
    const csv = await csvOf(db, c.var.actor);
    return c.body(csv, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="members.csv"',
      'Cache-Control': 'private, no-store',
    });
  });

  app.post('/imports', (c) => {
    const again = async (form: Form) => <MembersPage imports={await imports.list(db, c.var.actor)} form={form} />;
    return submit(c, z.object({}), { title: title(), again }, async (_, { file }) => {
      if (!file) throw new Invalid({ file: t('Choose a file first.') });
      const sheet = readSheet(new Uint8Array(await file.arrayBuffer()));
      const id = await imports.upload(db, sheet, file.name, c.var.actor);
      return c.redirect(`/steward/members/imports/${id}`, 303);
    });
  });

  app.get('/imports/:id', async (c) => {
    const one = await imports.find(db, idIn(c.req.param('id')), c.var.actor);
    return c.render(await page(one, c.var.actor), { title: one.fileName, unlisted: true });
  });

  app.put('/imports/:id/fields', async (c) => {
    const one = await imports.find(db, idIn(c.req.param('id')), c.var.actor);
    const again = (form: Form) => page(one, c.var.actor, { fields: form });
    return submit(c, MappingInput, { title: one.fileName, again }, async (mapping) => {
      await imports.describe(db, one, mapping, c.var.actor);
      return c.redirect(`/steward/members/imports/${one.id}#happens`, 303);
    });
  });

  app.put('/imports/:id/start', async (c) => {
    const one = await imports.find(db, idIn(c.req.param('id')), c.var.actor);
    const again = (form: Form) => page(one, c.var.actor, { start: form });
    return submit(c, StartInput, { title: one.fileName, again }, async (given) => {
      await imports.start(db, one, given['leave-out'], config.secret, c.var.actor);
      return c.redirect(`/steward/members/imports/${one.id}`, 303);
    });
  });

  app.delete('/imports/:id', async (c) => {
    await imports.discard(db, await imports.find(db, idIn(c.req.param('id')), c.var.actor), c.var.actor);
    return c.redirect('/steward/members', 303);
  });

  return app;

  async function page(one: imports.Import, actor: Actor, failed: { fields?: Form; start?: Form } = {}) {
    const run =
      one.startedAt || one.mapping.email === null ? null : await imports.tryOut(db, one, config.secret, actor);
    return <ImportPage one={one} run={run} fields={filled(one.mapping)} start={emptyForm} {...failed} />;
  }
}

/** Mount at /join/brought-in: what the letter's link opens. */
export function answerRoutes({ db }: House, { forget, compactVersion }: Options): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const title = () => t('Do you want to be a member?');

  app.get('/taken-out', (c) => c.render(<TakenOutPage />, { title: t('You have been taken out'), unlisted: true }));

  app.get('/:token', async (c) => {
    const token = c.req.param('token');
    const one = await answers.open(db, token, c.var.actor);
    return c.render(await page(one, token, filled({ name: one.name, country: one.country }), c.var.actor), {
      title: title(),
      unlisted: true,
    });
  });

  app.put('/:token/confirmation', async (c) => {
    const token = c.req.param('token');
    const one = await answers.open(db, token, c.var.actor);
    const again = (form: Form) => page(one, token, form, c.var.actor);
    return submit(c, ConfirmationInput, { title: title(), again }, async ({ name, country }) => {
      await answers.confirm(db, one, { name, country, compactVersion: await compactVersion(db) }, c.var.actor);
      return c.redirect(`/join/brought-in/${token}`, 303);
    });
  });

  app.put('/:token/refusal', async (c) => {
    await answers.refuse(db, await answers.open(db, c.req.param('token'), c.var.actor), forget, c.var.actor);
    return c.redirect('/join/brought-in/taken-out', 303);
  });

  return app;

  async function page(one: answers.BroughtIn, token: string, form: Form, { at }: Actor) {
    const { 'community.name': community } = await settings.current(db, at);
    return <BroughtInPage one={one} token={token} form={form} community={community} />;
  }
}
