import type { Organisation } from '#features/organisations/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { t } from '#kernel/words.ts';
import * as search from './search.ts';
import { WorkCard } from './views/card.tsx';

const SHOWN = 6;

/** The work of an organisation, for its page: what the reader may see, and nothing that its team shows under another name. */
export async function workPanel(db: Db, organisation: Organisation, actor: Actor) {
  const { works, total } = await search.list(db, { organisation: organisation.id, sort: 'recent' }, actor);
  if (total === 0) return null;
  return (
    <section id="work">
      <h2>{t('Its work')}</h2>
      <p>
        {t('{total, plural, one {One piece of work} other {# pieces of work}}, stopped work included.', { total })}{' '}
        {total > works.length && <a href={`/work?organisation=${organisation.address}`}>{t('See all of it')}</a>}
      </p>
      <ul class="cards">
        {works.slice(0, SHOWN).map((work) => (
          <li>
            <WorkCard work={work} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Takes an organisation's work along when it is merged into another. */
export async function moveOrganisation(db: Db, fromId: string, intoId: string): Promise<void> {
  await db.updateTable('works').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute();
}
