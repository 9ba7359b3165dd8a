import { COUNTRIES, type Country, countryName } from '#kernel/countries.ts';
import { rich, t } from '#kernel/words.ts';
import type { Response } from '../reflection.ts';
import { about, quarterName } from '../words.ts';

export function Responses({ responses, quarter }: { responses: Response[]; quarter: string }) {
  return (
    <section aria-labelledby="responses">
      <h2 id="responses">{t('Who has answered')}</h2>
      <p>
        {t('Every question is voluntary. This is how it stood after {quarter}.', { quarter: quarterName(quarter) })}{' '}
        {rich('Members can <a>answer or change their answers</a> at any time.', {
          a: (x) => <a href="/account/about-you">{x}</a>,
        })}
      </p>
      <ul class="reflection-responses">
        {responses.map(({ country, members, answered }) => (
          <li>
            <strong>{countryName(country)}</strong>{' '}
            {answered === null
              ? t('too few answers to show yet')
              : t('{answered} of {members} members', { answered: about(answered), members: about(members) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Countries({ country }: { country: Country | null }) {
  return (
    <nav class="landscape-sorts" aria-label={t('Country')}>
      <ul>
        <li>
          <a href="/insight/reflection" aria-current={country === null || undefined}>
            {t('UK together')}
          </a>
        </li>
        {COUNTRIES.map((one) => (
          <li>
            <a href={`/insight/reflection?country=${one}`} aria-current={country === one || undefined}>
              {countryName(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
