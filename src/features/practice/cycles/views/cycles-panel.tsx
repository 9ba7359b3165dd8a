import type { Work } from '#features/work/index.ts';
import { ButtonLink } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Cycle, Marked } from '../cycles.ts';
import { datesOf } from './cycle-page.tsx';
import { DecisionTag } from './decision-tag.tsx';

/** The cycles of a piece of work, on its page: what was asked, and what came of it. */
export function CyclesPanel({ work, cycles, edit }: { work: Work; cycles: Cycle[]; edit: boolean }) {
  if (cycles.length === 0 && !edit) return null;
  const base = `/work/${work.address}/cycles`;
  return (
    <section class="cycles" id="cycles">
      <h2>{t('Cycles')}</h2>
      {cycles.length === 0 && (
        <p>
          {t(
            'A cycle is one small test: ask a question, say what you expect, try it, and see. This is how teams learn before they change everything (plan, do, study, act).',
          )}
        </p>
      )}
      {cycles.length > 0 && (
        <ol class="cycle-list">
          {cycles.map((cycle) => (
            <li>
              <p class="cycle-head">
                <span class="cycle-number">{t('Cycle {number, number}', { number: cycle.number })}</span>
                <DecisionTag cycle={cycle} />
                <span class="small">{datesOf(cycle)}</span>
              </p>
              <h3>
                <a href={`${base}/${cycle.number}`}>{cycle.question}</a>
              </h3>
              {cycle.learning && <p>{shortened(cycle.learning)}</p>}
              {cycle.after !== null && cycle.after !== cycle.number - 1 && (
                <p class="small">{t('Follows cycle {number, number}', { number: cycle.after })}</p>
              )}
            </li>
          ))}
        </ol>
      )}
      {edit && (
        <ButtonLink href={`${base}/new`} kind="secondary">
          {t('Begin a cycle')}
        </ButtonLink>
      )}
    </section>
  );
}

/** Beside a chart: which cycles its marks stand for. */
export function MarkedCycles({ work, cycles }: { work: Work; cycles: Marked[] }) {
  if (cycles.length === 0) return null;
  return (
    <section class="cycles">
      <h2>{t('Cycles on this chart')}</h2>
      <ul class="plain-list">
        {cycles.map(({ number, question, decision, startsOn }) => (
          <li>
            <a href={`/work/${work.address}/cycles/${number}`}>
              {t('Cycle {number, number}: {question}', { number, question })}
            </a>{' '}
            <DecisionTag cycle={{ decision, startsOn }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function shortened(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 195).replace(/\s+\S*$/, '')} …`;
}
