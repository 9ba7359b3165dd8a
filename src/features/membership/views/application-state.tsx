import { formatDate } from '#kernel/format.ts';
import { emptyForm } from '#kernel/forms.ts';
import type { Settings } from '#kernel/settings.ts';
import { ButtonLink, Notice, PageHead } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Appeal } from '../appeals.ts';
import type { Application } from '../applications.ts';
import type { Decision } from '../decisions.ts';
import type { Referee } from '../referees.ts';
import { daysBetween } from '../waiting.ts';
import { Speaker } from './speaker.tsx';
import { Withdraw } from './withdraw.tsx';

/** Where a sent application stands, as its applicant sees it: plain words, and never who reads it. */
export function ApplicationState({
  application,
  decisions,
  community,
  token,
  now,
  referee,
  appeal,
  until,
}: {
  application: Application;
  decisions: Decision[];
  referee: Referee | null;
  appeal: Appeal | null;
  /** Until when they may appeal. */
  until: Date | null;
  community: Settings;
  token: string;
  now: Date;
}) {
  const last = decisions.at(-1);
  const closed = ['admitted', 'not-now', 'withdrawn'].includes(application.state);
  return (
    <div class="reading">
      <PageHead title={titleOf(application, community['community.name'])} />
      {application.state === 'withdrawn' && (
        <p>
          {t('You took it back on {date}. You are welcome to apply again at any time.', {
            date: formatDate(application.since),
          })}
        </p>
      )}
      {!closed && application.submittedAt && (
        <Waiting application={application} submittedAt={application.submittedAt} community={community} now={now} />
      )}
      {last && application.state !== 'withdrawn' && (
        <section aria-labelledby="letter">
          <h2 id="letter">{t('Our letter of {date}', { date: formatDate(last.decidedAt) })}</h2>
          <p class="application-text card">{last.letter}</p>
        </section>
      )}
      {appeal && (
        <p>
          <a href={`/join/applications/${token}/appeal`}>{t('Your appeal, and what we said to each other')}</a>
        </p>
      )}
      {until && until >= now && (
        <p>
          {rich('Did we miss something, or were we unfair? Until {date} you can <a>ask us to look again</a>.', {
            date: formatDate(until),
            a: (text) => <a href={`/join/applications/${token}/appeal`}>{text}</a>,
          })}
        </p>
      )}
      {application.state === 'admitted' && <ButtonLink href="/sign-in">{t('Sign in')}</ButtonLink>}
      {(application.state === 'not-now' || application.state === 'withdrawn') && (
        <ButtonLink href="/join/applications/new">{t('Apply again')}</ButtonLink>
      )}
      {!closed && <Speaker address={`/join/applications/${token}`} referee={referee} form={emptyForm} />}
      {!closed && <Withdraw address={`/join/applications/${token}`} />}
    </div>
  );
}

function titleOf({ state, name }: Application, community: string): string {
  if (state === 'admitted') return t('Welcome to {community}', { community });
  if (state === 'not-now') return t('Not now');
  if (state === 'withdrawn') return t('You took your application back');
  return name ? t('Thank you, {name}. We have your application.', { name }) : t('We have your application.');
}

function Waiting({
  application,
  submittedAt,
  community,
  now,
}: {
  application: Application;
  submittedAt: Date;
  community: Settings;
  now: Date;
}) {
  const days = community['membership.promise-days'];
  const until = new Date(submittedAt.getTime() + days * 86_400_000);
  return (
    <>
      <p class="lede">
        {t('You sent it on {sent}. We aim to write to you by {until}.', {
          sent: formatDate(submittedAt),
          until: formatDate(until),
        })}
      </p>
      {daysBetween(submittedAt, now) > days && (
        <Notice tone="bracken">
          <p>{t('We have not kept our promise, and we are sorry. Your application is not forgotten.')}</p>
        </Notice>
      )}
      <h2>{t('What happens next')}</h2>
      <ol class="join-steps">
        <Step done={application.state !== 'submitted'}>
          {t('People from your country read it, each on their own. Nobody who knows you takes part.')}
        </Step>
        <Step done={application.state === 'ready'}>
          {application.state === 'third'
            ? t('They saw it differently, so one more person is reading it. That is usual, and fair to you.')
            : t('They look at their views together and decide.')}
        </Step>
        <Step done={false}>{t('We write to you with the answer and the reasons.')}</Step>
      </ol>
      <p>{t('You need do nothing now. This page always shows where it stands; keep the link from our letter.')}</p>
    </>
  );
}

function Step({ done, children }: { done: boolean; children?: string }) {
  return (
    <li>
      {children} {done && <strong>{t('Begun')}</strong>}
    </li>
  );
}
