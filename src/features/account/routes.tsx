import { Hono } from 'hono';
import { emails } from '#features/people/index.ts';
import { emptyForm, filled } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as letters from './letters.ts';
import { accountRoutes, farewellRoutes, type Rooms } from './routes-account.tsx';
import { signedInOnly, unkept } from './routes-here.tsx';
import { securityRoutes } from './routes-security.tsx';
import { signInRoutes } from './routes-sign-in.tsx';
import { AddressAddedPage, ConfirmAddressPage } from './views/addresses.tsx';
import { SpentLinkPage } from './views/on-the-way.tsx';

/** Signing in and out, and your account. Mounted at the root. */
export function routes(house: House, rooms: Rooms): Hono<HouseEnv> {
  const { db, sessions, config } = house;
  const app = new Hono<HouseEnv>();

  for (const path of ['/sign-in/*', '/account/*']) app.use(path, unkept);
  app.route('/sign-in', signInRoutes(house));
  app.route('/farewell', farewellRoutes());

  app.delete('/session', async (c) => {
    // On a shared computer the next person finds nothing: whatever this browser has kept of ours goes too.
    if ((await sessions.current(c.req.raw.headers))?.shared)
      c.header('Clear-Site-Data', '"cache", "cookies", "storage"');
    c.header('Set-Cookie', await sessions.end(c.req.raw.headers), { append: true });
    return c.redirect('/', 303);
  });

  // A link from a letter may be opened on a device where nobody has signed in: it is reached before the rest of /account.
  app.get('/account/emails/confirmation', async (c) => {
    const { token = '' } = c.req.query();
    const proposed = await emails.proposed(db, token, c.var.actor.at);
    if (!proposed) {
      c.status(410);
      return c.render(<SpentLinkPage form={emptyForm} />, { title: t('This link has been used or has run out') });
    }
    const page = <ConfirmAddressPage form={filled({ token })} email={proposed.email} name={proposed.person.name} />;
    return c.render(page, { title: t('Confirm this address'), unlisted: true });
  });

  app.post('/account/emails/confirmation', async (c) => {
    const token = String((await c.req.parseBody()).token ?? '');
    const { person, email } = await emails.confirm(db, token, c.var.actor);
    const primary = (await emails.list(db, person.id)).find(({ isPrimary }) => isPrimary)?.email;
    const what = t('The address {email} was added to your account. Letters to it can sign you in.', { email });
    if (primary) await letters.warn(db, primary, what, config.url, c.var.actor);
    return c.render(<AddressAddedPage email={email} />, { title: t('Address confirmed') });
  });

  app.use('/account/*', signedInOnly);
  app.route('/account', accountRoutes(house, rooms));
  app.route('/account', securityRoutes(house));
  return app;
}
