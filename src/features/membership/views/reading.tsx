import { countryName } from '#kernel/countries.ts';
import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import type { Settings } from '#kernel/settings.ts';
import { ButtonLink, ErrorSummary, Notice, PageHead, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Assessment } from '../assessments.ts';
import type { Criterion } from '../criteria.ts';
import type { Decision } from '../decisions.ts';
import type { Reading } from '../panel.ts';
import type { Nearby } from '../queue.ts';
import { daysBetween } from '../waiting.ts';
import { OUTCOMES, outcomeName, pathwayName, stateName } from '../words.ts';
import { AssessmentForm } from './assessment-form.tsx';
import { AnswerFile, CallBox, type More, Needs, SpokenFor } from './reading-more.tsx';
import { Conflict, NextAndPrevious, Views, Works, WorksLater } from './reading-parts.tsx';

export type ReadingProps = {
  reading: Reading;
  criteria: Criterion[];
  answers: Record<string, string>;
  works: string[];
  /** Empty for who may not see them yet. */
  given: Assessment[];
  decisions: Decision[];
  community: Settings;
  may: { assess: boolean; decide: boolean; declareConflict: boolean; noteCall: boolean };
  more: More;
  nearby: Nearby;
  form: Form;
  now: Date;
};

/** An application as its panel reads it, with the one thing that is asked of this reader. */
export function ReadingPage({
  reading,
  criteria,
  answers,
  works,
  given,
  decisions,
  community,
  may,
  more,
  nearby,
  form,
  now,
}: ReadingProps) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={titleOf(reading)}
        above={
          <>
            <a href="/assessing">{t('Applications to read')}</a> <Tag>{stateName(reading.state)}</Tag>
          </>
        }
      />
      <Facts reading={reading} community={community} now={now} />
      {reading.isReadAgain && (
        <Notice>
          <p>
            {reading.isBarred
              ? t('It is read again after an appeal, by people who have not judged it before. You can look on.')
              : t('It is read again after an appeal. Please begin afresh with what you read here.')}
          </p>
        </Notice>
      )}
      {reading.isHidden && (
        <p class="small">{t('Your community reads without names. You see who it is once everybody has read.')}</p>
      )}
      {may.declareConflict && <Conflict reading={reading} />}
      <Needs needs={more.needs} />
      {decisions.map((decision) => (
        <Notice
          title={t('{outcome}, {date}, by {who}', {
            outcome: outcomeName(decision.outcome),
            date: formatDate(decision.decidedAt),
            who: decision.decidedBy,
          })}
        >
          {decision.reasons && <p>{decision.reasons}</p>}
          <details>
            <summary>{t('The letter')}</summary>
            <p class="application-text">{decision.letter}</p>
          </details>
        </Notice>
      ))}
      <CallBox reading={reading} more={more} mayNote={may.noteCall} form={form} />
      {criteria.map((criterion) => (
        <section class="application-question">
          <h2>{criterion.title}</h2>
          <p class="small">{criterion.questions[reading.pathway].question}</p>
          <p class="application-text">{answers[criterion.id]}</p>
          <AnswerFile
            reading={reading}
            answerKey={criterion.key}
            typed={answers[criterion.id] ?? ''}
            file={more.files[criterion.id]}
          />
          <Views criterion={criterion} given={given} />
        </section>
      ))}
      {works.length > 0 && (reading.isHidden ? <WorksLater /> : <Works works={works} />)}
      <SpokenFor reading={reading} referee={more.referee} />
      {may.assess && <AssessmentForm reading={reading} criteria={criteria} form={form} />}
      {may.decide && <Decide reading={reading} />}
      {reading.mine.given && !may.decide && reading.isOpen && (
        <Notice tone="moss">
          <p>{t('You have given your assessment. Thank you: nothing more is asked of you now.')}</p>
        </Notice>
      )}
      <NextAndPrevious nearby={nearby} />
    </div>
  );
}

function Facts({ reading, community, now }: { reading: Reading; community: Settings; now: Date }) {
  const { submittedAt, country, pathway, given, needed, owner } = reading;
  const days = daysBetween(submittedAt ?? now, now);
  return (
    <dl class="facts">
      <dt>{t('Comes as')}</dt>
      <dd>{pathwayName(pathway)}</dd>
      <dt>{t('Country')}</dt>
      <dd>{countryName(country)}</dd>
      <dt>{t('Sent')}</dt>
      <dd>
        {submittedAt && formatDate(submittedAt)}
        {reading.isOpen && (
          <>
            {' '}
            ({t('{days} of the {promise} days we promise', { days, promise: community['membership.promise-days'] })})
          </>
        )}
      </dd>
      <dt>{t('Read by')}</dt>
      <dd>{t('{given} of {needed}', { given, needed })}</dd>
      <dt>{t('Sees to it')}</dt>
      <dd>{owner ?? t('Nobody yet')}</dd>
    </dl>
  );
}

/** What names a person: an applicant, while names are hidden. */
export function titleOf({ isHidden, name }: Reading): string {
  if (isHidden) return t('An applicant');
  return name || t('Anonymous');
}

function Decide({ reading }: { reading: Reading }) {
  return (
    <section class="card" aria-labelledby="decide">
      <h2 id="decide">{t('Everybody has read it: please decide')}</h2>
      <p>{t('Next you see the letter, made from the reasons above. You can edit it before it goes.')}</p>
      <div class="buttons">
        {OUTCOMES.map((outcome) => (
          <ButtonLink
            href={`/assessing/${reading.shortId}/decision?outcome=${outcome}`}
            kind={outcome === 'admitted' ? 'primary' : 'secondary'}
          >
            {outcomeName(outcome)}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}
