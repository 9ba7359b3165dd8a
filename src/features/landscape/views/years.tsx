import { t } from '#kernel/words.ts';
import { type Asked, addressOf } from '../asked.ts';
import type { Picture } from '../landscape.ts';

/** The years one by one: links, which the element makes a slider of that plays. */
export function Years({ picture: { perYear }, asked }: { picture: Picture; asked: Asked }) {
  const chosen = asked.from === asked.to ? asked.from : undefined;
  const most = Math.max(...perYear.map(({ works }) => works));
  if (perYear.length < 2) return null;
  return (
    <section class="landscape-years" aria-labelledby="years">
      <h2 id="years" class="visually-hidden">
        {t('Through the years')}
      </h2>
      <div class="landscape-player" hidden>
        <button type="button" class="button button-secondary" data-pause={t('Pause')}>
          {t('Play the years')}
        </button>
        <label for="landscape-year">{t('Year')}</label>
        <input id="landscape-year" type="range" min={perYear[0]?.year} max={perYear.at(-1)?.year} step="1" />
        <p role="status" class="landscape-said" />
      </div>
      <ul>
        <li>
          <a
            href={addressOf({ ...asked, from: undefined, to: undefined, page: 1 })}
            aria-current={!asked.from && !asked.to ? 'true' : undefined}
          >
            {t('All')}
          </a>
        </li>
        {perYear.map(({ year, works }) => (
          <li>
            <a
              href={addressOf({ ...asked, from: year, to: year, page: 1 })}
              aria-current={year === chosen ? 'true' : undefined}
              data-year={year}
              data-says={t('{year}: {works, plural, one {# piece} other {# pieces}} of work under way.', {
                year: String(year),
                works,
              })}
            >
              <Bar share={works / most} />
              {year}
              <span class="visually-hidden">
                {t(': {works, plural, one {# piece} other {# pieces}} of work under way', { works })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many, as a small column above its year. */
function Bar({ share }: { share: number }) {
  const height = Math.max(1, Math.round(share * 36));
  return (
    <svg class="landscape-bar" viewBox="0 0 20 36" width="20" height="36" aria-hidden="true" focusable="false">
      <rect x="2" y={36 - height} width="16" height={height} fill="#8a9a76" />
    </svg>
  );
}
