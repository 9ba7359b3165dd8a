import type { Country } from '#kernel/countries.ts';
import { countryName } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { rich, t } from '#kernel/words.ts';

/** Who is missing in a whole country is said by released numbers and nothing finer: the way to them. */
export async function countryPanel(_db: Db, country: Country) {
  const name = countryName(country);
  return (
    <section class="reading" aria-labelledby="reflection">
      <h2 id="reflection">{t('{country} as a whole', { country: name })}</h2>
      <p>
        {rich(
          'Once a quarter we release rounded numbers about who members are, beside the people they serve. <a>Does the community reflect {country}?</a> They point to nobody, and nobody is chosen by them.',
          { a: (text) => <a href={`/insight/reflection?country=${country}`}>{text}</a>, country: name },
        )}
      </p>
    </section>
  );
}
