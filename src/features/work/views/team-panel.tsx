import type { Child } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Team } from '../team/team.ts';

/** Who does it. Names that nobody has accepted are a number. */
export function TeamPanel({
  base,
  team,
  edit,
  children,
}: {
  base: string;
  team: Team;
  edit: boolean;
  children?: Child;
}) {
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
      </ul>
      {team.invited > 0 && (
        <p class="small">
          {t('{invited, plural, one {One more person was invited.} other {# more people were invited.}}', {
            invited: team.invited,
          })}
        </p>
      )}
      {children}
      {edit && (
        <p>
          <a href={`${base}/team`}>{t('Change the team')}</a>
        </p>
      )}
    </section>
  );
}
