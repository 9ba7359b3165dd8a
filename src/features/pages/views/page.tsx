import { formatDate } from '#kernel/format.ts';
import type { Prose as ProseText } from '#kernel/prose/index.ts';
import { ButtonLink, Notice, PageHead, Prose } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Version } from '../pages.ts';

export function Page({
  version,
  prose,
  steward,
  past,
}: {
  version: Version;
  prose: ProseText;
  steward: boolean;
  past?: boolean;
}) {
  const address = `/pages/${version.page}`;
  return (
    <article class="reading">
      <PageHead title={version.title}>
        <p class="small">
          {t('Version {version}, {date}', { version: version.version, date: formatDate(version.writtenAt) })} ·{' '}
          <a href={`${address}/versions`}>{t('Earlier versions')}</a>
        </p>
        {steward && !past && (
          <ButtonLink href={`${address}/edit`} kind="secondary">
            {t('Edit this page')}
          </ButtonLink>
        )}
      </PageHead>
      {past && (
        <Notice>
          <p>
            {t('This is how the page read then.')} <a href={address}>{t('Read it as it is now')}</a>
          </p>
        </Notice>
      )}
      {steward && !past && version.edition && (
        <Notice>
          <p>{t('This is the text that Cairn came with. Please make it your own: only stewards see this note.')}</p>
        </Notice>
      )}
      <Prose text={prose} />
    </article>
  );
}
