import { Author, type OnDesk, When } from '#features/stories/index.ts';
import { formatMoment } from '#kernel/format.ts';
import { plainText } from '#kernel/prose/index.ts';
import { Button, ButtonLink, Empty, PageHead, PostForm, Prose, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Report } from '../reports.ts';
import { outcomeName, reasonName } from '../words.ts';

/** Something else that waits for a moderator, in a room of its own: app.tsx hands these in. */
export type Waiting = { title: string; count: number; href: string };

export type DeskProps = {
  waiting: OnDesk[];
  decided: OnDesk[];
  open: Report[];
  resolved: Report[];
  others: Waiting[];
};

/** All that waits for a moderator, on one page. */
export function Desk({ waiting, decided, open, resolved, others }: DeskProps) {
  const count = waiting.length + open.length + others.reduce((sum, other) => sum + other.count, 0);
  return (
    <>
      <PageHead
        title={t('The moderators’ desk')}
        lede={t(
          '{count, plural, =0 {Nothing waits. Put the kettle on.} one {One thing waits for you.} other {# things wait for you.}}',
          {
            count,
          },
        )}
      />
      {others.length > 0 && (
        <ul class="desk-others">
          {others.map(({ title, count: number, href }) => (
            <li>
              <a href={href}>{title}</a> <Tag tone={number > 0 ? 'heather' : 'plain'}>{String(number)}</Tag>
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="reports">
        <h2 id="reports">{t('Reports')}</h2>
        {open.length === 0 && <Nothing />}
        <Reports reports={open} />
      </section>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('Comments that wait')}</h2>
        {waiting.length === 0 && <Nothing />}
        {waiting.map((comment) => (
          <WaitingComment comment={comment} />
        ))}
      </section>
      <section aria-labelledby="decided">
        <h2 id="decided">{t('Decided lately')}</h2>
        {decided.length + resolved.length === 0 && <Nothing />}
        <ul class="desk-decided">
          {decided.map((comment) => (
            <Decided comment={comment} />
          ))}
        </ul>
        <Reports reports={resolved} />
      </section>
    </>
  );
}

function Nothing() {
  return (
    <Empty>
      <p>{t('Nothing here.')}</p>
    </Empty>
  );
}

function addressOf({ storyAddress, short }: OnDesk): string {
  return `/stories/${storyAddress}/comments/${short}`;
}

function WaitingComment({ comment }: { comment: OnDesk }) {
  return (
    <article class="comment">
      <h3>
        <Author author={comment.author} />
      </h3>
      <p class="small">
        <When at={comment.writtenAt} /> · <a href={`/stories/${comment.storyAddress}`}>{comment.storyTitle}</a>
      </p>
      <Prose text={plainText(comment.body)} />
      <div class="buttons">
        <PostForm action={`${addressOf(comment)}/approval`} method="put">
          <Button>{t('Approve')}</Button>
        </PostForm>
        <ButtonLink href={addressOf(comment)} kind="secondary">
          {t('Refuse, with a reason')}
        </ButtonLink>
      </div>
    </article>
  );
}

function Decided({ comment }: { comment: OnDesk }) {
  const approved = comment.state === 'approved';
  return (
    <li>
      <div>
        <p>
          <Tag tone={approved ? 'moss' : 'bracken'}>{approved ? t('Approved') : t('Refused')}</Tag>{' '}
          <a href={addressOf(comment)}>
            {t('{name} on “{title}”', {
              name: comment.author?.name ?? t('a former member'),
              title: comment.storyTitle,
            })}
          </a>{' '}
          <span class="small">
            {comment.decidedBy}
            {comment.decidedAt && `, ${formatMoment(comment.decidedAt)}`}
          </span>
        </p>
        {comment.reason && <p class="small">{comment.reason}</p>}
      </div>
      <PostForm action={`${addressOf(comment)}/${approved ? 'approval' : 'refusal'}`} method="delete">
        <Button kind="secondary">
          {t('Undo')}
          <span class="visually-hidden">
            {' '}
            {t('for {name}', { name: comment.author?.name ?? t('a former member') })}
          </span>
        </Button>
      </PostForm>
    </li>
  );
}

function Reports({ reports }: { reports: Report[] }) {
  if (reports.length === 0) return null;
  return (
    <ul class="desk-reports">
      {reports.map((report) => (
        <li>
          <a href={`/moderation/reports/${report.short}`}>{reasonName(report.reason)}</a>{' '}
          {report.resolution ? (
            <Tag>{outcomeName(report.resolution.outcome)}</Tag>
          ) : (
            report.reason === 'identifies' && <Tag tone="bracken">{t('Urgent')}</Tag>
          )}
          <br />
          <span class="small">
            {report.address} · {formatMoment(report.reportedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
