import { Hono } from 'hono';
import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { emptyForm, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as community from './community.ts';
import { FoundingForm } from './views/founding-form.tsx';

const FoundingInput = z.object({
  community: z
    .string({ error: () => t('Give your community a name.') })
    .max(80, { error: () => t('Please keep the name under 80 characters.') }),
  strapline: z
    .string()
    .max(120, { error: () => t('Please keep this under 120 characters.') })
    .default(''),
  name: z
    .string({ error: () => t('Tell us your name.') })
    .max(120, { error: () => t('Please keep your name under 120 characters.') }),
  email: z.email({ error: () => t('Type your e-mail address in full, such as name@example.org.') }),
  country: z.enum(COUNTRIES, { error: () => t('Choose the country where you work.') }),
});

/** The first run: whoever holds the link from the terminal names the community and becomes its first steward. */
export function routes({ db, sessions }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/:token', async (c) => {
    await community.check(db, c.req.param('token'), c.var.actor.at);
    return c.render(<FoundingForm token={c.req.param('token')} form={emptyForm} />, {
      title: t('Set up your community'),
      unlisted: true,
    });
  });

  app.post('/:token', async (c) => {
    const token = c.req.param('token');
    const link = await community.check(db, token, c.var.actor.at);
    const page = {
      title: t('Set up your community'),
      again: (form: typeof emptyForm) => <FoundingForm token={token} form={form} />,
    };
    return submit(c, FoundingInput, page, async (founding) => {
      const steward = await community.found(db, link, founding, c.var.actor.at);
      c.header('Set-Cookie', await sessions.beginHere(steward, 'link'));
      return c.redirect('/steward', 303);
    });
  });

  return app;
}
