import type { Panel } from '#features/people/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { t } from '#kernel/words.ts';
import { by, latest } from './finding.ts';
import { Author, When } from './views/byline.tsx';

const MOST = 3;

/** What people told last, for the home page. */
export async function latestPanel(db: Db, actor: Actor) {
  const stories = await latest(db, MOST, actor);
  if (stories.length === 0) return null;
  return (
    <section class="latest-stories">
      <p class="eyebrow">{t('Stories')}</p>
      <h2>{t('What people would tell you over tea')}</h2>
      <ul>
        {stories.map(({ address, title, author, publishedAt }) => (
          <li>
            <a href={`/stories/${address}`}>{title}</a>
            <span class="small">
              <Author author={author} /> {publishedAt && <When at={publishedAt} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

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
