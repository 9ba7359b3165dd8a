import { formatDate } from '#kernel/format.ts';
import { ButtonLink, Empty, Notice, PageHead, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { audienceName } from '../audiences.ts';
import type { Invitation } from '../authors.ts';
import type { Case } from '../cases.ts';
import type { Shelved } from '../library.ts';

/** The cases that the reader may find, and their own drafts. */
export function Library({ cases, own, asked }: { cases: Shelved[]; own: Case[]; asked: Invitation[] }) {
  return (
    <>
      <PageHead
        title={t('Cases')}
        lede={t('Arguments for a decision, made of measured work. Each number leads back to its readings.')}
      >
        <ButtonLink href="/cases/new">{t('Make a case')}</ButtonLink>
      </PageHead>
      {asked.map((invitation) => (
        <Notice title={t('{inviter} asks you to write a case together', invitation)}>
          <p>
            <a href={`/cases/${invitation.address}/authors/me`}>{invitation.title}</a>
          </p>
        </Notice>
      ))}
      {own.length > 0 && (
        <section>
          <h2>{t('Yours')}</h2>
          <ul>
            {own.map(({ title, address, latest, changedAt }) => (
              <li>
                <a href={`/cases/${address}/preview`}>{title}</a>{' '}
                <span class="small">
                  {latest === null
                    ? t('draft, changed on {date}', { date: formatDate(changedAt) })
                    : t('version {latest} is published', { latest })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('Published')}</h2>
        {cases.length === 0 && (
          <Empty>
            <p>{t('Nothing has been published yet.')}</p>
          </Empty>
        )}
        <ul class="cards">
          {cases.map((one) => (
            <li class="card">
              <p>
                <Tag tone="moss">{audienceName(one.audience)}</Tag>
              </p>
              <h3>
                <a href={`/cases/${one.address}`}>{one.title}</a>
              </h3>
              <p>{one.ask}</p>
              <p class="small">{formatDate(one.publishedAt)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
