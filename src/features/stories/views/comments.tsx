import type { Form } from '#kernel/forms.ts';
import { plainText } from '#kernel/prose/index.ts';
import { Button, Notice, PostForm, Prose, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Comment, Thread } from '../comments/comments.ts';
import type { Story } from '../finding.ts';
import { Author, When } from './byline.tsx';
import { CommentForm } from './comment-form.tsx';

export type CommentsProps = {
  story: Story;
  threads: Thread[];
  form: Form;
  /** The reader's person, if they are signed in. */
  reader: string | null;
  answering: Comment | null;
  /** What has just happened to the reader's comment. */
  said?: 'unconfirmed' | 'waiting';
};

export function Comments({ story, threads, form, reader, answering, said }: CommentsProps) {
  return (
    <section class="comments" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">
        {t('{count, plural, =0 {Comments} one {One comment} other {# comments}}', { count: story.comments })}
      </h2>
      {said && <Said said={said} />}
      {threads.length > 0 && (
        <ol class="comment-list">
          {threads.map((thread) => (
            <li>
              <One comment={thread} story={story} reader={reader} />
              {thread.replies.length > 0 && (
                <ol class="comment-list">
                  {thread.replies.map((reply) => (
                    <li>
                      <One comment={reply} story={story} reader={reader} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      )}
      {story.closedAt ? (
        <p class="small">{t('This story takes no more comments.')}</p>
      ) : (
        <CommentForm story={story} form={form} reader={reader} answering={answering} />
      )}
    </section>
  );
}

function Said({ said }: { said: 'unconfirmed' | 'waiting' }) {
  return (
    <Notice
      tone="moss"
      title={said === 'waiting' ? t('Thank you. A moderator reads it next.') : t('One more step: look at your e-mail.')}
    >
      <p>
        {said === 'waiting'
          ? t('Until then only you and the moderators can see it. You get a letter when it is out.')
          : t(
              'We have sent a letter to the address that you gave. Its link confirms your comment; then a moderator reads it.',
            )}
      </p>
    </Notice>
  );
}

function One({ comment, story, reader }: { comment: Comment; story: Story; reader: string | null }) {
  if (comment.state === 'withdrawn')
    return <p class="comment comment-withdrawn">{t('A comment was here. Its writer took it back.')}</p>;
  const own = reader !== null && comment.personId === reader;
  return (
    <article class="comment" id={`comment-${comment.short}`}>
      <header>
        <h3>
          <Author author={comment.author} />
        </h3>
        <p class="small">
          <When at={comment.writtenAt} />{' '}
          {comment.state === 'waiting' && <Tag tone="heather">{t('Waiting for a moderator; only you see it')}</Tag>}
          {comment.state === 'refused' && <Tag tone="bracken">{t('Not published; only you see it')}</Tag>}
        </p>
      </header>
      <Prose text={plainText(comment.body)} />
      {comment.reason && <p class="small">{t('The moderator’s reason: {reason}', { reason: comment.reason })}</p>}
      <p class="comment-acts">
        {comment.state === 'approved' && !story.closedAt && (
          <a href={`/stories/${story.address}?answer=${comment.short}#comment-form`}>
            {t('Answer')}
            <span class="visually-hidden"> {comment.author?.name ?? t('a former member')}</span>
          </a>
        )}
        <a href={`/report?address=/stories/${story.address}%23comment-${comment.short}`}>
          {t('Report')}
          <span class="visually-hidden"> {t('this comment')}</span>
        </a>
      </p>
      {own && (
        <PostForm action={`/stories/${story.address}/comments/${comment.short}`} method="delete">
          <Button kind="secondary">{t('Take my comment back')}</Button>
        </PostForm>
      )}
    </article>
  );
}
