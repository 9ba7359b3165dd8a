import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, Radios, TextArea, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../../works.ts';
import { chartChoices } from '../chart-kinds.ts';

export function MeasureForm({ work, form, action, edit }: { work: Work; form: Form; action: string; edit?: boolean }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={edit ? t('Edit the measure') : t('Add a measure')}
        above={<a href={`/work/${work.address}`}>{work.title}</a>}
        lede={
          edit
            ? undefined
            : t('One thing that you count or time, again and again. Only your team sees it until you publish it.')
        }
      />
      <PostForm action={action} method={edit ? 'put' : 'post'}>
        <TextField
          form={form}
          name="name"
          label={t('What is measured?')}
          hint={t('For example: average wait for discharge')}
        />
        <TextField
          form={form}
          name="unit"
          label={t('In what unit?')}
          hint={t('minutes, %, per 1,000 bed-days …')}
          width="medium"
          optional
        />
        <Radios
          form={form}
          name="better"
          label={t('Which way is better?')}
          choices={[
            { value: 'down', label: t('Down') },
            { value: 'up', label: t('Up') },
            { value: 'neither', label: t('Neither: it should stay as it is, or we only watch it') },
          ]}
        />
        <TextArea
          form={form}
          name="definition"
          label={t('How exactly?')}
          hint={t(
            'What counts, from when to when, who writes it down. So that somebody else would get the same number.',
          )}
          rows={3}
          optional
        />
        <TextField
          form={form}
          name="numerator"
          label={t('What is counted?')}
          hint={t('For a rate or a share, what stands above the line. For example: falls with harm')}
          optional
        />
        <TextField
          form={form}
          name="denominator"
          label={t('Out of what, or per what?')}
          hint={t('What stands below the line. For example: patient-days on the ward')}
          optional
        />
        <Radios
          form={form}
          name="chart"
          label={t('What is it like? The chart follows from that.')}
          hint={t('Without an answer it is XmR, which suits most.')}
          choices={chartChoices()}
          optional
        />
        <TextField form={form} name="target" label={t('Target')} width="narrow" inputmode="decimal" optional />
        <TextField
          form={form}
          name="places"
          label={t('Decimal places to show')}
          width="narrow"
          inputmode="numeric"
          optional
        />
        <Button>{edit ? t('Save') : t('Add the measure')}</Button>
      </PostForm>
    </div>
  );
}
