import type { Measure, Work } from '#features/work/index.ts';
import { formatDate } from '#kernel/format.ts';
import { ButtonLink, type Child, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Cycle } from '../cycles.ts';
import { DecisionTag } from './decision-tag.tsx';

/** One cycle: the question, then its four steps; what is not written yet says so to its team only. */
export function CyclePage({
  work,
  cycle,
  measure,
  edit,
}: {
  work: Work;
  cycle: Cycle;
  /** Null when there is none that the reader may see. */
  measure: Measure | null;
  edit: boolean;
}) {
  const base = `/work/${work.address}`;
  const here = `${base}/cycles/${cycle.number}`;
  return (
    <article class="reading cycle">
      <PageHead
        title={cycle.question}
        above={
          <>
            <span>{t('Cycle {number, number}', { number: cycle.number })}</span>
            <DecisionTag cycle={cycle} />
            {datesOf(cycle) && <span>{datesOf(cycle)}</span>}
          </>
        }
        lede={<a href={base}>{work.title}</a>}
      >
        {edit && (
          <p class="buttons">
            <ButtonLink href={`${here}/edit`}>{t('Write on')}</ButtonLink>
            <ButtonLink href={`${base}/cycles/new?after=${cycle.number}`} kind="secondary">
              {t('Begin the next cycle')}
            </ButtonLink>
          </p>
        )}
      </PageHead>
      <dl class="facts">
        <Fact name={t('Looked after by')}>{cycle.owner}</Fact>
        <Fact name={t('Change idea')}>{cycle.change && <a href={`${base}/drivers`}>{cycle.change}</a>}</Fact>
        <Fact name={t('Marked on the chart')}>
          {measure && <a href={`${base}/measures/${measure.short}`}>{measure.name}</a>}
        </Fact>
        <Fact name={t('Follows')}>{cycle.after && <CycleLink base={base} number={cycle.after} />}</Fact>
        <Fact name={t('Led to')}>
          {cycle.next.length > 0 && cycle.next.map((number) => <CycleLink base={base} number={number} />)}
        </Fact>
      </dl>
      <Step title={t('Plan: what we thought would happen')} text={cycle.prediction} edit={edit} />
      <Step title={t('Plan: what we would do')} text={cycle.plan} edit={edit} />
      <Step title={t('Do: what happened')} text={cycle.happened} edit={edit} />
      <Step title={t('Study: what we learned')} text={cycle.learning} edit={edit} />
      {edit && (
        <details class="quiet-details">
          <summary>{t('Remove this cycle')}</summary>
          <p>{t('Its words go, and its mark on the chart. The cycles that followed it stay.')}</p>
          <PostForm action={here} method="delete">
            <button class="button button-warning" type="submit">
              {t('Remove it')}
            </button>
          </PostForm>
        </details>
      )}
    </article>
  );
}

export function datesOf({ startsOn, endsOn }: Cycle): string {
  if (startsOn && endsOn) return t('{from} to {until}', { from: formatDate(startsOn), until: formatDate(endsOn) });
  if (startsOn) return t('from {from}', { from: formatDate(startsOn) });
  return endsOn ? t('until {until}', { until: formatDate(endsOn) }) : '';
}

function CycleLink({ base, number }: { base: string; number: number }) {
  return (
    <>
      <a href={`${base}/cycles/${number}`}>{t('Cycle {number, number}', { number })}</a>{' '}
    </>
  );
}

function Fact({ name, children }: { name: string; children?: Child }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Step({ title, text, edit }: { title: string; text: string; edit: boolean }) {
  if (!text && !edit) return null;
  return (
    <section>
      <h2>{title}</h2>
      {text ? (
        text.split(/\n{2,}/).map((paragraph) => <p class="as-typed">{paragraph}</p>)
      ) : (
        <p class="small">{t('Not written yet.')}</p>
      )}
    </section>
  );
}
