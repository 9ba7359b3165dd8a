import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { allow } from './policy.ts';
import * as reports from './reports.ts';
import { Desk } from './views/desk.tsx';
import { ReportForm, ReportThanks } from './views/report-form.tsx';

const ReportInput = z.object({
  address: z
    .string({ error: () => t('Which page is it about? Copy its address.') })
    .trim()
    .max(500, { error: () => t('That address is too long.') })
    .transform((address) => address.replace(/^https?:\/\/[^/]+/, '') || '/')
    .refine((address) => /^\/([^/\\]|$)/.test(address), {
      error: () => t('Give the address of a page here, such as /work/…'),
    }),
  reason: z.enum(reports.REASONS, { error: () => t('Choose what is wrong with it.') }),
  details: z
    .string()
    .trim()
    .max(4000, { error: () => t('Please keep this under 4,000 characters.') })
    .default(''),
  email: z
    .email({ error: () => t('Type your e-mail address in full, or leave it empty.') })
    .nullable()
    .default(null),
  website: z.string().optional(), // people do not see this field; machines fill it in
});

const ResolutionInput = z.object({
  outcome: z.enum(reports.OUTCOMES, { error: () => t('Choose what was decided.') }),
  explanation: z
    .string({ error: () => t('Say why, for whoever reported it.') })
    .trim()
    .min(3, { error: () => t('Say why, for whoever reported it.') })
    .max(2000),
});

/** What else waits for a moderator, from rooms below. */
export type Waiting = (db: Db, actor: Actor) => Promise<Child>;

export function routes({ db }: House, { waiting = [] }: { waiting?: Waiting[] } = {}): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/report', (c) =>
    c.render(<ReportForm form={filled({ address: c.req.query('address') })} />, {
      title: t('Report a concern'),
      unlisted: true,
    }),
  );

  app.post('/report', async (c) => {
    const page = { title: t('Report a concern'), again: (form: Form) => <ReportForm form={form} /> };
    return submit(c, ReportInput, page, async ({ website, ...report }) => {
      if (!website) await reports.file(db, report, c.var.actor);
      return c.render(<ReportThanks answered={report.email !== null || c.var.actor.id !== null} />, {
        title: t('Thank you'),
      });
    });
  });

  app.get('/moderation', async (c) => c.render(await desk(c.var.actor), { title: t('Moderation') }));

  app.put('/moderation/reports/:report/resolution', async (c) => {
    const { actor } = c.var;
    allow(actor, 'moderate', {});
    const short = c.req.param('report');
    const page = { title: t('Moderation'), again: (form: Form) => desk(actor, { short, form }) };
    return submit(c, ResolutionInput, page, async (resolution) => {
      await reports.resolve(db, short, resolution, actor);
      return c.redirect('/moderation', 303);
    });
  });

  return app;

  async function desk(actor: Actor, failed?: { short: string; form: Form }) {
    const listed = await reports.list(db, actor);
    return <Desk {...listed} failed={failed} others={await Promise.all(waiting.map((panel) => panel(db, actor)))} />;
  }
}
