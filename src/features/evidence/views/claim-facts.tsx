import { withUnit } from '#features/work/index.ts';
import { Ink, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { claimChart } from '../chart.ts';
import { type ClaimFacts, chartOf, figuresOf } from '../facts.ts';
import {
  gapsSentence,
  gradeAbout,
  headline,
  headlineSentence,
  isUnderReview,
  reasonSentence,
  relationSentence,
  restOfHeadline,
  stepSentence,
  suppliersSentence,
} from '../words.ts';
import { GradeBar } from './grade-bar.tsx';

/** The number of a claim, its picture, its grade, why it stands there and where it comes from. */
export function ClaimFigures({
  facts,
  suppliers,
  source,
  level,
}: {
  facts: Omit<ClaimFacts, 'suppliers'>;
  /** Those who recorded the readings, by name, as far as they may be named. */
  suppliers: readonly string[];
  source: string | null;
  level: 2 | 4;
}) {
  const { grade, because, raise } = facts.grade;
  const figures = figuresOf(facts);
  const numbers = figures && headline(because, figures);
  const sentence = figures && headlineSentence(because, figures);
  const chart = chartOf(facts);
  const Heading = level === 2 ? 'h2' : 'h4';
  return (
    <>
      {numbers && (
        <p class="claim-number">
          <Sourced href={source}>{withUnit(numbers.now, numbers.unit)}</Sourced> <span>{restOfHeadline(numbers)}</span>
        </p>
      )}
      {chart && (
        <div class="claim-picture">
          <p class="claim-says">{sentence}</p>
          <Ink svg={claimChart(chart) + claimChart(chart, 'narrow')} />
        </div>
      )}
      <GradeBar grade={grade} />
      {isUnderReview(facts.grade) && (
        <p>
          <Tag tone="bracken">{t('Under review')}</Tag>
        </p>
      )}
      <p class="small">{gradeAbout(grade)}</p>
      <div class="claim-reasons">
        <section>
          <Heading>{t('Why it stands there')}</Heading>
          <ul>
            {because.map((reason) => (
              <li>{reasonSentence(reason, figures)}</li>
            ))}
          </ul>
        </section>
        <section>
          <Heading>{t('What would raise it')}</Heading>
          <ul>
            {raise.map((step) => (
              <li>{stepSentence(step)}</li>
            ))}
          </ul>
        </section>
      </div>
      <p class="small claim-source">
        {relationSentence(facts.relation)}{' '}
        {facts.measure && `${suppliersSentence(suppliers)} ${gapsSentence(facts.gaps)}`} {t('Not audited.')}{' '}
        {source && <a href={source}>{t('See the readings')}</a>}
      </p>
    </>
  );
}

function Sourced({ href, children }: { href: string | null; children?: string }) {
  return href ? <a href={href}>{children}</a> : <strong>{children}</strong>;
}
