import type { Context } from 'hono';
import { emptyForm, type Form } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { richText } from '#kernel/prose/index.ts';
import * as settings from '#kernel/settings.ts';
import { type Child, ErrorSummary } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import * as comments from './comments/comments.ts';
import { may } from './policy.ts';
import type { Story } from './stories.ts';
import * as stories from './stories.ts';
import { structuredData } from './structured-data.ts';
import { StoryPage } from './views/page.tsx';
import { shown, type WorkDoor } from './works.ts';

type Options = { works?: WorkDoor };

/** The page of a story, as an answer. */
export async function pageOf(c: Context<HouseEnv>, house: House, story: Story, options: Options): Promise<Response> {
  const community = await settings.current(house.db, c.var.actor.at);
  const about = { url: house.config.url, community: community['community.name'] };
  return c.render(await contentOf(c, house, story, options, emptyForm), {
    title: story.title,
    description: story.standfirst,
    ...(story.publishedAt ? { data: structuredData(story, richText(story.body), about) } : { unlisted: true }),
  });
}

/** What is on it; with a form that cannot be accepted, the same page again. */
export async function contentOf(
  c: Context<HouseEnv>,
  { db }: House,
  story: Story,
  { works }: Options,
  form: Form,
): Promise<Child> {
  const { actor } = c.var;
  const [threads, told] = await Promise.all([
    comments.of(db, story, actor),
    stories.worksOf(db, story).then((ids) => shown(db, ids, works, actor)),
  ]);
  const asked = c.req.query('answer');
  const answering = threads.flatMap((thread) => [thread, ...thread.replies]).find(({ short }) => short === asked);
  const said = c.req.query('said');
  return (
    <>
      <ErrorSummary form={form} />
      <StoryPage
        story={story}
        prose={richText(story.body)}
        works={told}
        rights={{
          revise: may(actor, 'revise', story),
          publish: may(actor, 'publish', {}),
          discard: story.publishedAt === null && may(actor, 'discard', story),
          close: may(actor, 'close comments', story),
        }}
        threads={threads}
        form={form}
        reader={actor.id}
        answering={answering?.state === 'approved' ? answering : null}
        said={said === 'waiting' || said === 'unconfirmed' ? said : undefined}
      />
    </>
  );
}
