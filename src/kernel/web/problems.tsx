import type { Actor } from '../actor.ts';
import { emptyForm } from '../forms.ts';
import { Button, ButtonLink, type Child, type PageProps, TextField } from '../ui/index.ts';
import { rich, t } from '../words.ts';

/** The page for something that went wrong: what happened, what to do now. A bug shows its number and no detail. */
export function problemOf(
  { status, requestId, path, actor }: { status: number; requestId: string; path: string; actor?: Actor },
  sentence?: string,
): [Child, PageProps] {
  const title = titleOf(status);
  const signIn = `/sign-in?next=${encodeURIComponent(path)}`;
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
          <form class="search" method="get" action="/work">
            <TextField form={emptyForm} name="words" type="search" label={t('What are you trying to improve?')} />
            <Button>{t('Find work')}</Button>
          </form>
          <p>
            {rich('Or <people>find people</people>, or <home>start from the home page</home>.', {
              people: (words) => <a href="/people">{words}</a>,
              home: (words) => <a href="/">{words}</a>,
            })}
          </p>
        </>
      )}
      {status === 403 && (
        <p>
          {actor?.id ? (
            rich(
              'Is it another of your accounts that may? <a>Sign in</a> with that one, or go back to where you were.',
              {
                a: (words) => <a href={signIn}>{words}</a>,
              },
            )
          ) : (
            <ButtonLink href={signIn}>{t('Sign in')}</ButtonLink>
          )}
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
