import { COUNTRIES, countryName } from '#kernel/countries.ts';
import { PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Query } from '../directory.ts';
import { outline } from '../map/outline.ts';
import { project, SIZE } from '../map/projection.ts';
import type { Names } from '../words.ts';
import { addressOf, InUse } from './filters.tsx';

type Props = { regions: ReadonlyMap<string, number>; total: number; query: Query; names: Names };
type Spot = { key: string; name: string; count: number; href: string; x: number; y: number; radius: number };

/** The people of the directory as sized circles at the middle of their regions; beside it the same as a list. */
export function MapPage({ regions, total, query, names }: Props) {
  const spots = spotsOf(regions, query, names);
  const placed = spots.reduce((sum, { count }) => sum + count, 0);
  const largest = spots.toSorted((a, b) => b.count - a.count)[0];
  return (
    <>
      <PageHead
        title={t('People on a map')}
        lede={
          largest
            ? t(
                '{total, plural, one {# person} other {# people}}. In no region are more of them than in {name}: {count}.',
                { total, name: largest.name, count: largest.count },
              )
            : t('Nobody who matches says in which region they are.')
        }
      />
      <InUse query={query} names={names} path="/people/map" />
      <p>
        <a href={addressOf('/people', query)}>{t('See them as a list, or ask something else')}</a>
      </p>
      <div class="people-map">
        <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}>
          <title>{t('Map of the UK and Ireland')}</title>
          <path class="coast" d={outline} />
          {spots
            .toSorted((a, b) => b.count - a.count)
            .map(({ href, name, count, x, y, radius }) => (
              <a href={href} aria-label={saying(name, count)}>
                <circle cx={x} cy={y} r={radius} />
                <text x={x} y={y} dy="0.35em" text-anchor="middle">
                  {count}
                </text>
              </a>
            ))}
        </svg>
        <div>
          {COUNTRIES.map((country) => {
            const here = names.regions.filter((region) => region.country === country);
            const list = spots.filter(({ key }) => here.some((region) => region.key === key));
            return (
              list.length > 0 && (
                <section>
                  <h2>{countryName(country)}</h2>
                  <ul class="plain-list">
                    {list.map(({ href, name, count }) => (
                      <li>
                        <a href={href}>{name}</a> <span class="small">{count}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              )
            );
          })}
          {total > placed && (
            <p class="small">
              {t(
                '{count, plural, one {# more person does not say where, or is where regions meet.} other {# more people do not say where, or are where regions meet.}}',
                {
                  count: total - placed,
                },
              )}
            </p>
          )}
        </div>
      </div>
    </>
  );
}

/** Areas, not widths, are as many as the people: a circle for four is twice as wide as one for one. */
function spotsOf(regions: ReadonlyMap<string, number>, query: Query, names: Names): Spot[] {
  const most = Math.max(1, ...regions.values());
  return names.regions.flatMap((region) => {
    const count = regions.get(region.key) ?? 0;
    const href = addressOf('/people', { ...query, region: region.key, page: undefined });
    const radius = Math.max(18, Math.round(46 * Math.sqrt(count / most)));
    return count === 0 ? [] : [{ key: region.key, name: region.shortName, count, href, radius, ...project(region) }];
  });
}

function saying(name: string, count: number): string {
  return t('{name}: {count, plural, one {# person} other {# people}}', { name, count });
}
