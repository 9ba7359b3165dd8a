import { Button, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Assessment } from '../assessments.ts';
import type { Criterion } from '../criteria.ts';
import type { Reading } from '../panel.ts';
import type { Nearby } from '../queue.ts';
import { viewName } from '../words.ts';

export function Views({ criterion, given }: { criterion: Criterion; given: Assessment[] }) {
  const views = given.flatMap(({ assessor, views }) =>
    views.filter(({ criterionId }) => criterionId === criterion.id).map((view) => ({ ...view, assessor })),
  );
  if (views.length === 0) return null;
  return (
    <ul class="assessment-views" aria-label={t('What the panel thinks of “{title}”', { title: criterion.title })}>
      {views.map(({ assessor, view, reason }) => (
        <li>
          <strong>{viewName(view)}</strong> <span class="small">{assessor}</span>
          <p class="application-text">{reason}</p>
        </li>
      ))}
    </ul>
  );
}

export function NextAndPrevious({ nearby: { previous, next } }: { nearby: Nearby }) {
  if (!previous && !next) return null;
  return (
    <nav class="queue-shows" aria-label={t('Other open applications')}>
      <ul>
        {previous && (
          <li>
            <a rel="prev" href={`/assessing/${previous}`}>
              {t('Previous application')}
            </a>
          </li>
        )}
        {next && (
          <li>
            <a rel="next" href={`/assessing/${next}`}>
              {t('Next application')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

export function WorksLater() {
  return <p class="small">{t('They point to work. You can look at it once everybody has read.')}</p>;
}

export function Works({ works }: { works: string[] }) {
  return (
    <section>
      <h2>{t('Work to look at')}</h2>
      <ul>
        {works.map((work) => (
          <li>
            {/^(\/work\/|https?:\/\/)/.test(work) ? (
              <a href={work} rel="noreferrer nofollow">
                {work}
              </a>
            ) : (
              work
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Conflict({ reading }: { reading: Reading }) {
  return (
    <details>
      <summary>{t('Do you know this person?')}</summary>
      <p>
        {t(
          'If you work or have worked closely with them, or are friends or family, leave it to somebody else. Nobody asks why, and you will not see this application again.',
        )}
      </p>
      <PostForm action={`/assessing/${reading.shortId}/conflict`} method="put">
        <Button kind="secondary">{t('I know this person')}</Button>
      </PostForm>
    </details>
  );
}
