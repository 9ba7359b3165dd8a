import { formatMoment } from '#kernel/format.ts';
import { DataTable, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Version } from '../pages.ts';

export function History({ versions }: { versions: [Version, ...Version[]] }) {
  const [latest] = versions;
  return (
    <>
      <PageHead
        title={t('Versions of “{title}”', { title: latest.title })}
        above={<a href={`/pages/${latest.page}`}>{latest.title}</a>}
      />
      <DataTable
        stack
        caption={t('{count, plural, one {One version} other {# versions, newest first}}', { count: versions.length })}
        rows={versions}
        columns={[
          {
            head: t('Version'),
            cell: ({ page, version }) => (
              <a href={`/pages/${page}/versions/${version}`}>{t('Version {version}', { version })}</a>
            ),
          },
          { head: t('Written'), cell: ({ writtenAt }) => formatMoment(writtenAt) },
          {
            head: t('By'),
            cell: ({ writtenBy, edition }) =>
              edition ? t('Cairn’s own text, edition {edition}', { edition }) : writtenBy,
          },
          { head: t('What changed'), cell: ({ note }) => note || t('Not said') },
        ]}
      />
    </>
  );
}
