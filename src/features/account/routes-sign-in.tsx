import { type Context, Hono } from 'hono';
import { Invalid } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { limitFrom, networkOf } from '#kernel/web/client.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { returnPath } from '#kernel/web/return-path.ts';
import { t } from '#kernel/words.ts';
import { arrive } from './arrival.ts';
import {
  CodeInput,
  LetterInput,
  LinkInput,
  NameInput,
  PasskeyInput,
  PasswordSignInInput,
  SecondFactorInput,
} from './inputs.ts';
import * as letters from './letters.ts';
import { stepsOf } from './routes-steps.tsx';
import { CodePage, LinkPage, NamePage, SecondFactorPage, SpentLinkPage } from './views/on-the-way.tsx';
import { PasswordPage, SignInPage } from './views/sign-in.tsx';

/** The pages of signing in. Each works without JavaScript; the passkey button is an extra. */
export function signInRoutes(house: House): Hono<HouseEnv> {
  const { db, config, sessions } = house;
  const { asked, goOn, home, limitTries, remember, visit } = stepsOf(house);
  const app = new Hono<HouseEnv>();
  const organisation = sessions.organisation?.name ?? null;
  const title = () => t('Sign in');
  const page = () => ({ title: title(), unlisted: true, elements: ['passkey'] });

  app.get('/', async (c) => {
    const next = returnPath(c.req.query('next'));
    if (c.var.actor.id && c.req.query('again') !== 'yes') return c.redirect(next, 303);
    const said = c.req.query('said') === 'organisation' ? { errors: { form: organisationSaid() } } : {};
    const form = { ...filled({ next, email: (await asked(c)).email }), ...said };
    return c.render(<SignInPage form={form} organisation={organisation} />, page());
  });

  app.post('/', (c) =>
    submit(
      c,
      LetterInput,
      { title: title(), again: (form) => <SignInPage form={form} organisation={organisation} /> },
      async ({ email, shared, next }) => {
        await limitFrom(c, house, 'sign-in.letter.from');
        const errand = { url: config.url, next: returnPath(next), shared };
        await letters.send(db, sessions, email, errand, c.var.actor);
        await remember(c, { email, next: errand.next, shared });
        return c.redirect('/sign-in/code', 303);
      },
    ),
  );

  app.get('/code', async (c) => {
    const { email } = await asked(c);
    return c.render(<CodePage form={filled({ email })} sentTo={email} />, { title: t('Your letter'), unlisted: true });
  });

  app.post('/code', async (c) => {
    const before = await asked(c);
    const again = (form: Form) => <CodePage form={form} sentTo={before.email} />;
    return submit(c, CodeInput, { title: t('Your letter'), again }, async ({ email, code }) => {
      await limitTries(c, 'code', email);
      const entry = await sessions.ways.byCode(email, code, visit(c, before));
      if (!entry)
        throw new Invalid({
          code: t('This code does not fit, or has run out. After three tries only a new letter helps.'),
        });
      return goOn(c, entry, { ...before, email }, 'code');
    });
  });

  app.get('/link', async (c) => {
    const { token = '', shared, next } = c.req.query();
    if (!(await sessions.ways.linkOpens(token))) return spent(c);
    const form = filled({ token, next: returnPath(next), shared });
    return c.render(<LinkPage form={form} />, { title: title(), unlisted: true });
  });

  app.post('/link', (c) =>
    submit(c, LinkInput, { title: title(), again: (form) => <LinkPage form={form} /> }, async (given) => {
      await limitFrom(c, house, 'sign-in.link.from');
      const before = { next: returnPath(given.next), shared: given.shared };
      const entry = await sessions.ways.byLink(given.token, visit(c, before));
      return entry ? goOn(c, entry, before, 'link') : spent(c);
    }),
  );

  app.get('/password', async (c) => {
    const { email, next } = await asked(c);
    const form = filled({ email, next: returnPath(c.req.query('next'), next) });
    return c.render(<PasswordPage form={form} />, page());
  });

  app.post('/password', (c) =>
    submit(c, PasswordSignInInput, { title: title(), again: (form) => <PasswordPage form={form} /> }, async (given) => {
      await limitTries(c, 'password', given.email);
      const before = { email: given.email, next: returnPath(given.next), shared: given.shared };
      const entry = await sessions.ways.byPassword(given.email, given.password, visit(c, before));
      if (!entry)
        throw new Invalid({
          password: t('This address and password do not fit together. You can always sign in by a letter instead.'),
        });
      return goOn(c, entry, before, 'password');
    }),
  );

  app.get('/second-factor', (c) => c.render(<SecondFactorPage form={emptyForm} />, { title: t('One more step') }));

  app.post('/second-factor', async (c) => {
    const before = await asked(c);
    const again = (form: Form) => <SecondFactorPage form={form} />;
    return submit(c, SecondFactorInput, { title: t('One more step'), again }, async ({ code }) => {
      await limitTries(c, 'second', before.email ?? networkOf(c, config.proxies));
      const way = before.way ?? 'link';
      const entry = await sessions.ways.bySecondFactor(code, way, visit(c, before));
      if (!entry)
        throw new Invalid({
          code: t('This code does not fit. Wait for the next one in your app, or start again from the sign-in page.'),
        });
      return goOn(c, entry, before, way);
    });
  });

  app.get('/name', async (c) => {
    const current = await sessions.current(c.req.raw.headers);
    if (!current || current.personId) return c.redirect('/sign-in', 303);
    return c.render(<NamePage form={emptyForm} email={current.email} />, { title: t('Welcome'), unlisted: true });
  });

  app.post('/name', async (c) => {
    const current = await sessions.current(c.req.raw.headers);
    if (!current || current.personId) return c.redirect('/sign-in', 303);
    const again = (form: Form) => <NamePage form={form} email={current.email} />;
    return submit(c, NameInput, { title: t('Welcome'), again }, async ({ name }) => {
      await arrive(db, sessions, current, name, c.var.actor);
      return home(c, await asked(c));
    });
  });

  app.get('/passkey', async () => sessions.ways.passkeyQuestion());

  app.post('/passkey', async (c) => {
    await limitFrom(c, house, 'sign-in.passkey.from');
    const { data: answer } = PasskeyInput.safeParse(await c.req.json().catch(() => null));
    const before = { next: returnPath(answer?.next), shared: answer?.shared ?? false };
    const entry = answer && (await sessions.ways.byPasskey(answer.response, visit(c, before)));
    if (!entry) return c.json({ sentence: t('This passkey is not known here. Please sign in by a letter.') }, 422);
    const onward = await goOn(c, entry, before, 'passkey');
    return c.json({ to: onward.headers.get('location') });
  });

  app.get('/organisation', async (c) => {
    const out = await sessions.organisation?.leave();
    if (!sessions.organisation) return c.notFound();
    if (!out) return c.redirect('/sign-in?said=organisation', 303);
    for (const line of out.cookies) c.header('Set-Cookie', line, { append: true });
    await remember(c, { next: returnPath(c.req.query('next')), shared: c.req.query('shared') === 'yes' });
    return c.redirect(out.address, 303);
  });

  app.get('/organisation/return', async (c) => {
    if (!sessions.organisation) return c.notFound();
    const before = await asked(c);
    const entry = await sessions.organisation.arrive(c.req.query(), visit(c, before));
    return entry ? goOn(c, entry, before, 'organisation') : c.redirect('/sign-in?said=organisation', 303);
  });

  return app;

  function spent(c: Context<HouseEnv>): Response | Promise<Response> {
    c.status(410);
    return c.render(<SpentLinkPage form={emptyForm} />, {
      title: t('This link has been used or has run out'),
      unlisted: true,
    });
  }
}

function organisationSaid(): string {
  return t(
    'Your organisation did not let you in, or has not confirmed your e-mail address. You can sign in by a letter.',
  );
}
