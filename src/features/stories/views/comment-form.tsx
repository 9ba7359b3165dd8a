import type { Form } from '#kernel/forms.ts';
import { Button, Honeypot, PostForm, TextArea, TextField, typedOne } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Comment } from '../comments/comments.ts';
import type { Story } from '../finding.ts';

/** Saying something below a story, with or without an account. */
export function CommentForm({
  story,
  form,
  reader,
  answering,
}: {
  story: Story;
  form: Form;
  reader: string | null;
  answering: Comment | null;
}) {
  const replyTo = answering?.short ?? typedOne(form, 'replyTo');
  return (
    <section id="comment-form" aria-labelledby="comment-form-title">
      <h3 id="comment-form-title">
        {answering
          ? t('Answer {name}', { name: answering.author?.name ?? t('a former member') })
          : t('What do you think?')}
      </h3>
      {answering && (
        <p>
          <a href={`/stories/${story.address}#comment-form`}>{t('Comment on the story instead')}</a>
        </p>
      )}
      <p>
        {rich('Before you write, please read <a>what we publish and what happens to your comment</a>.', {
          a: (text) => <a href="/pages/comments">{text}</a>,
        })}{' '}
        {!reader &&
          rich('Have you an account? Then <a>sign in first</a>: you need no name and no letter.', {
            a: (text) => <a href={`/sign-in?next=/stories/${story.address}`}>{text}</a>,
          })}
      </p>
      <PostForm action={`/stories/${story.address}/comments`}>
        {!reader && (
          <>
            <TextField
              form={form}
              name="name"
              label={t('Your name, as readers see it')}
              autocomplete="name"
              width="medium"
            />
            <TextField
              form={form}
              name="email"
              type="email"
              label={t('Your e-mail address')}
              hint={t(
                'Readers never see this. We write to it so that nobody can comment in your name, and to say what became of it.',
              )}
              autocomplete="email"
              width="medium"
            />
          </>
        )}
        <TextArea
          form={form}
          name="body"
          label={t('Your comment')}
          hint={t('It is held until a moderator approves it. Nothing that could identify a patient, please.')}
          rows={6}
        />
        {replyTo && <input type="hidden" name="replyTo" value={replyTo} />}
        <Honeypot />
        <Button>{t('Send your comment')}</Button>
      </PostForm>
    </section>
  );
}
