import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as works from '../works.ts';
import { ValueInput } from './input.ts';
import * as measures from './measures.ts';
import { allow } from './policy.ts';
import * as reminders from './reminders.ts';
import { OneReading, OneReadingThanks, ReminderPage } from './views/reminder-page.tsx';

const ReminderInput = z.object({ every: z.enum(reminders.EVERY, { error: () => t('Choose how often.') }) });

/** Letters that ask for the next reading, and the one field that they lead to. */
export function reminderRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const path = '/:address/measures/:measure/reminder';

  app.get('/readings/:token', async (c) => {
    const asked = await reminders.opened(db, c.req.param('token'), c.var.actor.at);
    return c.render(<OneReading asked={asked} token={c.req.param('token')} form={emptyForm} />, {
      title: t('One reading'),
      unlisted: true,
    });
  });

  app.put('/readings/:token', async (c) => {
    const token = c.req.param('token');
    const asked = await reminders.opened(db, token, c.var.actor.at);
    const again = (form: Form) => <OneReading asked={asked} token={token} form={form} />;
    return submit(c, ValueInput, { title: t('One reading'), again }, async ({ value }) => {
      await reminders.answer(db, asked, value);
      return c.render(<OneReadingThanks />, { title: t('Thank you'), unlisted: true });
    });
  });

  app.delete('/readings/:token', async (c) => {
    const { work, measure, actor } = await reminders.opened(db, c.req.param('token'), c.var.actor.at);
    await reminders.stop(db, work, measure, actor);
    return c.render(<OneReadingThanks stopped />, { title: t('No more letters'), unlisted: true });
  });

  app.get(path, async (c) => {
    const both = await findBoth(c);
    const reminder = await reminders.of(db, both.measure);
    const form = filled({ every: reminder?.every });
    return c.render(<ReminderPage {...both} reminder={reminder} form={form} />, { title: t('Remind me') });
  });

  app.put(path, async (c) => {
    const { work, measure } = await findBoth(c);
    const reminder = await reminders.of(db, measure);
    const again = (form: Form) => <ReminderPage work={work} measure={measure} reminder={reminder} form={form} />;
    return submit(c, ReminderInput, { title: t('Remind me'), again }, async ({ every }) => {
      await reminders.ask(db, work, measure, every, c.var.actor);
      return c.redirect(`/work/${work.address}/measures/${measure.short}/reminder`, 303);
    });
  });

  app.delete(path, async (c) => {
    const { work, measure } = await findBoth(c);
    await reminders.stop(db, work, measure, c.var.actor);
    return c.redirect(`/work/${work.address}/measures/${measure.short}/reminder`, 303);
  });

  return app;

  async function findBoth(c: Context<HouseEnv>) {
    const work = await works.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
    const measure = await measures.find(db, work, c.req.param('measure') ?? '', c.var.actor);
    allow(c.var.actor, 'measure', work);
    return { work, measure };
  }
}
