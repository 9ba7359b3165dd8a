import { Hono } from 'hono';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { AppCodeInput, NewPasskeyInput, PasswordInput, TwoFactorInput } from './inputs.ts';
import { here } from './routes-here.tsx';
import * as security from './security.ts';
import { ChoosePasswordPage } from './views/password.tsx';
import { BackupCodesPage, SetUpPage, TwoFactorPage } from './views/two-factor.tsx';

/** How somebody signs in: password, two-step sign-in, passkeys. */
export function securityRoutes({ db, sessions, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const place = { sessions, url: config.url };
  const { accounts } = sessions;

  app.get('/password', async (c) => {
    const current = await here(c, sessions);
    const hasPassword = await accounts.hasPassword(current.accountId);
    return c.render(<ChoosePasswordPage form={emptyForm} hasPassword={hasPassword} current={current} />, {
      title: t('Your password'),
    });
  });

  app.put('/password', async (c) => {
    const current = await here(c, sessions);
    const hasPassword = await accounts.hasPassword(current.accountId);
    const again = (form: Form) => <ChoosePasswordPage form={form} hasPassword={hasPassword} current={current} />;
    return submit(c, PasswordInput, { title: t('Your password'), again }, async (chosen) => {
      await security.choosePassword(db, place, current, chosen, c.var.actor);
      return c.redirect('/account?said=password', 303);
    });
  });

  app.get('/two-factor', async (c) => {
    const current = await here(c, sessions);
    const setUp = current.twoFactor ? null : await accounts.twoFactorSetUp(current);
    const hasPassword = await accounts.hasPassword(current.accountId);
    const page = setUp ? (
      <SetUpPage form={emptyForm} setUp={setUp} />
    ) : (
      <TwoFactorPage form={emptyForm} current={current} hasPassword={hasPassword} />
    );
    return c.render(page, { title: t('Two-step sign-in') });
  });

  app.post('/two-factor', async (c) => {
    const current = await here(c, sessions);
    const again = (form: Form) => <TwoFactorPage form={form} current={current} hasPassword />;
    return submit(c, TwoFactorInput, { title: t('Two-step sign-in'), again }, async ({ password }) => {
      await security.beginTwoFactor(db, place, { headers: c.req.raw.headers, current, password }, c.var.actor);
      return c.redirect('/account/two-factor', 303);
    });
  });

  app.put('/two-factor', async (c) => {
    const current = await here(c, sessions);
    const setUp = await accounts.twoFactorSetUp(current);
    if (!setUp) throw new NotFound();
    const again = (form: Form) => <SetUpPage form={form} setUp={setUp} />;
    return submit(c, AppCodeInput, { title: t('Two-step sign-in'), again }, async ({ code }) => {
      const change = { headers: c.req.raw.headers, current, code };
      const cookies = await security.confirmTwoFactor(db, place, change, c.var.actor);
      for (const line of cookies) c.header('Set-Cookie', line, { append: true });
      return c.redirect('/account/two-factor', 303);
    });
  });

  app.delete('/two-factor', async (c) => {
    const current = await here(c, sessions);
    const again = (form: Form) => <TwoFactorPage form={form} current={current} hasPassword />;
    return submit(c, TwoFactorInput, { title: t('Two-step sign-in'), again }, async ({ password }) => {
      const change = { headers: c.req.raw.headers, current, password };
      const cookies = await security.endTwoFactor(db, place, change, c.var.actor);
      for (const line of cookies) c.header('Set-Cookie', line, { append: true });
      return c.redirect('/account#signing-in', 303);
    });
  });

  app.patch('/two-factor', async (c) => {
    const current = await here(c, sessions);
    const again = (form: Form) => <TwoFactorPage form={form} current={current} hasPassword />;
    return submit(c, TwoFactorInput, { title: t('Two-step sign-in'), again }, async ({ password }) => {
      const change = { headers: c.req.raw.headers, current, password };
      const codes = await security.newBackupCodes(db, place, change, c.var.actor);
      return c.render(<BackupCodesPage codes={codes} />, { title: t('Your backup codes') });
    });
  });

  app.get('/passkeys/question', async (c) => {
    await here(c, sessions);
    return accounts.passkeyQuestion(c.req.raw.headers);
  });

  app.post('/passkeys', async (c) => {
    await here(c, sessions);
    const { data: answer } = NewPasskeyInput.safeParse(await c.req.json().catch(() => null));
    const added = answer && (await accounts.addPasskey(c.req.raw.headers, answer.response, answer.name));
    return added
      ? c.json({ to: '/account?said=passkey' })
      : c.json({ sentence: t('That did not work. Sign in once more, then try again.') }, 422);
  });

  app.delete('/passkeys/:id', async (c) => {
    const { accountId } = await here(c, sessions);
    if (!(await accounts.removePasskey(accountId, c.req.param('id')))) throw new NotFound();
    return c.redirect('/account#passkeys', 303);
  });

  return app;
}
