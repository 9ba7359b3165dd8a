import { formatMoment } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import { CC_BY, licenceName } from '../licences.ts';
import { namesOf } from '../structured-data.ts';
import type { Team } from '../team/team.ts';
import type { Work } from '../works.ts';

/** How to refer to it, what others may do with it, and the address that stays the same. */
export function Citing({ work, team, url, community }: { work: Work; team: Team; url: string; community: string }) {
  const names = namesOf(team);
  return (
    <section>
      <h2>{t('To cite it')}</h2>
      <p class="small">
        {t('{names} ({year}). {title}. {community}.', {
          names: names.length > 0 ? new Intl.ListFormat('en-GB').format(names) : t('The team'),
          year: String(work.sharedAt.getUTCFullYear()),
          title: work.title,
          community,
        })}{' '}
        <a href={`/s/${work.short}`}>{`${url}/s/${work.short}`}</a>
      </p>
      <p class="small">
        {work.licence === 'cc-by-4.0' ? (
          <a href={CC_BY} rel="license">
            {licenceName(work.licence)}
          </a>
        ) : (
          licenceName(work.licence)
        )}
      </p>
      <p class="small">
        {t('Last changed {when}.', { when: formatMoment(work.changedAt) })}{' '}
        <a href={`/work/${work.address}.json`}>{t('As data')}</a> ·{' '}
        <a href={`/report?address=${encodeURIComponent(`/work/${work.address}`)}`}>{t('Report a concern')}</a> ·{' '}
        <a href={`/work/${work.address}/removals/new`}>{t('Ask for its removal')}</a>
      </p>
    </section>
  );
}
