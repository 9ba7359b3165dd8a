import type { Work } from '#features/work/index.ts';
import { ButtonLink } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Claim } from '../claims.ts';
import { GradeBar } from './grade-bar.tsx';

/** What a piece of work is said to have brought, on its page. */
export function ClaimsPanel({ work, claims, own }: { work: Work; claims: Claim[]; own: boolean }) {
  if (claims.length === 0 && !own) return null;
  return (
    <section class="claims" id="claims">
      <h2>{t('What it brought')}</h2>
      {claims.length === 0 && <p>{t('Nobody has said yet what this work brought.')}</p>}
      {claims.length > 0 && (
        <ul class="cards">
          {claims.map((claim) => (
            <li class="card">
              <p class="small">{claim.areaName}</p>
              <h3>
                <a href={`/work/${work.address}/claims/${claim.short}`}>{claim.statement}</a>
              </h3>
              <GradeBar grade={claim.grade} />
            </li>
          ))}
        </ul>
      )}
      {own && (
        <ButtonLink href={`/work/${work.address}/claims/new`} kind="secondary">
          {t('Say what it brought')}
        </ButtonLink>
      )}
    </section>
  );
}
