import { type Context, Hono } from 'hono';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import { limitFrom } from '#kernel/web/client.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as comments from './comments/comments.ts';
import * as decisions from './comments/decisions.ts';
import { withdraw } from './comments/withdrawals.ts';
import { CommentInput, RefusalInput, StrangerCommentInput } from './input.ts';
import { allow } from './policy.ts';
import { contentOf } from './routes-page.tsx';
import * as stories from './stories.ts';
import { Moderate } from './views/moderate.tsx';
import type { WorkDoor } from './works.ts';

/** What people say below a story, and what moderators decide about it. */
export function commentRoutes(house: House, options: { works?: WorkDoor }): Hono<HouseEnv> {
  const { db, config } = house;
  const app = new Hono<HouseEnv>().basePath('/stories/:address/comments');
  const findStory = (c: Context<HouseEnv>) =>
    stories.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
  const find = async (c: Context<HouseEnv>) => {
    const story = await findStory(c);
    return { story, comment: await comments.find(db, story, c.req.param('id') ?? '', c.var.actor) };
  };

  app.post('/', async (c) => {
    const { actor } = c.var;
    const story = await findStory(c);
    comments.requireOpen(story);
    const schema = actor.id ? CommentInput : StrangerCommentInput;
    const page = { title: story.title, again: (form: Form) => contentOf(c, house, story, options, form) };
    return submit(c, schema, page, async (said) => {
      await limitFrom(c, house, 'comment.from');
      const trapped = said['leave-empty'] !== '';
      const state = trapped ? 'unconfirmed' : await comments.write(db, story, said, config.url, actor);
      return c.redirect(`/stories/${story.address}?said=${state}#comments`, 303);
    });
  });

  app.delete('/:id', async (c) => {
    const { story, comment } = await find(c);
    await withdraw(db, comment, c.var.actor);
    return c.redirect(`/stories/${story.address}#comments`, 303);
  });

  app.get('/:id', async (c) => {
    const { story, comment } = await find(c);
    allow(c.var.actor, 'moderate', {});
    const title = t('A comment on “{title}”', { title: story.title });
    return c.render(<Moderate story={story} comment={comment} form={emptyForm} />, { title });
  });

  app.put('/:id/approval', async (c) => {
    const { story, comment } = await find(c);
    await decisions.approve(db, story, comment, config.url, c.var.actor);
    return c.redirect('/moderation', 303);
  });

  app.delete('/:id/approval', async (c) => {
    const { comment } = await find(c);
    await decisions.unapprove(db, comment, c.var.actor);
    return c.redirect('/moderation', 303);
  });

  app.put('/:id/refusal', async (c) => {
    const { actor } = c.var;
    const { story, comment } = await find(c);
    allow(actor, 'moderate', {});
    const title = t('A comment on “{title}”', { title: story.title });
    const again = (form: Form) => <Moderate story={story} comment={comment} form={form} />;
    return submit(c, RefusalInput, { title, again }, async ({ reason }) => {
      await decisions.refuse(db, story, comment, { reason, url: config.url }, actor);
      return c.redirect('/moderation', 303);
    });
  });

  app.delete('/:id/refusal', async (c) => {
    const { comment } = await find(c);
    await decisions.unrefuse(db, comment, c.var.actor);
    return c.redirect('/moderation', 303);
  });

  return app;
}
