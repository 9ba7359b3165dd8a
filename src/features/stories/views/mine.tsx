import { plainText } from '#kernel/prose/index.ts';
import { Button, Notice, PageHead, PostForm, Prose } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Comment, State } from '../comments/comments.ts';

/** What a link from a letter opens: one's own comment, what has become of it, and what one may do. */
export function MyComment({ comment, token }: { comment: Comment; token: string }) {
  return (
    <div class="reading">
      <PageHead title={t('Your comment')} lede={stateOf(comment.state)} />
      {comment.reason && (
        <Notice tone="bracken">
          <p>{t('The moderator’s reason: {reason}', { reason: comment.reason })}</p>
        </Notice>
      )}
      <div class="comment">
        <Prose text={plainText(comment.body)} />
      </div>
      {comment.state === 'unconfirmed' && (
        <PostForm action={`/comments/${token}/confirmation`} method="put">
          <Button>{t('Yes, I wrote this')}</Button>
        </PostForm>
      )}
      <h2>{t('Taking it back')}</h2>
      <p>{t('Your name, your address and your words are deleted. This cannot be undone.')}</p>
      <PostForm action={`/comments/${token}`} method="delete">
        <Button kind="warning">{t('Take my comment back')}</Button>
      </PostForm>
    </div>
  );
}

/** After it was taken back, or after a second press on the same button. */
export function CommentGone() {
  return (
    <div class="reading">
      <PageHead
        title={t('Your comment is gone')}
        lede={t('Your name, your address and your words have been deleted. Thank you for having taken part.')}
      />
      <p>
        <a href="/stories">{t('Read on')}</a>
      </p>
    </div>
  );
}

function stateOf(state: State): string {
  if (state === 'unconfirmed') return t('Please confirm that you wrote this. Then a moderator reads it.');
  if (state === 'waiting') return t('Thank you. A moderator reads it next, and you get a letter when it is out.');
  if (state === 'approved') return t('It is published: everybody can read it.');
  return t('It was not published.');
}
