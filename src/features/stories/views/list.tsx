import type { Form } from '#kernel/forms.ts';
import { readingMinutes, richText } from '#kernel/prose/index.ts';
import { Button, ButtonLink, Empty, PageHead, Pagination, Tag, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { PAGE_SIZE, type Query, type Story } from '../finding.ts';
import { Author, When } from './byline.tsx';

export function StoryList({
  stories,
  total,
  drafts,
  query,
  form,
  writer,
}: {
  stories: Story[];
  total: number;
  drafts: Story[];
  query: Query;
  form: Form;
  writer: boolean;
}) {
  const address = (page: number) =>
    `/stories?${new URLSearchParams({ ...(query.words ? { words: query.words } : {}), page: String(page) })}`;
  return (
    <>
      <PageHead
        title={t('Stories')}
        lede={t('What people tried, what came of it, and what they would tell you over a cup of tea.')}
      >
        <p class="buttons">
          {writer && <ButtonLink href="/stories/new">{t('Write a story')}</ButtonLink>}
          <a href="/stories.atom">{t('Follow with a feed reader')}</a>
        </p>
      </PageHead>
      {drafts.length > 0 && <Drafts drafts={drafts} />}
      <form class="search" method="get" action="/stories">
        <TextField form={form} name="words" type="search" label={t('Words in a story')} />
        <Button>{t('Search')}</Button>
      </form>
      {query.words && (
        <p role="status">
          {t(
            '{total, plural, =0 {No story has these words.} one {One story has these words.} other {# stories have these words.}}',
            {
              total,
            },
          )}
        </p>
      )}
      {stories.length === 0 && (
        <Empty>
          <p>
            {query.words ? (
              <a href="/stories">{t('Read all stories')}</a>
            ) : (
              t('Nobody has told a story yet. Members can write the first.')
            )}
          </p>
        </Empty>
      )}
      {stories.length > 0 && (
        <ul class="story-list">
          {stories.map((story) => (
            <li>
              <StoryCard story={story} />
            </li>
          ))}
        </ul>
      )}
      <Pagination page={query.page ?? 1} pages={Math.ceil(total / PAGE_SIZE)} address={address} />
    </>
  );
}

/** A story in a list: enough to know whether to read it. */
export function StoryCard({ story }: { story: Story }) {
  return (
    <article class="story-card">
      {story.picture && (
        <img
          class="story-card-picture"
          src={`/stories/${story.address}/files/${story.picture.id}`}
          alt=""
          width={story.picture.width}
          height={story.picture.height}
          loading="lazy"
        />
      )}
      <div>
        <h2>
          <a href={`/stories/${story.address}`}>{story.title}</a>
        </h2>
        <p>{story.standfirst}</p>
        <p class="small">
          <Author author={story.author} /> · {story.publishedAt && <When at={story.publishedAt} />} ·{' '}
          {t('{minutes, plural, one {one minute} other {# minutes}} to read', {
            minutes: readingMinutes(richText(story.body)),
          })}
          {story.comments > 0 && (
            <> · {t('{count, plural, one {one comment} other {# comments}}', { count: story.comments })}</>
          )}
        </p>
      </div>
    </article>
  );
}

function Drafts({ drafts }: { drafts: Story[] }) {
  return (
    <section class="story-drafts" aria-labelledby="drafts">
      <h2 id="drafts">{t('Drafts')}</h2>
      <ul>
        {drafts.map((story) => (
          <li>
            <a href={`/stories/${story.address}`}>{story.title}</a> <Tag tone="heather">{t('Draft')}</Tag>{' '}
            <span class="small">
              <Author author={story.author} />, <When at={story.changedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
