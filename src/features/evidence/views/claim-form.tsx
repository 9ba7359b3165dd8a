import type { Measure, Work } from '#features/work/index.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ErrorSummary,
  PageHead,
  PostForm,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { BenefitArea } from '../benefit-areas.ts';
import type { Claim } from '../claims.ts';

type Props = { work: Work; areas: BenefitArea[]; form: Form };

/** A new claim: what the work brought, and by what it is to be judged. */
export function ClaimForm({ work, areas, measures, form }: Props & { measures: Measure[] }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('What did it bring?')}
        above={<a href={`/work/${work.address}`}>{work.title}</a>}
        lede={t(
          'Say what got better, and tie it to a measure. Cairn works out how strong the evidence is; nobody can set it.',
        )}
      />
      <PostForm action={`/work/${work.address}/claims`}>
        <Words areas={areas} form={form} />
        <h2>{t('What it is judged by')}</h2>
        <p>
          {t(
            'This is fixed now and cannot be changed later. It is strongest when you fix it before the later readings are in.',
          )}
        </p>
        <SelectField
          form={form}
          name="measure"
          label={t('Measure')}
          empty={t('No measure yet: only described')}
          choices={measures.map(({ short, name }) => ({ value: short, label: name }))}
        />
        <Radios
          form={form}
          name="better"
          label={t('Which way is better?')}
          choices={[
            { value: 'down', label: t('Lower') },
            { value: 'up', label: t('Higher') },
          ]}
        />
        <TextField
          form={form}
          name="baselineFrom"
          type="date"
          width="medium"
          label={t('Baseline from')}
          hint={t('The baseline is how things were before: at least 12 readings.')}
        />
        <TextField form={form} name="baselineThrough" type="date" width="medium" label={t('Baseline up to')} />
        <TextField
          form={form}
          name="changedOn"
          type="date"
          width="medium"
          label={t('Date of the change')}
          hint={t('The first day on which things were done differently.')}
        />
        <Button>{t('Make the claim')}</Button>
      </PostForm>
    </div>
  );
}

/** The words of a claim that exists. */
export function WordingForm({ work, areas, form, claim }: Props & { claim: Claim }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Change the words')}
        lede={t('The grade does not move: it rests on readings, not on words.')}
      />
      <PostForm action={`/work/${work.address}/claims/${claim.short}`} method="put">
        <Words areas={areas} form={form} />
        <Button>{t('Save the words')}</Button>
      </PostForm>
    </div>
  );
}

function Words({ areas, form }: { areas: BenefitArea[]; form: Form }) {
  return (
    <>
      <TextArea
        form={form}
        name="statement"
        label={t('What got better?')}
        hint={t('One sentence. For example: people who are ready to go home wait less for the door')}
        rows={2}
      />
      <Radios
        form={form}
        name="area"
        label={t('Who benefits most?')}
        choices={areas.map(({ key, name, about }) => ({ value: key, label: name, hint: about }))}
      />
      <Radios
        form={form}
        name="relation"
        label={t('How much of it is due to the work?')}
        choices={[
          { value: 'contribution', label: t('The work contributed, among other things') },
          { value: 'attribution', label: t('The work brought it about') },
        ]}
      />
    </>
  );
}
