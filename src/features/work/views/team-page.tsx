import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Team } from '../team/team.ts';
import type { Work } from '../works.ts';
import { TeamField } from './form.tsx';

/** For the team: who was asked, who else to ask, and the way out. */
export function TeamPage({ work, team, form }: { work: Work; team: Team; form: Form }) {
  const base = `/work/${work.address}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('The team')} above={<a href={base}>{t('Back to {title}', { title: work.title })}</a>} />
      <ul>
        {team.people.map(({ name }) => (
          <li>{name ?? t('A former member')}</li>
        ))}
      </ul>
      {team.invitees.length > 0 && (
        <>
          <h2>{t('Not answered yet')}</h2>
          <ul>
            {team.invitees.map(({ id, name, email }) => (
              <li>
                {name}{' '}
                <span class="small">
                  {email
                    ? t('has a letter from us')
                    : t('has no address yet: write “{name} <name@example.org>” below to send a letter', { name })}
                </span>
                <PostForm action={`${base}/team/${id}`} method="delete">
                  <button class="plain-button" type="submit">
                    {t('Take {name} off', { name })}
                  </button>
                </PostForm>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('Who else is on it?')}</h2>
      <PostForm action={`${base}/team`}>
        <TeamField form={form} />
        <Button>{t('Add them')}</Button>
      </PostForm>
      {team.people.length > 1 && (
        <>
          <h2>{t('Leave')}</h2>
          <p>{t('The others keep the work. Your name goes from its page.')}</p>
          <PostForm action={`${base}/team/me`} method="delete">
            <Button kind="secondary">{t('Leave the team')}</Button>
          </PostForm>
        </>
      )}
    </div>
  );
}
