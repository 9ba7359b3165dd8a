import { countryName } from '#kernel/countries.ts';
import { ButtonLink, Empty, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Person } from '../people.ts';
import { Initials } from './initials.tsx';

export function ProfilePage({ person, own }: { person: Person; own: boolean }) {
  const where = [person.place, person.country && countryName(person.country)].filter(Boolean).join(', ');
  return (
    <article class="profile">
      <div class="profile-head">
        <Initials name={person.name} large />
        <PageHead title={person.name} lede={person.headline || undefined}>
          {where && <p class="small">{where}</p>}
          {own && (
            <p class="buttons">
              <ButtonLink href={`/people/${person.address}/edit`} kind="secondary">
                {t('Edit your profile')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
      </div>
      {person.about && <Paragraphs text={person.about} />}
      {(person.canHelp || person.lookingFor) && (
        <div class="profile-offers">
          {person.canHelp && (
            <section class="card">
              <h2>{t('Can help with')}</h2>
              <Paragraphs text={person.canHelp} />
            </section>
          )}
          {person.lookingFor && (
            <section class="card">
              <h2>{t('Is looking for')}</h2>
              <Paragraphs text={person.lookingFor} />
            </section>
          )}
        </div>
      )}
      {own && !person.about && !person.canHelp && (
        <Empty>
          <p>{t('Say in a line or two what you can help with, and others can find you.')}</p>
        </Empty>
      )}
    </article>
  );
}

function Paragraphs({ text }: { text: string }) {
  return (
    <div class="reading">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}
