import { countryChoices } from '#kernel/countries.ts';
import { emptyForm, type Form } from '#kernel/forms.ts';
import {
  Button,
  Checkboxes,
  type Child,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Application } from '../applications.ts';
import type { Criterion } from '../criteria.ts';
import type { Decision } from '../decisions.ts';
import type { OwnWork } from '../options.ts';
import type { Ways } from '../other-ways.ts';
import type { Referee } from '../referees.ts';
import { pathwayChoices } from '../words.ts';
import { OtherWay, RatherTell } from './other-ways.tsx';
import { Speaker, SpeakerFields } from './speaker.tsx';
import { Withdraw } from './withdraw.tsx';

export function ApplicationForm({
  application,
  criteria,
  form,
  own,
  told,
  saved,
  token,
  referee,
  ways,
}: {
  application: Application;
  criteria: Criterion[];
  form: Form;
  /** Works that the applicant shared, when they have signed in. */
  own: OwnWork[];
  /** The letter that asked for more. */
  told?: Decision;
  saved: boolean;
  token: string;
  referee: Referee | null;
  ways: Ways;
}) {
  const address = `/join/applications/${token}`;
  const first = application.submissionId === null;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      {saved && (
        <Notice tone="moss" title={t('Saved')}>
          <p>{t('You can close this page. The link in your e-mail brings you back to exactly this.')}</p>
        </Notice>
      )}
      <PageHead
        title={first ? t('Your application') : t('Tell us a little more')}
        lede={t(
          'In your own words, as you would tell a colleague. Please leave out anything that could identify a patient.',
        )}
      />
      {told && (
        <Notice title={t('What we asked')}>
          <p class="application-text">{told.letter}</p>
        </Notice>
      )}
      <PostForm action={address} method="put">
        {/* What the Enter key presses: without it, the first way to answer differently. */}
        <button class="visually-hidden" type="submit" tabindex={-1}>
          {t('Save')}
        </button>
        <RatherTell call={ways.call} />
        {criteria.map((criterion) => (
          <Question criterion={criterion} pathway={application.pathway} form={form}>
            <OtherWay criterion={criterion} file={ways.files[criterion.id]} address={address} />
          </Question>
        ))}
        <h2>{t('Work you have shared')}</h2>
        {own.length > 0 && (
          <Checkboxes
            form={form}
            name="shared"
            label={t('Which of your works should we look at?')}
            choices={own.map((work) => ({ value: work.address, label: work.title }))}
            optional
          />
        )}
        <TextArea
          form={form}
          name="works"
          rows={3}
          label={t('Anything we can look at')}
          hint={t(
            'A page here or elsewhere: one address on each line. Not needed; it helps if something says it better than words.',
          )}
          optional
        />
        <h2>{t('About you')}</h2>
        <TextField form={form} name="name" label={t('Your name')} autocomplete="name" />
        {first && (
          <>
            <SelectField form={form} name="country" label={t('Country')} choices={countryChoices()} />
            <Radios
              form={form}
              name="pathway"
              label={t('What fits you best?')}
              hint={t('If you choose another and save, the questions above change their words. Your answers stay.')}
              choices={pathwayChoices()}
            />
          </>
        )}
        <TextArea
          form={form}
          name="needs"
          rows={3}
          label={t('Anything that would make this easier for you?')}
          hint={t(
            'For example large print, more time, or an interpreter when we ring. Those who read your application see it so that they can act on it. It is never judged.',
          )}
          optional
        />
        {first && <SpeakerFields form={form} />}
        <Compact form={form} />
        <div class="buttons">
          <Button kind="secondary">{t('Save and finish later')}</Button>
          <button class="button" type="submit" formaction={`${address}/submission`}>
            {first ? t('Send your application') : t('Send it again')}
          </button>
        </div>
      </PostForm>
      {!first && <Speaker address={address} referee={referee} form={emptyForm} />}
      <Withdraw address={address} />
    </div>
  );
}

/** One criterion as its applicant meets it. */
export function Question({
  criterion,
  pathway,
  form,
  children,
}: {
  criterion: Criterion;
  pathway: Application['pathway'];
  form: Form;
  children?: Child;
}) {
  const { question, hint } = criterion.questions[pathway];
  return (
    <section class="application-question">
      <h2>{criterion.title}</h2>
      <details>
        <summary>{t('What counts, and what we look for')}</summary>
        <p>{criterion.looksFor}</p>
        <p>{t('All of these count equally:')}</p>
        <ul>
          {criterion.countsEqually.map((way) => (
            <li>{way}</li>
          ))}
        </ul>
      </details>
      <TextArea form={form} name={`answer-${criterion.key}`} label={question} hint={hint} rows={9} />
      {children}
    </section>
  );
}

function Compact({ form }: { form: Form }) {
  return (
    <>
      <h2>{t('What we ask of each other')}</h2>
      <p>
        {rich(
          'Members share what they learn, listen well, put patients and the people who use services first, and say openly where they have an interest of their own. <a>Read the whole compact</a>',
          {
            a: (text) => <a href="/pages/compact">{text}</a>,
          },
        )}
      </p>
      <Checkboxes
        form={form}
        name="compact"
        label={t('The compact')}
        choices={[{ value: 'yes', label: t('I have read it and can agree to it') }]}
      />
    </>
  );
}
