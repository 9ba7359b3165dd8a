import { Hono } from 'hono';
import { z } from 'zod';
import { type Actor, ROLES } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import * as jobs from '#kernel/jobs.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as community from './community.ts';
import { allow } from './policy.ts';
import { StewardPage } from './views/steward.tsx';

const whole = (low: number, high: number) =>
  z.coerce
    .number({ error: () => t('Give a whole number from {low} to {high}.', { low, high }) })
    .int({ error: () => t('Give a whole number from {low} to {high}.', { low, high }) })
    .min(low, { error: () => t('Give a whole number from {low} to {high}.', { low, high }) })
    .max(high, { error: () => t('Give a whole number from {low} to {high}.', { low, high }) });

const SettingsInput = z.object({
  name: z
    .string({ error: () => t('Give your community a name.') })
    .trim()
    .min(1, { error: () => t('Give your community a name.') })
    .max(80, { error: () => t('Please keep the name under 80 characters.') }),
  strapline: z
    .string()
    .trim()
    .max(120, { error: () => t('Please keep this under 120 characters.') })
    .default(''),
  assessments: whole(1, 5),
  promiseDays: whole(1, 365),
});

const AppointmentInput = z.object({
  email: z.email({ error: () => t('Type the e-mail address in full.') }),
  role: z.enum(ROLES, { error: () => t('Choose a role.') }).exclude(['member'], { error: () => t('Choose a role.') }),
  country: z
    .enum(COUNTRIES, { error: () => t('Choose a country from the list.') })
    .nullable()
    .default(null),
});

const Place = z.object({ person: z.uuid(), role: z.enum(ROLES), country: z.enum([...COUNTRIES, 'all']) });

/** The steward's page: the first steps, settings, roles, and jobs that failed for good. */
export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    allow(c.var.actor, 'steward', {});
    return c.render(await page(), { title: t('Looking after the community') });
  });

  app.put('/settings', async (c) => {
    allow(c.var.actor, 'steward', {});
    return submit(
      c,
      SettingsInput,
      { title: t('Looking after the community'), again: (form) => page({ settings: form }) },
      async (wanted) => {
        await community.set(db, wanted, c.var.actor);
        return c.redirect('/steward', 303);
      },
    );
  });

  app.post('/roles', async (c) => {
    allow(c.var.actor, 'steward', {});
    return submit(
      c,
      AppointmentInput,
      { title: t('Looking after the community'), again: (form) => page({ roles: form }) },
      async (appointment) => {
        await community.appoint(db, appointment, c.var.actor);
        return c.redirect('/steward#roles', 303);
      },
    );
  });

  app.delete('/roles/:person/:role/:country', async (c) => {
    const actor: Actor = c.var.actor;
    allow(actor, 'steward', {});
    const place = Place.safeParse(c.req.param());
    if (!place.success) throw new NotFound();
    const { person, role, country } = place.data;
    await community.dismiss(db, person, { role, country: country === 'all' ? null : country }, actor);
    return c.redirect('/steward#roles', 303);
  });

  app.put('/jobs/:job{[0-9]{1,18}}', async (c) => {
    await community.retry(db, c.req.param('job'), c.var.actor);
    return c.redirect('/steward#jobs', 303);
  });

  return app;

  async function page(failed: { settings?: Form; roles?: Form } = {}) {
    const [now, steps, holders, letters] = await Promise.all([
      settings.read(db),
      community.steps(db),
      community.holders(db),
      jobs.deadLetters(db),
    ]);
    const stored = filled({
      name: now['community.name'],
      strapline: now['community.strapline'],
      assessments: now['membership.assessments'],
      promiseDays: now['membership.promise-days'],
    });
    return (
      <StewardPage
        steps={steps}
        settings={failed.settings ?? stored}
        roles={failed.roles ?? emptyForm}
        holders={holders}
        deadLetters={letters}
      />
    );
  }
}
