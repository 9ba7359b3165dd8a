import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { people } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as blocks from './blocks.ts';
import * as messages from './messages.ts';
import { allow } from './policy.ts';
import { AnswerPage, ReportedPage } from './views/answer.tsx';
import { OwnPage } from './views/own.tsx';
import { NotTaking, WritePage } from './views/write.tsx';

/** Files a report about a page with the moderators, in the caller's transaction. */
export type Report = (
  db: Db,
  about: { address: string; details: string; email: string },
  actor: Actor,
) => Promise<unknown>;

const MessageInput = z.object({
  body: z
    .string({ error: () => t('Write a line or two first.') })
    .trim()
    .min(2, { error: () => t('Write a line or two first.') })
    .max(4000, { error: () => t('Please keep this under 4,000 characters.') }),
  share: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((ticked) => ticked === 'yes'),
});

const ReportInput = z.object({
  details: z
    .string()
    .max(2000, { error: () => t('Please keep this under 2,000 characters.') })
    .default(''),
});

const Done = z.enum(['answered', 'blocked', 'reported']).optional().catch(undefined);

/** Mount at the root: beside profiles, and `/messages`. */
export function routes({ db, config }: House, { report }: { report: Report }): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/people/:address/messages/new', async (c) => {
    const { actor } = c.var;
    const to = await found(c);
    allow(actor, 'write', to);
    const page = (await blocks.isOpen(db, to, actor)) ? <WritePage to={to} form={emptyForm} /> : <NotTaking to={to} />;
    return c.render(page, { title: t('Write to {name}', { name: to.name }), unlisted: true });
  });

  app.post('/people/:address/messages', async (c) => {
    const { actor } = c.var;
    const to = await found(c);
    allow(actor, 'write', to);
    const again = (form: Form) => <WritePage to={to} form={form} />;
    return submit(c, MessageInput, { title: t('Write to {name}', { name: to.name }), again }, async (written) => {
      await messages.write(db, to, written, config.url, actor);
      return c.redirect(`/people/${to.address}?written`, 303);
    });
  });

  app.put('/people/:address/block', async (c) => {
    await blocks.block(db, await found(c), c.var.actor);
    return c.redirect('/messages', 303);
  });

  app.delete('/people/:address/block', async (c) => {
    await blocks.unblock(db, await found(c), c.var.actor);
    return c.redirect('/messages', 303);
  });

  app.get('/messages', async (c) => {
    const { actor } = c.var;
    const blocked = await blocks.blocked(db, actor);
    const closed = await blocks.isClosed(db, actor.id ?? '');
    return c.render(<OwnPage closed={closed} blocked={blocked} />, {
      title: t('Who may write to you'),
      unlisted: true,
    });
  });

  app.put('/messages/closure', async (c) => {
    await blocks.close(db, c.var.actor);
    return c.redirect('/messages', 303);
  });

  app.delete('/messages/closure', async (c) => {
    await blocks.open(db, c.var.actor);
    return c.redirect('/messages', 303);
  });

  app.get('/messages/reported/:short', async (c) => {
    const message = await messages.reported(db, c.req.param('short'), c.var.actor);
    return c.render(<ReportedPage message={message} />, { title: t('A message that was reported'), unlisted: true });
  });

  app.get('/messages/answers/:token', async (c) => {
    const { message, token } = await opened(c);
    const done = Done.parse(c.req.query('done'));
    return c.render(<AnswerPage {...{ message, token, done }} form={emptyForm} />, {
      title: t('A message from {name}', { name: message.from.name }),
      unlisted: true,
    });
  });

  app.post('/messages/answers/:token', async (c) => {
    const { message, token, reader } = await opened(c);
    const again = (form: Form) => <AnswerPage {...{ message, token, form }} />;
    return submit(c, MessageInput, { title: t('Your answer'), again }, async (written) => {
      await messages.answer(db, message, written, config.url, reader);
      return c.redirect(`/messages/answers/${token}?done=answered`, 303);
    });
  });

  app.put('/messages/answers/:token/block', async (c) => {
    const { message, token, reader } = await opened(c);
    await blocks.block(db, message.from, reader);
    return c.redirect(`/messages/answers/${token}?done=blocked`, 303);
  });

  app.post('/messages/answers/:token/report', async (c) => {
    const { message, token, reader } = await opened(c);
    const again = (form: Form) => <AnswerPage {...{ message, token, form }} />;
    return submit(c, ReportInput, { title: t('Show it to the moderators'), again }, async ({ details }) => {
      const about = { address: `/messages/reported/${message.short}`, details, email: reader.email ?? '' };
      await messages.report(db, message, (trx) => report(trx, about, reader), reader);
      return c.redirect(`/messages/answers/${token}?done=reported`, 303);
    });
  });

  return app;

  function found(c: Context<HouseEnv>): Promise<people.Person> {
    return people.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
  }

  /** The message of a letter's link; whoever opens it acts as the person to whom the letter was sent. */
  async function opened(c: Context<HouseEnv>) {
    const token = c.req.param('token') ?? '';
    const { at } = c.var.actor;
    const { message, email } = await messages.opened(db, token, at);
    const reader: Actor = { id: message.to.id, name: message.to.name, email, roles: [], at };
    return { message, token, reader };
  }
}
