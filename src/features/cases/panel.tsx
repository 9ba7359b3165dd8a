import type { Work } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { t } from '#kernel/words.ts';
import * as library from './library.ts';

/** The published cases that rest on a piece of work, for its page. */
export async function citingPanel(db: Db, work: Work, actor: Actor) {
  const citing = await library.published(db, actor, work.id);
  if (citing.length === 0) return null;
  return (
    <section class="citing">
      <h2>{t('Cases that rest on it')}</h2>
      <ul>
        {citing.map(({ address, title }) => (
          <li>
            <a href={`/cases/${address}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
