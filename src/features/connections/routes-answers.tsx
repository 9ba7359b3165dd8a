import { Hono } from 'hono';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { ErrorSummary } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as answers from './answers.ts';
import { AnswerInput } from './input.ts';
import { AnswerPage } from './views/answer.tsx';

/** How was it? By the link of a letter, without signing in. Opening it answers nothing: a button does. */
export function answerRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/:token', async (c) => {
    const token = c.req.param('token');
    const asked = await answers.opened(db, token, c.var.actor.at);
    const form = filled({ answer: asked.answer, words: asked.words });
    return c.render(<AnswerPage asked={asked} token={token} form={form} />, {
      title: t('How was it?'),
      unlisted: true,
    });
  });

  app.put('/:token', async (c) => {
    const token = c.req.param('token');
    const asked = await answers.opened(db, token, c.var.actor.at);
    const again = (form: Form) => (
      <>
        <ErrorSummary form={form} />
        <AnswerPage asked={asked} token={token} form={form} />
      </>
    );
    return submit(c, AnswerInput, { title: t('How was it?'), again }, async (given) => {
      await answers.give(db, token, given, c.var.actor);
      return c.redirect(`/introductions/answers/${token}`, 303);
    });
  });

  return app;
}
