import type { Panel } from '#features/people/index.ts';
import { t } from '#kernel/words.ts';
import { worksWith } from './finding.ts';
import { StateTag } from './views/card.tsx';
import { yearsOf } from './views/when.ts';

/** On a profile: the work whose team the person is on, as far as the reader may see it. */
export const worksPanel: Panel = async (db, profile, actor) => {
  const works = await worksWith(db, profile.id, actor);
  return (
    works.length > 0 && (
      <section>
        <h2>{t('Improvement work')}</h2>
        <ul class="plain-list">
          {works.map((work) => (
            <li>
              <a href={`/work/${work.address}`}>{work.title}</a> <StateTag state={work.state} />{' '}
              <span class="small">{yearsOf(work)}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  );
};
