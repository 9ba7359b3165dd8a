import { Chart, StateTag, whereOf, yearsOf } from '#features/work/index.ts';
import { Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Featured } from '../featured.ts';

/** One real piece of work, with what its chart says and the chart. */
export function FeaturedWork({ featured: { work, seen } }: { featured: Featured }) {
  return (
    <article class="home-band home-featured">
      <header>
        <p class="eyebrow">{t('Show what changed')}</p>
        <h2>
          <a href={`/work/${work.address}`}>{work.title}</a>
        </h2>
        <p class="tags">
          <StateTag state={work.state} />
          <Tag>{whereOf(work)}</Tag>
          {yearsOf(work) && <Tag>{yearsOf(work)}</Tag>}
        </p>
        {work.aim && <p class="lede">{work.aim}</p>}
      </header>
      <div class="card">
        <p class="home-says">{seen.sentences.join(' ')}</p>
        <h3>{seen.measure.name}</h3>
        <Chart seen={seen} />
        <p>
          <a href={`/work/${work.address}/measures/${seen.measure.short}`}>{t('See each reading')}</a>
        </p>
      </div>
    </article>
  );
}
