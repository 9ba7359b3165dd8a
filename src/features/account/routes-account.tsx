import { Hono } from 'hono';
import { type Eraser, type Export, emails, erase, people, takeAway } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { limit } from '#kernel/limits.ts';
import * as settings from '#kernel/settings.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { DeletionInput, NewEmailInput } from './inputs.ts';
import { here } from './routes-here.tsx';
import { overview } from './security.ts';
import { AccountPage } from './views/account.tsx';
import { DeletionPage, FarewellPage } from './views/deletion.tsx';

/** What another room shows on a person's account page. Null shows nothing. */
export type Panel = (db: Db, actor: Actor) => Promise<Child>;
/** What the other rooms know of a person and how they forget it: app.tsx hands these in. */
export type Rooms = {
  exports: Readonly<Record<string, Export>>;
  erasers: readonly Eraser[];
  panels?: readonly Panel[];
};

/** Your account: who you are here, your addresses, your sessions, and how to take everything away or leave. */
export function accountRoutes(
  { db, sessions, config }: House,
  { exports, erasers, panels = [] }: Rooms,
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const { accounts } = sessions;
  const panelsFor = (actor: Actor) => Promise.all(panels.map((panel) => panel(db, actor)));

  app.get('/', async (c) => {
    const current = await here(c, sessions);
    const person = await people.byId(db, c.var.actor.id ?? '');
    const addresses = await emails.list(db, person.id);
    const ways = await overview(sessions, current);
    const said = c.req.query('said');
    const page = (
      <AccountPage
        form={emptyForm}
        person={person}
        emails={addresses}
        ways={ways}
        current={current}
        said={said}
        panels={await panelsFor(c.var.actor)}
      />
    );
    return c.render(page, { title: t('Your account'), elements: ['passkey'] });
  });

  app.post('/emails', async (c) => {
    const current = await here(c, sessions);
    const person = await people.byId(db, c.var.actor.id ?? '');
    const again = async (form: Form) => (
      <AccountPage
        form={form}
        person={person}
        emails={await emails.list(db, person.id)}
        ways={await overview(sessions, current)}
        current={current}
        panels={await panelsFor(c.var.actor)}
      />
    );
    return submit(c, NewEmailInput, { title: t('Your account'), again }, async ({ email }) => {
      await limit(db, 'account.email', person.id, c.var.actor.at);
      const { 'community.name': community } = await settings.read(db);
      await emails.propose(db, { person, email, url: config.url, community }, c.var.actor);
      return c.redirect('/account?said=letter', 303);
    });
  });

  app.put('/emails/:id/primary', async (c) => {
    const person = await people.byId(db, c.var.actor.id ?? '');
    await emails.makePrimary(db, person, c.req.param('id'), accounts.moveTo, c.var.actor);
    return c.redirect('/account#addresses', 303);
  });

  app.delete('/emails/:id', async (c) => {
    const person = await people.byId(db, c.var.actor.id ?? '');
    await emails.remove(db, person, c.req.param('id'), c.var.actor);
    return c.redirect('/account#addresses', 303);
  });

  app.delete('/sessions', async (c) => {
    await accounts.endOthers(await here(c, sessions));
    return c.redirect('/account#sessions', 303);
  });

  app.delete('/sessions/:id', async (c) => {
    const current = await here(c, sessions);
    if (!(await accounts.endSession(current.accountId, c.req.param('id')))) throw new NotFound();
    return c.redirect(c.req.param('id') === current.sessionId ? '/' : '/account#sessions', 303);
  });

  app.get('/data', async (c) => {
    const current = await here(c, sessions);
    const person = await people.byId(db, c.var.actor.id ?? '');
    const account = async () => ({ email: current.email, ...(await overview(sessions, current)) });
    const everything = await takeAway(db, person, { account, ...exports }, c.var.actor);
    c.header('Content-Disposition', 'attachment; filename="about-me.json"');
    return c.body(JSON.stringify(everything, null, 2), 200, { 'Content-Type': 'application/json; charset=utf-8' });
  });

  app.get('/deletion', (c) => c.render(<DeletionPage form={emptyForm} />, { title: t('Delete your account') }));

  app.delete('/', (c) =>
    submit(
      c,
      DeletionInput,
      { title: t('Delete your account'), again: (form) => <DeletionPage form={form} /> },
      async () => {
        const person = await people.byId(db, c.var.actor.id ?? '');
        await erase(db, person, [...erasers, accounts.erase], c.var.actor);
        c.header('Set-Cookie', await sessions.end(c.req.raw.headers), { append: true });
        return c.redirect('/farewell', 303);
      },
    ),
  );

  return app;
}

/** A page for those who have left. */
export function farewellRoutes(): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  app.get('/', (c) => c.render(<FarewellPage />, { title: t('Your account is deleted'), unlisted: true }));
  return app;
}
