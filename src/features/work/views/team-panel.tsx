import { Button, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Team } from '../team/team.ts';
import type { Rights } from './page.tsx';

/** Who does it. Names that nobody has accepted are a number for others. */
export function TeamPanel({ base, team, rights }: { base: string; team: Team; rights: Rights }) {
  return (
    <section>
      <h2>{t('Team')}</h2>
      <ul class="plain-list">
        {team.people.map(({ name, address, role }) => (
          <li>
            {address ? <a href={`/people/${address}`}>{name}</a> : (name ?? t('A former member'))}
            {role && <span class="small"> {role}</span>}
          </li>
        ))}
        {team.invitees.map(({ id, name, email }) => (
          <li>
            {name} <span class="small">{email ? t('(asked, not answered yet)') : t('(no address yet)')}</span>
            <PostForm action={`${base}/team/${id}`} method="delete" className="inline">
              <Button kind="secondary">{t('Take back')}</Button>
            </PostForm>
          </li>
        ))}
      </ul>
      {team.invited > 0 && team.invitees.length === 0 && (
        <p class="small">
          {t(
            '{invited, plural, one {One more person was} other {# more people were}} named and {invited, plural, one {has} other {have}} not answered yet.',
            { invited: team.invited },
          )}
        </p>
      )}
      {rights.leave && (
        <PostForm action={`${base}/team/me`} method="delete">
          <Button kind="secondary">{t('Leave the team')}</Button>
        </PostForm>
      )}
    </section>
  );
}
