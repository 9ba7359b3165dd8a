import { Button, ButtonLink, Notice, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Import } from '../imports.ts';
import { LeftOutTable } from './left-out.tsx';

/** How far an import is, and once it is done what came of it. */
export function ImportPage({ imported }: { imported: Import }) {
  const { short, startedAt, finishedAt, undoneAt, taken, total, works, leftOut } = imported;
  const path = `/work/import/${short}`;
  const above = <a href="/work/import">{t('Work from a sheet')}</a>;
  if (undoneAt)
    return (
      <div class="reading">
        <PageHead
          title={t('Taken back')}
          above={above}
          lede={t(
            '{works, plural, =0 {Nothing is left of it.} one {One piece of work stays, because it is published or somebody has gone on with it.} other {# pieces of work stay, because they are published or somebody has gone on with them.}}',
            { works },
          )}
        />
      </div>
    );
  if (!finishedAt)
    return (
      <div class="reading">
        <PageHead
          title={t('Under way')}
          above={above}
          lede={t('{taken, number} of {total, number} rows are done. You can close this page: it goes on.', {
            taken,
            total,
          })}
        />
        <progress class="import-progress" max={total} value={taken} aria-label={t('Rows done')} />
        {startedAt && <ButtonLink href={path}>{t('Look again')}</ButtonLink>}
      </div>
    );
  return (
    <div class="reading">
      <PageHead
        title={t('Done')}
        above={above}
        lede={t(
          '{works, plural, =0 {No row became work.} one {One piece of work is on the shelf of {owner}, and nobody else sees it yet.} other {# pieces of work are on the shelf of {owner}, and nobody else sees them yet unless they were published.}}',
          { works, owner: imported.ownerName },
        )}
      />
      {works > 0 && (
        <p class="buttons">
          <ButtonLink href="/work?sort=recent">{t('See them among the work')}</ButtonLink>
        </p>
      )}
      <LeftOutTable leftOut={leftOut} />
      <Notice title={t('Not what you wanted?')}>
        <p>{t('Taking it back removes every piece that is still private and that nobody has gone on with.')}</p>
        <PostForm action={path} method="delete">
          <Button kind="warning">{t('Take all of it back')}</Button>
        </PostForm>
      </Notice>
    </div>
  );
}
