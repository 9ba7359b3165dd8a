import type { Work } from '#features/work/index.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  type Choice,
  ErrorSummary,
  PageHead,
  PostForm,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { decisionChoices } from '../decisions.ts';

/** What can be chosen; a list that has nothing in it is not asked. */
export type CycleChoices = { owners: Choice[]; changes: Choice[]; measures: Choice[]; earlier: Choice[] };

/** One form for the whole cycle: the question now, the rest when it happens. */
export function CycleForm({
  work,
  number,
  form,
  choices,
}: {
  work: Work;
  /** Null for a new one. */
  number: number | null;
  form: Form;
  choices: CycleChoices;
}) {
  const base = `/work/${work.address}/cycles`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={number === null ? t('Begin a cycle') : t('Cycle {number, number}', { number })}
        above={<a href={`/work/${work.address}`}>{t('Back to {title}', { title: work.title })}</a>}
        lede={t('Plan it, do it, study it, act on it. Only the question is needed now; come back when there is more.')}
      />
      <PostForm action={number === null ? base : `${base}/${number}`} method={number === null ? 'post' : 'put'}>
        <TextField
          form={form}
          name="question"
          label={t('What do you want to find out?')}
          hint={t('One question that a few days can answer. “Will people use a chair by the window?”')}
        />
        <h2>{t('Plan')}</h2>
        <TextArea
          form={form}
          name="prediction"
          optional
          label={t('What do you think will happen, and why?')}
          hint={t('Write it down before you begin: being wrong teaches most.')}
          rows={3}
        />
        <TextArea
          form={form}
          name="plan"
          optional
          label={t('What will you do?')}
          hint={t('Who, where, when, for how long')}
          rows={3}
        />
        <TextField form={form} name="startsOn" optional type="date" label={t('When does it start?')} width="narrow" />
        <SelectField
          form={form}
          name="owner"
          optional
          label={t('Who looks after it?')}
          empty={t('Nobody yet')}
          choices={choices.owners}
        />
        {choices.changes.length > 0 && (
          <SelectField
            form={form}
            name="change"
            optional
            label={t('Which change idea does it try?')}
            hint={t('From your driver diagram')}
            empty={t('None')}
            choices={choices.changes}
          />
        )}
        {choices.measures.length > 0 && (
          <SelectField
            form={form}
            name="measure"
            optional
            label={t('On which chart should it be marked?')}
            hint={t('With its number, on the day it starts')}
            empty={t('None')}
            choices={choices.measures}
          />
        )}
        {choices.earlier.length > 0 && (
          <SelectField
            form={form}
            name="after"
            optional
            label={t('Which cycle led to this one?')}
            empty={t('None')}
            choices={choices.earlier}
          />
        )}
        <h2>{t('Do')}</h2>
        <TextArea
          form={form}
          name="happened"
          optional
          label={t('What happened?')}
          hint={t('Nothing that could tell who a patient is, please.')}
        />
        <TextField form={form} name="endsOn" optional type="date" label={t('When did it end?')} width="narrow" />
        <h2>{t('Study')}</h2>
        <TextArea
          form={form}
          name="learning"
          optional
          label={t('What did you learn?')}
          hint={t('Was your prediction right?')}
        />
        <h2>{t('Act')}</h2>
        <Radios
          form={form}
          name="decision"
          optional
          label={t('What comes of it?')}
          choices={[...decisionChoices(), { value: '', label: t('Not decided yet') }]}
        />
        <Button>{t('Save the cycle')}</Button>
      </PostForm>
    </div>
  );
}
