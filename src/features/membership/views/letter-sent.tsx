import { ButtonLink, PageHead } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';

/** The same for everybody: it does not say whether this address was known. */
export function LetterSent() {
  return (
    <div class="reading">
      <PageHead
        title={t('Look in your e-mail')}
        lede={t('We have sent you a letter with a link. It opens your application.')}
      />
      <p>
        {t(
          'It usually arrives within a minute. If it does not, look among unwanted mail, or check with your organisation: some hold back letters from new senders.',
        )}
      </p>
      <p>
        {rich(
          'Still nothing? <a>Ask for another</a>. If you began before, the letter takes you to where you left off.',
          {
            a: (text) => <a href="/join/applications/new">{text}</a>,
          },
        )}
      </p>
    </div>
  );
}

/** For a link that is wrong, has run out or was taken back. */
export function LinkGone() {
  return (
    <div class="reading">
      <PageHead
        title={t('This link has run out')}
        lede={t('Links in our letters work for 90 days, and only whole: a mail program may have cut this one short.')}
      />
      <p>{t('Nothing you wrote is lost. Give us the same e-mail address and we send you a new link to it.')}</p>
      <ButtonLink href="/join/applications/new">{t('Get a new link')}</ButtonLink>
    </div>
  );
}
