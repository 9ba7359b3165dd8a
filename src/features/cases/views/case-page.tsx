import { ClaimFigures } from '#features/evidence/index.ts';
import { formatDate } from '#kernel/format.ts';
import { ButtonLink, type Child, DataTable, Empty, PageHead, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { caseFor } from '../audiences.ts';
import type { Changed } from '../changes.ts';
import { authorsOf, inWords, suppliersOf } from '../named.ts';
import { unseenSentence, withdrawnSentence } from '../pdf/paper.ts';
import type { ClaimBlock, MeasuresBlock, NarrativeBlock } from '../snapshot.ts';
import type { KeptBlock, Listed, Version } from '../versions.ts';
import { ChangedSince } from './changed.tsx';

/** A published version: what the board reads. */
export function CasePage({
  version,
  base,
  suffix,
  changed,
  versions,
  edit,
  withdraw,
}: {
  version: Version;
  /** Its address without ending, and what follows the ending: the key of a private link. */
  base: string;
  suffix: string;
  changed: Changed[];
  versions: Listed[];
  edit: string | null;
  /** May the reader take words or names out of it? */
  withdraw: boolean;
}) {
  return (
    <article class="case">
      <CaseHead
        head={version}
        byline={t('{authors} · {published} · version {number}', {
          authors: inWords(authorsOf(version.blocks)),
          published: formatDate(version.publishedAt),
          number: version.number,
        })}
      >
        <p class="buttons">
          <ButtonLink href={`${base}/versions/${version.number}.pdf${suffix}`}>{t('Download as PDF')}</ButtonLink>
          {edit && (
            <ButtonLink href={edit} kind="secondary">
              {t('Edit the case')}
            </ButtonLink>
          )}
        </p>
      </CaseHead>
      <ChangedSince changed={changed} />
      <CaseBody ask={version.ask} context={version.context} blocks={version.blocks} />
      <section class="card case-about">
        <h2>{t('About this document')}</h2>
        <p>
          {t('Version {number}, published on {published}. What was published cannot change. Not audited.', {
            number: version.number,
            published: formatDate(version.publishedAt),
          })}
        </p>
        <p class="small case-hash">
          {t('SHA-256 of this version')}: <code>{version.hash}</code>
        </p>
        <p>
          <a href={`${base}/versions/${version.number}.json${suffix}`}>{t('All of it as data (JSON)')}</a>
        </p>
        {withdraw && (
          <p>
            <a href={`${base}/versions/${version.number}/withdrawals${suffix}`}>
              {t('Withdraw a text or a name from it')}
            </a>
          </p>
        )}
        {versions.length > 1 && (
          <>
            <h3>{t('All versions')}</h3>
            <ul>
              {versions.map(({ number, publishedAt }) => (
                <li>
                  <a href={`${base}/versions/${number}${suffix}`}>
                    {t('Version {number}, {published}', { number, published: formatDate(publishedAt) })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </article>
  );
}

export function CaseHead({
  head,
  byline,
  children,
}: {
  head: { title: string; audience: Version['audience'] };
  byline: string;
  children?: Child;
}) {
  return (
    <PageHead title={head.title} above={<Tag tone="moss">{caseFor(head.audience)}</Tag>}>
      <p class="small">{byline}</p>
      {children}
    </PageHead>
  );
}

/** Context, ask, claims, narrative and every measure of the work. */
export function CaseBody({ ask, context, blocks }: { ask: string; context: string; blocks: KeptBlock[] }) {
  const claims = blocks.flatMap(({ content }) => (content?.kind === 'claim' ? [content] : []));
  const narratives = blocks.flatMap(({ content }) => (content?.kind === 'narrative' ? [content] : []));
  const tables = blocks.flatMap(({ content }) => (content?.kind === 'measures' ? [content] : []));
  const gone = blocks.filter(({ kind, content }) => content === null && kind !== 'person');
  return (
    <>
      <Paragraphs text={context} className="case-context" />
      <section class="case-ask">
        <h2>{t('What we ask')}</h2>
        {ask === '' ? <p>{t('Nothing is asked yet.')}</p> : <Paragraphs text={ask} />}
      </section>
      <section>
        <h2>{t('What the work brought')}</h2>
        {claims.length === 0 && (
          <Empty>
            <p>{t('No claim has been chosen yet.')}</p>
          </Empty>
        )}
        {claims.map((claim) => (
          <CaseClaim claim={claim} suppliers={suppliersOf(claim, blocks)} />
        ))}
      </section>
      {narratives.map((narrative) => (
        <Narrative narrative={narrative} />
      ))}
      {gone.map(({ withdrawnAt }) => (
        <p class="case-gone">{withdrawnSentence(withdrawnAt)}</p>
      ))}
      {tables.map((table) => (
        <Measures table={table} />
      ))}
    </>
  );
}

function CaseClaim({ claim, suppliers }: { claim: ClaimBlock; suppliers: string[] }) {
  return (
    <section class="case-claim">
      <p class="small">{claim.area}</p>
      <h3>{claim.statement}</h3>
      <ClaimFigures
        facts={claim}
        suppliers={suppliers}
        source={`/s/${claim.measure?.short ?? claim.short}`}
        level={4}
      />
      <p class="small">
        {t('From')} <a href={`/s/${claim.work.short}`}>{claim.work.title}</a>, {claim.work.setting}.
      </p>
    </section>
  );
}

function Narrative({ narrative }: { narrative: NarrativeBlock }) {
  return (
    <section class="reading">
      <h2>{narrative.heading}</h2>
      <Paragraphs text={narrative.body} />
    </section>
  );
}

function Measures({ table }: { table: MeasuresBlock }) {
  return (
    <section>
      <h2>{t('Every measure of “{work}”', { work: table.work.title })}</h2>
      <DataTable
        stack
        caption={t('Good and bad, moved and unmoved, so that you can judge the whole.')}
        columns={[
          { head: t('Measure'), cell: ({ name, short }) => <a href={`/s/${short}`}>{name}</a> },
          { head: t('What the readings say'), cell: ({ says }) => says || t('No readings yet.') },
          { head: t('Readings'), cell: ({ readings }) => readings, numeric: true },
          { head: t('In this case'), cell: ({ cited }) => (cited ? t('yes') : t('no')) },
        ]}
        rows={table.measures}
      />
      {table.unseen > 0 && <p class="small">{unseenSentence(table.unseen)}</p>}
    </section>
  );
}

function Paragraphs({ text, className }: { text: string; className?: string }) {
  if (text === '') return null;
  return (
    <div class={className}>
      {text.split(/\n\s*\n/).map((part) => (
        <p>{part}</p>
      ))}
    </div>
  );
}
