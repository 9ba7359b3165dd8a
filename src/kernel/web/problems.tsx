import type { Child, PageProps } from '../ui/index.ts';
import { t } from '../words.ts';

/** The page for something that went wrong: what happened, what to do now. A bug shows its number and no detail. */
export function problemOf(status: number, requestId: string, sentence?: string): [Child, PageProps] {
  const title = titleOf(status);
  const content = (
    <div class="reading">
      <h1>{title}</h1>
      {sentence && sentence !== 'Not found' && <p class="lede">{sentence}</p>}
      {status === 404 && (
        <>
          <p>
            {t(
              'The address may have changed, or what was here may be visible only to its team. If you typed the address, check it.',
            )}
          </p>
          <p>
            <a href="/work">{t('Browse the work')}</a>, <a href="/people">{t('find people')}</a> {t('or')}{' '}
            <a href="/">{t('start from the home page')}</a>.
          </p>
        </>
      )}
      {status === 403 && (
        <p>
          <a href="/sign-in">{t('Sign in')}</a> {t('with another account, or go back to where you were.')}
        </p>
      )}
      {status === 500 && (
        <>
          <p>{t('This is our fault, not yours. What you had saved is safe. Please try again in a minute.')}</p>
          <p>{t('If it happens again, tell the community team this number: {requestId}', { requestId })}</p>
        </>
      )}
    </div>
  );
  return [content, { title }];
}

function titleOf(status: number): string {
  if (status === 404) return t('We cannot find that page');
  if (status === 403) return t('You cannot do that here');
  if (status === 409) return t('Something changed in the meantime');
  if (status === 429) return t('Please wait a moment');
  return t('Something went wrong');
}
