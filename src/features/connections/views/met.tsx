import { formatDate } from '#kernel/format.ts';
import { ButtonLink } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Companion, Introduction } from '../groups.ts';
import { namesOf } from '../letters.ts';
import type { Options } from '../options.ts';

/** Whom one meets this round, and how to begin. */
export function Latest({
  introduction,
  questions,
  writeTo,
}: {
  introduction: Introduction;
  questions: string[];
  writeTo: Options['writeTo'];
}) {
  const { companions, on } = introduction;
  return (
    <section class="card introduction" id="latest">
      <h2>{t('This round you meet {names}', { names: namesOf(companions) })}</h2>
      <p class="small">{t('Introduced on {on}', { on: formatDate(on) })}</p>
      {companions.map((companion) => (
        <Person companion={companion} writeTo={writeTo} />
      ))}
      <h3>{t('Three questions to begin with')}</h3>
      <ul>
        {questions.map((question) => (
          <li>{question}</li>
        ))}
      </ul>
      <p class="small">
        {t(
          'Whoever reads this first writes first, and offers two or three times. If you cannot after all, say so in a line.',
        )}
      </p>
    </section>
  );
}

function Person({ companion, writeTo }: { companion: Companion; writeTo: Options['writeTo'] }) {
  const { name, headline, canHelp, address, email } = companion;
  return (
    <div class="introduction-person">
      <p>
        {address ? <a href={`/people/${address}`}>{name}</a> : name}
        {headline !== '' && <span class="introduction-headline">{headline}</span>}
      </p>
      {canHelp !== '' && <p>{t('Can help with: {canHelp}', { canHelp })}</p>}
      {email !== null && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {address && writeTo && (
        <p class="buttons">
          <ButtonLink href={writeTo({ address })}>{t('Write to {name}', { name })}</ButtonLink>
        </p>
      )}
    </div>
  );
}

/** Whom one was introduced to before. */
export function Past({ introductions }: { introductions: Introduction[] }) {
  return (
    <section id="met">
      <h2>{t('Whom you have met')}</h2>
      <ul class="introductions-past">
        {introductions.map(({ on, companions }) => (
          <li>
            <span class="small">{formatDate(on)}</span>
            <ul>
              {companions.map(({ name, headline, address }) => (
                <li>
                  {address ? <a href={`/people/${address}`}>{name}</a> : name}
                  {headline !== '' && <span class="introduction-headline">{headline}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
