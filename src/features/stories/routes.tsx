import { type Context, Hono } from 'hono';
import { Invalid } from '#kernel/errors.ts';
import * as files from '#kernel/files/index.ts';
import { emptyForm, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as closures from './closures.ts';
import { feed } from './feed.ts';
import { ListQuery, StoryInput } from './input.ts';
import { allow, may } from './policy.ts';
import * as publications from './publications.ts';
import { commentRoutes } from './routes-comments.tsx';
import { mineRoutes } from './routes-mine.tsx';
import { pageOf } from './routes-page.tsx';
import * as stories from './stories.ts';
import { StoryForm } from './views/form.tsx';
import { StoryList } from './views/list.tsx';
import { idsIn, shown, type WorkDoor } from './works.ts';

const PICTURE = { kinds: ['image'], maxBytes: 8 * 1024 * 1024, field: 'picture' } as const;

/** Mount at the root: `/stories`, `/stories.atom`, and `/comments/TOKEN` for the links in letters. */
export function routes(house: House, { works }: { works?: WorkDoor } = {}): Hono<HouseEnv> {
  const { db, config, storage } = house;
  const app = new Hono<HouseEnv>();
  const find = (c: Context<HouseEnv>) => stories.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);

  app.get('/stories', async (c) => {
    const { actor } = c.var;
    const query = ListQuery.parse(c.req.query());
    const [found, drafts, community] = await Promise.all([
      stories.list(db, query, actor),
      actor.id ? stories.drafts(db, actor) : [],
      settings.current(db, actor.at),
    ]);
    const list = { ...found, drafts, query, form: filled(query), writer: may(actor, 'write', {}) };
    return c.render(<StoryList {...list} />, {
      title: t('Stories'),
      description: t('Stories of people who improve health and care: what they tried, and what came of it.'),
      feed: { href: '/stories.atom', title: t('Stories from {community}', { community: community['community.name'] }) },
    });
  });

  app.get('/stories.atom', async (c) => {
    const { actor } = c.var;
    const [found, community] = await Promise.all([stories.list(db, {}, actor), settings.current(db, actor.at)]);
    const about = { url: config.url, community: community['community.name'], at: actor.at };
    return c.body(feed(found.stories, about), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
  });

  app.get('/stories/new', (c) => {
    allow(c.var.actor, 'write', {});
    return c.render(<StoryForm form={emptyForm} />, { title: t('Write a story') });
  });

  app.post('/stories', async (c) => {
    const { actor } = c.var;
    allow(actor, 'write', {});
    const page = { title: t('Write a story'), again: (form: typeof emptyForm) => <StoryForm form={form} /> };
    return submit(c, StoryInput, page, async (typed, sent) => {
      const words = { ...typed, ...(await withWorks(typed, c)), picture: await pictureIn(sent, typed.alt, c) };
      const story = await stories.write(db, words, config.url, actor);
      return c.redirect(`/stories/${story.address}`, 303);
    });
  });

  app.get('/stories/:address', async (c) => {
    const story = await find(c);
    if (story.address !== c.req.param('address')) return c.redirect(`/stories/${story.address}`, 301);
    return pageOf(c, house, story, { works });
  });

  app.get('/stories/:address/edit', async (c) => {
    const story = await find(c);
    allow(c.var.actor, 'revise', story);
    const told = await shown(db, await stories.worksOf(db, story), works, c.var.actor);
    const lines = told.map(({ address }) => `${config.url}/work/${address}`).join('\n');
    const form = filled({ ...story, alt: story.picture?.alt, works: lines });
    return c.render(<StoryForm form={form} story={story} />, { title: t('Change your story') });
  });

  app.put('/stories/:address', async (c) => {
    const { actor } = c.var;
    const story = await find(c);
    allow(actor, 'revise', story);
    const again = (form: typeof emptyForm) => <StoryForm form={form} story={story} />;
    return submit(c, StoryInput, { title: t('Change your story'), again }, async (typed, sent) => {
      const words = { ...typed, ...(await withWorks(typed, c)), picture: await pictureIn(sent, typed.alt, c) };
      const changed = await stories.revise(db, story, words, actor);
      return c.redirect(`/stories/${changed.address}`, 303);
    });
  });

  app.delete('/stories/:address', async (c) => {
    await stories.discard(db, await find(c), c.var.actor);
    return c.redirect('/stories', 303);
  });

  app.put('/stories/:address/publication', async (c) => {
    const story = await find(c);
    await publications.publish(db, story, config.url, c.var.actor);
    return c.redirect(`/stories/${story.address}`, 303);
  });

  app.delete('/stories/:address/publication', async (c) => {
    const story = await find(c);
    await publications.unpublish(db, story, c.var.actor);
    return c.redirect('/stories', 303);
  });

  app.put('/stories/:address/closure', async (c) => {
    const story = await find(c);
    await closures.close(db, story, c.var.actor);
    return c.redirect(`/stories/${story.address}#comments`, 303);
  });

  app.delete('/stories/:address/closure', async (c) => {
    const story = await find(c);
    await closures.reopen(db, story, c.var.actor);
    return c.redirect(`/stories/${story.address}#comments`, 303);
  });

  app.get('/stories/:address/files/:id', async (c) => {
    const { picture, publishedAt } = await find(c);
    if (!picture || picture.id !== c.req.param('id')) return c.notFound();
    const file = await files.find(db, picture.id);
    return files.serve(storage, file, c.req.raw.headers, { shared: publishedAt !== null });
  });

  app.route('/', commentRoutes(house, { works }));
  app.route('/', mineRoutes(house));
  return app;

  async function withWorks(typed: { works: string }, c: Context<HouseEnv>) {
    return { works: await idsIn(db, typed.works, works, c.var.actor) };
  }

  /** Looks at the words first: a picture is not kept for a form that comes back. */
  async function pictureIn(sent: Record<string, File>, alt: string, c: Context<HouseEnv>) {
    if (!sent.picture) return null;
    if (alt === '')
      throw new Invalid({ alt: t('Say in a sentence what the picture shows, for those who cannot see it.') });
    return files.take(db, storage, sent.picture, PICTURE, c.var.actor);
  }
}
