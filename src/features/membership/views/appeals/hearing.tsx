import { countryName } from '#kernel/countries.ts';
import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import type { Settings } from '#kernel/settings.ts';
import { Button, ErrorSummary, Notice, PageHead, PostForm, Radios, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Hearing } from '../../appeals/hearings.ts';
import type { Appeal, Turn } from '../../appeals.ts';
import type { Assessment } from '../../assessments.ts';
import type { Note } from '../../calls.ts';
import type { Criterion } from '../../criteria.ts';
import type { Decision } from '../../decisions.ts';
import type { AnswerFiles } from '../../other-ways.ts';
import { appealOutcomeChoices, appealOutcomeName, outcomeName, pathwayName } from '../../words.ts';
import { Views, Works } from '../reading-parts.tsx';
import { Clock } from './appeals.tsx';
import { Dialogue } from './dialogue.tsx';

type Props = {
  hearing: Hearing;
  turns: Turn[];
  outcome: Appeal['outcome'];
  criteria: Criterion[];
  answers: Record<string, string>;
  files: AnswerFiles;
  told: Note | null;
  works: string[];
  given: Assessment[];
  decisions: Decision[];
  community: Settings;
  form: Form;
  now: Date;
};

/** An appeal with all that it is about, for somebody who had no part in it. */
export function HearingPage(props: Props) {
  const { hearing, turns, outcome, community, form, now } = props;
  const { application } = hearing;
  const address = `/assessing/appeals/${hearing.shortId}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Appeal of {name}', { name: application.name || t('Anonymous') })}
        above={<a href="/assessing/appeals">{t('Appeals')}</a>}
      />
      <dl class="facts">
        <dt>{t('Comes as')}</dt>
        <dd>{pathwayName(application.pathway)}</dd>
        <dt>{t('Country')}</dt>
        <dd>{countryName(application.country)}</dd>
        <dt>{t('Waiting')}</dt>
        <dd>
          <Clock row={hearing} promise={community['membership.promise-days']} now={now} />
        </dd>
        <dt>{t('Sees to it')}</dt>
        <dd>{hearing.owner ?? t('Nobody yet')}</dd>
      </dl>
      <h2>{t('What was said')}</h2>
      <Dialogue turns={turns} applicant={application.name || t('Anonymous')} />
      {outcome && (
        <Notice
          title={t('{outcome}, {date}', {
            outcome: appealOutcomeName(outcome.outcome),
            date: formatDate(outcome.decidedAt),
          })}
        >
          <p class="application-text">{outcome.letter}</p>
        </Notice>
      )}
      {!hearing.outcome && <Answer address={address} form={form} />}
      <About {...props} address={address} />
      {!hearing.outcome && <End address={address} form={form} />}
    </div>
  );
}

function Answer({ address, form }: { address: string; form: Form }) {
  return (
    <PostForm action={`${address}/turns`}>
      <TextArea
        form={form}
        name="words"
        label={t('Your answer')}
        hint={t('It goes by letter, with your name. Ask, explain, or say what you will do. The dialogue goes on.')}
        rows={6}
      />
      <Button>{t('Send your answer')}</Button>
    </PostForm>
  );
}

function End({ address, form }: { address: string; form: Form }) {
  return (
    <section class="assessment" aria-labelledby="end">
      <h2 id="end">{t('End the appeal')}</h2>
      <PostForm action={`${address}/outcome`} method="put">
        <Radios form={form} name="outcome" label={t('How does it end?')} choices={appealOutcomeChoices()} />
        <TextArea
          form={form}
          name="letter"
          label={t('The letter, with your reasons')}
          hint={t('Say what you looked at and why you end it this way: warm, plain, and true.')}
          rows={10}
        />
        <Button>{t('End it, and send the letter')}</Button>
      </PostForm>
    </section>
  );
}

/** What was sent, what the panel thought of it, and what was answered. */
function About({
  hearing,
  criteria,
  answers,
  files,
  told,
  works,
  given,
  decisions,
  address,
}: Props & { address: string }) {
  return (
    <>
      <h2>{t('What it is about')}</h2>
      {decisions.map(({ outcome, decidedAt, decidedBy, reasons, letter }) => (
        <Notice
          title={t('{outcome}, {date}, by {who}', {
            outcome: outcomeName(outcome),
            date: formatDate(decidedAt),
            who: decidedBy,
          })}
        >
          {reasons && <p>{reasons}</p>}
          <p class="application-text">{letter}</p>
        </Notice>
      ))}
      {told && <p class="application-text card">{told.notes}</p>}
      {criteria.map((criterion) => {
        const file = files[criterion.id];
        return (
          <section class="application-question">
            <h3>{criterion.title}</h3>
            <p class="small">{criterion.questions[hearing.application.pathway].question}</p>
            <p class="application-text">{answers[criterion.id]}</p>
            {file && (
              <p>
                <a href={`${address}/files/${criterion.key}`}>{file.name}</a>
              </p>
            )}
            <Views criterion={criterion} given={given} />
          </section>
        );
      })}
      {works.length > 0 && <Works works={works} />}
    </>
  );
}
