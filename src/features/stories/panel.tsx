import type { Panel } from '#features/people/index.ts';
import { t } from '#kernel/words.ts';
import { by } from './finding.ts';

/** On a profile: the stories that the person told. */
export const storiesPanel: Panel = async (db, profile, actor) => {
  const stories = await by(db, profile.id, actor);
  return (
    stories.length > 0 && (
      <section>
        <h2>{t('Stories')}</h2>
        <ul class="plain-list">
          {stories.map((story) => (
            <li>
              <a href={`/stories/${story.address}`}>{story.title}</a>
              <br />
              <span class="small">{story.standfirst}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  );
};
