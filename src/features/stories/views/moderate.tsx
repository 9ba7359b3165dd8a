import type { Form } from '#kernel/forms.ts';
import { plainText } from '#kernel/prose/index.ts';
import { Button, ErrorSummary, PageHead, PostForm, Prose, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Comment } from '../comments/comments.ts';
import type { Story } from '../finding.ts';
import { Author, When } from './byline.tsx';

/** One comment before a moderator. The writer's address is not shown to them either. */
export function Moderate({ story, comment, form }: { story: Story; comment: Comment; form: Form }) {
  const address = `/stories/${story.address}/comments/${comment.short}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('A comment on “{title}”', { title: story.title })}
        above={<a href="/moderation">{t('The desk')}</a>}
      >
        <p class="small">
          <Author author={comment.author} /> · <When at={comment.writtenAt} /> ·{' '}
          <a href={`/stories/${story.address}`}>{t('Read the story')}</a>
        </p>
      </PageHead>
      <div class="comment">
        <Prose text={plainText(comment.body)} />
      </div>
      {comment.state === 'waiting' && (
        <>
          <PostForm action={`${address}/approval`} method="put">
            <Button>{t('Approve')}</Button>
          </PostForm>
          <h2>{t('Or refuse it')}</h2>
          <PostForm action={`${address}/refusal`} method="put">
            <TextArea
              form={form}
              name="reason"
              label={t('Why?')}
              hint={t('A kind sentence or two. It is kept, and goes to whoever wrote the comment.')}
              rows={4}
            />
            <Button kind="warning">{t('Refuse')}</Button>
          </PostForm>
        </>
      )}
      {comment.state === 'refused' && <p>{t('It was refused: {reason}', { reason: comment.reason })}</p>}
      {comment.state === 'approved' && <p>{t('It is published.')}</p>}
      {(comment.state === 'refused' || comment.state === 'approved') && (
        <PostForm action={`${address}/${comment.state === 'refused' ? 'refusal' : 'approval'}`} method="delete">
          <Button kind="secondary">{t('Undo: let it wait again')}</Button>
        </PostForm>
      )}
    </div>
  );
}
