import { type Context, Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as cases from './cases.ts';
import { WithdrawalInput } from './input.ts';
import { allow } from './policy.ts';
import * as versions from './versions.ts';
import { WithdrawalPage } from './views/withdrawal.tsx';
import * as withdrawals from './withdrawals.ts';

const BASE = '/:address/versions/:number/withdrawals';

/** Words and names taken out of what was published: for its authors and the stewards. */
export function withdrawalRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get(BASE, async (c) => {
    const found = await find(c);
    return c.render(await page(found, emptyForm, c.var.actor), { title: t('Withdraw'), unlisted: true });
  });

  app.post(BASE, async (c) => {
    const { actor } = c.var;
    const found = await find(c);
    const again = (form: Form) => page(found, form, actor);
    return submit(c, WithdrawalInput, { title: t('Withdraw'), again }, async ({ block, reason }) => {
      const { given, version, suffix } = found;
      await withdrawals.withdraw(db, given, { number: version.number, position: block, reason }, actor);
      return c.redirect(`/cases/${given.address}/versions/${version.number}${suffix}`, 303);
    });
  });

  return app;

  async function find(c: Context<HouseEnv>) {
    const key = c.req.query('key') ?? null;
    const number = c.req.param('number') ?? '';
    if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound();
    const given = await cases.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor, key);
    allow(c.var.actor, 'withdraw', given);
    const version = await versions.find(db, given, Number(number), c.var.actor, key);
    return { given, version, suffix: key === null ? '' : `?key=${encodeURIComponent(key)}` };
  }

  async function page({ given, version, suffix }: Awaited<ReturnType<typeof find>>, form: Form, actor: Actor) {
    const withdrawn = await withdrawals.of(db, given, version.number, actor);
    return <WithdrawalPage given={given} version={version} suffix={suffix} withdrawn={withdrawn} form={form} />;
  }
}
