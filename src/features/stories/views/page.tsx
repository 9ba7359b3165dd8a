import { type Prose as ProseText, readingMinutes } from '#kernel/prose/index.ts';
import { Button, ButtonLink, Notice, PageHead, PostForm, Prose, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Story } from '../finding.ts';
import type { LinkedWork } from '../works.ts';
import { Author, When } from './byline.tsx';
import { Comments, type CommentsProps } from './comments.tsx';

export type Rights = { revise: boolean; publish: boolean; discard: boolean; close: boolean };

/** One story with what its readers say. */
export function StoryPage({
  story,
  prose,
  works,
  rights,
  ...below
}: { story: Story; prose: ProseText; works: LinkedWork[]; rights: Rights } & Omit<CommentsProps, 'story'>) {
  return (
    <>
      <article class="story">
        <PageHead
          title={story.title}
          lede={story.standfirst}
          above={story.publishedAt ? <span>{t('Blog post')}</span> : <Tag tone="heather">{t('Draft')}</Tag>}
        >
          <p class="small">
            <Author author={story.author} />
            {story.publishedAt && (
              <>
                {' '}
                · <When at={story.publishedAt} />
              </>
            )}{' '}
            · {t('{minutes, plural, one {one minute} other {# minutes}} to read', { minutes: readingMinutes(prose) })}
          </p>
          <Care story={story} rights={rights} />
        </PageHead>
        {!story.publishedAt && (
          <Notice>
            <p>{t('This is a draft. Only its author and the editors can read it; an editor publishes it.')}</p>
          </Notice>
        )}
        {story.picture && (
          <figure class="story-picture">
            <img
              src={`/stories/${story.address}/files/${story.picture.id}`}
              alt={story.picture.alt}
              width={story.picture.width}
              height={story.picture.height}
            />
          </figure>
        )}
        <Prose text={prose} />
        {works.length > 0 && (
          <section class="story-works" aria-labelledby="story-works">
            <h2 id="story-works">{t('The work behind this story')}</h2>
            <ul>
              {works.map(({ title, address }) => (
                <li>
                  <a href={`/work/${address}`}>{title}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </article>
      {story.publishedAt && <Comments story={story} {...below} />}
      <p class="small">
        <a href={`/report?address=/stories/${story.address}`}>{t('Report this page')}</a>
      </p>
    </>
  );
}

/** What this reader may do with the story. */
function Care({ story, rights }: { story: Story; rights: Rights }) {
  if (!Object.values(rights).some(Boolean)) return null;
  const address = `/stories/${story.address}`;
  return (
    <div class="buttons">
      {rights.revise && (
        <ButtonLink href={`${address}/edit`} kind="secondary">
          {t('Change it')}
        </ButtonLink>
      )}
      {rights.publish && (
        <PostForm action={`${address}/publication`} method={story.publishedAt ? 'delete' : 'put'}>
          <Button kind={story.publishedAt ? 'secondary' : 'primary'}>
            {story.publishedAt ? t('Take it back') : t('Publish')}
          </Button>
        </PostForm>
      )}
      {rights.close && story.publishedAt && (
        <PostForm action={`${address}/closure`} method={story.closedAt ? 'delete' : 'put'}>
          <Button kind="secondary">{story.closedAt ? t('Open it for comments') : t('Close it for comments')}</Button>
        </PostForm>
      )}
      {rights.discard && (
        <PostForm action={address} method="delete">
          <Button kind="warning">{t('Discard this draft')}</Button>
        </PostForm>
      )}
    </div>
  );
}
