import { formatMoment } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { plainText } from '#kernel/prose/index.ts';
import { Button, ErrorSummary, Notice, PageHead, PostForm, Prose, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Message } from '../messages.ts';
import { MessageFields } from './write.tsx';

/** The words of a message, with who wrote them and when. */
export function Words({ message }: { message: Message }) {
  return (
    <section class="card message">
      <p class="small">{t('{name}, {when}', { name: message.from.name, when: formatMoment(message.sentAt) })}</p>
      {message.body === '' ? (
        <p>{t('Whoever wrote this has left, and took their words with them.')}</p>
      ) : (
        <Prose text={plainText(message.body)} />
      )}
    </section>
  );
}

type Props = { message: Message; token: string; form: Form; done?: 'answered' | 'blocked' | 'reported' };

/** Where the link in a letter leads: read it, answer it, or be left in peace. */
export function AnswerPage({ message, token, form, done }: Props) {
  const base = `/messages/answers/${token}`;
  const { name } = message.from;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      {done && (
        <Notice tone="moss">
          <p>{DONE[done](name)}</p>
        </Notice>
      )}
      <PageHead title={t('A message from {name}', { name })} />
      <Words message={message} />
      {done !== 'blocked' && (
        <>
          <h2>{t('Answer')}</h2>
          <PostForm action={base}>
            <MessageFields form={form} label={t('Your answer to {name}', { name })} />
            <Button>{t('Send your answer')}</Button>
          </PostForm>
          <h2>{t('Would you rather not hear from them?')}</h2>
          <p>{t('Then no more messages from {name} reach you. They are not told.', { name })}</p>
          <PostForm action={`${base}/block`} method="put">
            <Button kind="secondary">{t('No more messages from {name}', { name })}</Button>
          </PostForm>
        </>
      )}
      <h2>{t('Is something wrong with it?')}</h2>
      <PostForm action={`${base}/report`}>
        <TextArea
          form={form}
          name="details"
          label={t('What should the moderators know?')}
          hint={t('They can then read this message, and nothing else that you were sent.')}
          rows={3}
          optional
        />
        <Button kind="secondary">{t('Show it to the moderators')}</Button>
      </PostForm>
    </div>
  );
}

const DONE: Record<NonNullable<Props['done']>, (name: string) => string> = {
  answered: (name) => t('Your answer is on its way to {name}.', { name }),
  blocked: (name) => t('No more messages from {name} reach you.', { name }),
  reported: () => t('The moderators have it now. You will hear what came of it.'),
};

/** A message that was shown to the moderators. */
export function ReportedPage({ message }: { message: Message }) {
  return (
    <div class="reading">
      <PageHead
        title={t('A message that was reported')}
        above={<a href="/moderation">{t('The desk')}</a>}
        lede={t('From {from} to {to}.', { from: message.from.name, to: message.to.name })}
      />
      <Words message={message} />
    </div>
  );
}
