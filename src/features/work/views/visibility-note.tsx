import { Notice } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Publication } from '../publication/publications.ts';
import type { Work } from '../works.ts';
import type { Rights } from './page.tsx';

/** Who can see it now, for its team. */
export function VisibilityNote({
  work,
  publication,
  rights,
}: {
  work: Work;
  publication: Publication | null;
  rights: Rights;
}) {
  if (work.waiting && !publication?.refusal)
    return (
      <Notice>
        <p>
          {t(
            'This is a first piece of work. A moderator looks at it before others see it; only its team and the moderators see this page until then.',
          )}
        </p>
        {rights.release && (
          <p>
            <a href="/work/releases">{t('Release it, or say what is needed first')}</a>
          </p>
        )}
      </Notice>
    );
  if (rights.edit && publication?.refusal)
    return (
      <Notice tone="bracken" title={t('A moderator asks for something first')}>
        <p class="as-typed">{publication.refusal}</p>
        <p>
          {t('Nothing is lost. Change it, then')}{' '}
          <a href={`/work/${work.address}/publication`}>{t('make it visible again')}</a>.
        </p>
      </Notice>
    );
  if (work.visibility === 'public') return null;
  return (
    <p class="small">
      {work.visibility === 'members' ? t('Members of this community can see this.') : t('Only its team can see this.')}
    </p>
  );
}
