import type { Work } from '#features/work/index.ts';
import { ButtonLink } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Diagram } from '../diagram.ts';

/** That there is a driver diagram, on the page of its work. */
export function DriversPanel({ work, diagram, edit }: { work: Work; diagram: Diagram | null; edit: boolean }) {
  if (!diagram && !edit) return null;
  const href = `/work/${work.address}/drivers`;
  const ideas = diagram?.drivers.filter(({ tier }) => tier === 'change').length ?? 0;
  return (
    <section id="drivers">
      <h2>{t('Driver diagram')}</h2>
      {diagram ? (
        <p>
          <a href={href}>
            {t(
              'What has to be so for the aim, with {ideas, plural, =0 {no change idea yet} one {# change idea} other {# change ideas}}',
              {
                ideas,
              },
            )}
          </a>
        </p>
      ) : (
        <>
          <p>{t('A driver diagram shows how you think your ideas lead to your aim.')}</p>
          <ButtonLink href={href} kind="secondary">
            {t('Draw a driver diagram')}
          </ButtonLink>
        </>
      )}
    </section>
  );
}
