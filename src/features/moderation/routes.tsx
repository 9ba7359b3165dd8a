import { Hono } from 'hono';
import { z } from 'zod';
import { desk } from '#features/stories/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { limitFrom } from '#kernel/web/client.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';
import * as reports from './reports.ts';
import { Desk, type Waiting } from './views/desk.tsx';
import { ReportPage } from './views/report.tsx';
import { ReportForm, Thanks } from './views/report-form.tsx';
import { OUTCOMES, REASONS } from './words.ts';

/** What waits in another room, for a moderator. */
export type OtherDesk = (db: Db, actor: Actor) => Promise<Waiting>;

const ResolutionInput = z.object({
  outcome: z.enum(OUTCOMES, { error: () => t('Say what you have done about it.') }),
  explanation: z
    .string({ error: () => t('Explain it in a sentence: it may go to whoever reported it.') })
    .max(2000, { error: () => t('Please keep this under 2,000 characters.') }),
});

/** Mount at the root: `/report` for everybody, `/moderation` for moderators. */
export function routes(house: House, { desks = [] }: { desks?: OtherDesk[] } = {}): Hono<HouseEnv> {
  const { db, config } = house;
  const app = new Hono<HouseEnv>();
  const ReportInput = reportInput(config.url);

  app.get('/report', (c) => {
    const address = c.req.query('address')?.slice(0, 500) ?? '';
    return c.render(<ReportForm form={filled({ address })} email={c.var.actor.email} />, {
      title: t('Report a concern'),
      unlisted: true,
    });
  });

  app.post('/report', async (c) => {
    const { actor } = c.var;
    const again = (form: Form) => <ReportForm form={form} email={actor.email} />;
    return submit(c, ReportInput, { title: t('Report a concern'), again }, async (report) => {
      await limitFrom(c, house, 'report.from');
      if (report['leave-empty'] === '') await reports.file(db, report, config.url, actor);
      return c.redirect('/report/thanks', 303);
    });
  });

  app.get('/report/thanks', (c) => c.render(<Thanks />, { title: t('Thank you for telling us'), unlisted: true }));

  app.get('/moderation', async (c) => {
    const { actor } = c.var;
    allow(actor, 'moderate', {});
    const [waiting, decided, open, resolved, others] = await Promise.all([
      desk.waiting(db, actor),
      desk.decided(db, actor),
      reports.open(db, actor),
      reports.resolved(db, actor),
      Promise.all(desks.map((other) => other(db, actor))),
    ]);
    const found = { waiting, decided, open, resolved, others };
    return c.render(<Desk {...found} />, { title: t('The moderators’ desk') });
  });

  app.get('/moderation/reports/:id', async (c) => {
    const report = await reports.find(db, c.req.param('id'), c.var.actor);
    return c.render(<ReportPage report={report} form={emptyForm} />, { title: t('A report') });
  });

  app.put('/moderation/reports/:id/resolution', async (c) => {
    const { actor } = c.var;
    const report = await reports.find(db, c.req.param('id'), actor);
    const again = (form: Form) => <ReportPage report={report} form={form} />;
    return submit(c, ResolutionInput, { title: t('A report'), again }, async (resolution) => {
      await reports.resolve(db, report, resolution, config.url, actor);
      return c.redirect('/moderation', 303);
    });
  });

  app.delete('/moderation/reports/:id/resolution', async (c) => {
    const report = await reports.find(db, c.req.param('id'), c.var.actor);
    await reports.reopen(db, report, c.var.actor);
    return c.redirect(`/moderation/reports/${report.short}`, 303);
  });

  return app;
}

/** The address of a page in this house: whole, or from its first slash. */
function reportInput(url: string) {
  return z.object({
    address: z
      .string({ error: () => t('Tell us which page you mean.') })
      .max(500, { error: () => t('That address is too long. Please copy it from the top of your browser.') })
      .transform((address) => (address.startsWith(`${url}/`) ? address.slice(url.length) : address.trim()))
      .refine((address) => /^\/(?![/\\])[^\s\\]*$/.test(address), {
        error: () => t('That is not a page of ours. Its address begins with {url}/', { url }),
      }),
    reason: z.enum(REASONS, { error: () => t('Choose what is the matter.') }),
    details: z
      .string()
      .max(5000, { error: () => t('Please keep this under 5,000 characters.') })
      .default(''),
    email: z.email({ error: () => t('Type your e-mail address in full, such as name@example.org.') }).default(''),
    'leave-empty': z.string().default(''),
  });
}
