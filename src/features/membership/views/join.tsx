import { isOpen } from '#kernel/rooms.ts';
import type { Settings } from '#kernel/settings.ts';
import { ButtonLink, Notice, PageHead } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Application } from '../applications.ts';
import type { Criterion } from '../criteria.ts';
import { NotTaking } from './not-taking.tsx';
import { YourApplication } from './your-application.tsx';

/** Who counts here, what we ask, what happens then. */
export function JoinPage({
  criteria,
  community,
  member,
  own,
}: {
  criteria: Criterion[];
  community: Settings;
  member: boolean;
  /** The newest application of somebody who has signed in. */
  own: Application | null;
}) {
  const taking = isOpen(community, 'joining');
  const { 'community.name': name, 'membership.assessments': people, 'membership.promise-days': days } = community;
  return (
    <div class="join">
      {!member && own && <YourApplication own={own} />}
      <PageHead
        title={t('If you help care get better, you count here.')}
        lede={t(
          'You may have learnt it on a course, on a programme, in years of daily work, or from the other side of the bed. {name} recognises what you have done, not what it was called.',
          { name },
        )}
      >
        {member ? (
          <Notice tone="moss">
            <p>{t('You are a member already. It is good that you are here.')}</p>
          </Notice>
        ) : !taking ? (
          <NotTaking community={community} />
        ) : (
          <p class="join-start">
            <ButtonLink href="/join/applications/new">{t('Start your application')}</ButtonLink>
            <span class="small">{t('About ten minutes. You can stop and come back. No account, no certificate.')}</span>
          </p>
        )}
      </PageHead>
      <section class="reading" aria-labelledby="asked">
        <h2 id="asked">{t('What we ask')}</h2>
        <p>
          {t(
            '{count, plural, one {There is one criterion} =2 {There are two criteria} other {There are # criteria}}, and more than one way to meet {count, plural, one {it} other {each}}. People read every answer with an open mind.',
            { count: criteria.length },
          )}
        </p>
      </section>
      <ol class="cards join-criteria">
        {criteria.map((criterion) => (
          <li class="card">
            <h3>{criterion.title}</h3>
            <p>{criterion.questions.professional.question}</p>
            <p class="join-equal">{t('All of these count equally:')}</p>
            <ul>
              {criterion.countsEqually.map((way) => (
                <li>{way}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <section class="reading" aria-labelledby="next">
        <h2 id="next">{t('What happens next')}</h2>
        <ol class="join-steps">
          <li>
            <strong>{t('You tell us your name and e-mail address.')}</strong>{' '}
            {t('We send you a link to your application.')}
          </li>
          <li>
            <strong>{t('You answer in your own words.')}</strong>{' '}
            {t('Patients, carers and volunteers are asked the same things in words that fit.')}
          </li>
          <li>
            <strong>
              {t(
                '{people, plural, one {A member from your country reads it.} =2 {Two members from your country read it.} other {# members from your country read it.}}',
                {
                  people,
                },
              )}
            </strong>{' '}
            {t(
              'Each gives a view with a reason before seeing anybody else’s. Somebody who knows you does not take part.',
            )}
          </li>
          <li>
            <strong>{t('You hear from us within {days, plural, one {# day} other {# days}}.', { days })}</strong>{' '}
            {t('Welcome, a question, or not now: always in a letter with the reasons, and you may apply again.')}
          </li>
        </ol>
        <h2>{t('You need not wait')}</h2>
        <p>
          {rich(
            'Everything here is open to read. With a confirmed e-mail address you can <share>share your own work</share> before you apply, and point to it in your application. Or <look>look at what others have done</look> first.',
            {
              share: (text) => <a href="/work/new">{text}</a>,
              look: (text) => <a href="/work">{text}</a>,
            },
          )}
        </p>
        <p>
          {rich('Members agree to <a>our compact</a>: what we ask of each other, on one page.', {
            a: (text) => <a href="/pages/compact">{text}</a>,
          })}
        </p>
        {!member && taking && (
          <p>
            <ButtonLink href="/join/applications/new">{t('Start your application')}</ButtonLink>
          </p>
        )}
      </section>
    </div>
  );
}
