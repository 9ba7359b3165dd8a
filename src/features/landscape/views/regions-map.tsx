import { outline, project, SIZE } from '#features/people/index.ts';
import { t } from '#kernel/words.ts';
import type { Changes } from '../figures.ts';

/** Where work has been shared: a circle for each region, as large as its number of works; an open ring where there is none. */
export function RegionsMap({ regions }: { regions: Changes['regions'] }) {
  const most = Math.max(1, ...regions.map(({ works }) => works));
  return (
    <figure class="changes-map">
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}>
        <title>{t('Map of the UK and Ireland')}</title>
        <path class="coast" d={outline} fill="#e3ecdc" stroke="#6b757b" stroke-width="1.5" />
        {regions
          .toSorted((a, b) => b.works - a.works)
          .map(({ region, works }) => {
            const { x, y } = project(region);
            if (works === 0)
              return <circle class="silent" cx={x} cy={y} r="9" fill="none" stroke="#56616a" stroke-width="2.5" />;
            const name = t('{name}: {works, plural, one {# piece of work} other {# pieces of work}}', {
              name: region.shortName,
              works,
            });
            return (
              <a href={`/landscape?place=${region.key}`} aria-label={name}>
                <circle cx={x} cy={y} r={Math.max(20, Math.round(46 * Math.sqrt(works / most)))} fill="#1b6380" />
                <text x={x} y={y} dy="0.35em" text-anchor="middle" fill="#ffffff">
                  {works}
                </text>
              </a>
            );
          })}
      </svg>
      <figcaption class="small">
        {t('A circle stands in the middle of its region; its area is the number of works. An open ring: none yet.')}
      </figcaption>
    </figure>
  );
}
