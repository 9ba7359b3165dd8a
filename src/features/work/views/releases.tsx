import { formatDate } from '#kernel/format.ts';
import { emptyForm, type Form } from '#kernel/forms.ts';
import { Button, Empty, ErrorSummary, PageHead, PostForm, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Waiting } from '../publication/releases.ts';

/** First pieces of work that wait for a moderator, the longest waiting first. */
export function Releases({ waiting, failed }: { waiting: Waiting[]; failed?: { address: string; form: Form } }) {
  return (
    <div class="reading">
      {failed && <ErrorSummary form={failed.form} />}
      <PageHead
        title={t('First pieces of work')}
        lede={t(
          '{count, plural, =0 {Nothing waits.} one {One piece waits for a moderator.} other {# pieces wait for a moderator.}}',
          { count: waiting.length },
        )}
      />
      {waiting.length === 0 && (
        <Empty>
          <p>{t('When somebody new shares work for the first time, it comes here.')}</p>
        </Empty>
      )}
      {waiting.map(({ address, title, aim, sharer, publishedAt }) => (
        <article class="card">
          <h2>
            <a href={`/work/${address}`}>{title}</a>
          </h2>
          <p class="small">{t('{sharer}, {date}', { sharer, date: formatDate(publishedAt) })}</p>
          {aim && <p>{aim}</p>}
          <PostForm action={`/work/${address}/release`} method="put">
            <Button>{t('Let it be seen')}</Button>
          </PostForm>
          <details open={failed?.address === address}>
            <summary>{t('Something is needed first')}</summary>
            <PostForm action={`/work/${address}/release`} method="delete">
              <TextArea
                form={failed?.address === address ? failed.form : emptyForm}
                name="reason"
                label={t('What is needed, in a kind sentence')}
                rows={3}
              />
              <Button kind="secondary">{t('Send this to the team')}</Button>
            </PostForm>
          </details>
        </article>
      ))}
    </div>
  );
}
