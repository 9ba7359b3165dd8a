import { countryName } from '#kernel/countries.ts';
import { ButtonLink, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Person } from '../people.ts';

export function ProfilePage({ person, own }: { person: Person; own: boolean }) {
  const where = [person.place, person.country && countryName(person.country)].filter(Boolean).join(', ');
  return (
    <article class="reading">
      <PageHead title={person.name} lede={person.headline || undefined}>
        {where && <p class="small">{where}</p>}
        {own && (
          <ButtonLink href={`/people/${person.address}/edit`} kind="secondary">
            {t('Edit your profile')}
          </ButtonLink>
        )}
      </PageHead>
      {person.about && <p class="prose">{person.about}</p>}
      {person.canHelp && (
        <section>
          <h2>{t('Can help with')}</h2>
          <p>{person.canHelp}</p>
        </section>
      )}
      {person.lookingFor && (
        <section>
          <h2>{t('Is looking for')}</h2>
          <p>{person.lookingFor}</p>
        </section>
      )}
    </article>
  );
}
