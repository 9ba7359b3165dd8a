import { ButtonLink } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** On the account page of a member: the way to the questions. It is the same whether they have answered or not. */
export function AboutYou() {
  return (
    <section aria-labelledby="about-you">
      <h2 id="about-you">{t('Whom are we missing?')}</h2>
      <p>
        {t(
          'A few voluntary questions about you, such as age and ethnic group. Answers are kept apart from your name and shown only as rounded totals.',
        )}
      </p>
      <ButtonLink href="/account/about-you" kind="secondary">
        {t('Answer, change or withdraw')}
      </ButtonLink>
    </section>
  );
}
