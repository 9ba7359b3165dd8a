import { Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { modeName, notable } from '../modes.ts';
import type { Found } from '../search.ts';
import { type State, stateName } from '../states.ts';
import { yearsOf } from './when.ts';
import { whereOf } from './where.ts';

/** A piece of work in a list: what it is called, how far it came, where, when, what for. */
export function WorkCard({ work }: { work: Found }) {
  return (
    <article class="card work-card">
      <p class="work-card-tags">
        <StateTag state={work.state} />
        {work.visibility !== 'public' && (
          <Tag>{work.visibility === 'members' ? t('For members') : t('For its team')}</Tag>
        )}
        <span class="small">{yearsOf(work)}</span>
      </p>
      <h2>
        <a href={`/work/${work.address}`}>{work.title}</a>
      </h2>
      {work.state === 'stopped' && work.lesson ? (
        <p class="work-card-aim">{t('For the next person: {lesson}', { lesson: shortened(work.lesson) })}</p>
      ) : (
        work.aim && <p class="work-card-aim">{shortened(work.aim)}</p>
      )}
      <p class="small">{whereOf(work)}</p>
      {work.shares && <p class="small">{notable(work.shares).map(modeName).join(' · ')}</p>}
    </article>
  );
}

export function StateTag({ state }: { state: State }) {
  const tones = {
    idea: 'plain',
    testing: 'water',
    sustained: 'moss',
    spreading: 'heather',
    stopped: 'bracken',
  } as const;
  return <Tag tone={tones[state]}>{stateName(state)}</Tag>;
}

function shortened(text: string): string {
  return text.length <= 180 ? text : `${text.slice(0, 175).replace(/\s+\S*$/, '')} …`;
}
