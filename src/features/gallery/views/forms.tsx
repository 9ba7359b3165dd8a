import type { Form } from '#kernel/forms.ts';
import {
  Button,
  Checkboxes,
  ErrorSummary,
  FileField,
  PostForm,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { Piece } from './piece.tsx';

const NAMES = ['name', 'day', 'about', 'country', 'state', 'areas', 'file'] as const;

/** The controls as they come, and when what was typed cannot be accepted. */
export function Forms() {
  const errors = Object.fromEntries(
    NAMES.map((name) => [`wrong-${name}`, t('Say what is missing, and how to mend it.')]),
  );
  return (
    <>
      <Piece title={t('A form')}>
        <Fields
          form={{ typed: { 'right-name': 'Amina Yusuf', 'right-state': 'testing' }, errors: {} }}
          prefix="right"
        />
      </Piece>
      <Piece title={t('A form that could not be accepted')}>
        <Fields form={{ typed: { 'wrong-about': 'What was typed is still here.' }, errors }} prefix="wrong" />
      </Piece>
    </>
  );
}

function Fields({ form, prefix }: { form: Form; prefix: string }) {
  const choices = [
    { value: 'idea', label: t('Idea'), hint: t('Nothing has been tried yet.') },
    { value: 'testing', label: t('Testing') },
    { value: 'stopped', label: t('Stopped'), hint: t('What you learned may save somebody a year.') },
  ];
  return (
    <>
      <ErrorSummary form={form} />
      <PostForm action="/gallery" files>
        <TextField form={form} name={`${prefix}-name`} label={t('Name')} hint={t('As others call you.')} />
        <TextField form={form} name={`${prefix}-day`} type="date" width="narrow" label={t('A day')} />
        <TextArea form={form} name={`${prefix}-about`} label={t('About you')} optional />
        <SelectField
          form={form}
          name={`${prefix}-country`}
          label={t('Country')}
          empty={t('Choose')}
          choices={choices}
        />
        <Radios form={form} name={`${prefix}-state`} label={t('How far has it come?')} choices={choices} />
        <Checkboxes form={form} name={`${prefix}-areas`} label={t('Whom does it help?')} choices={choices} optional />
        <FileField form={form} name={`${prefix}-file`} label={t('A spreadsheet')} hint={t('CSV, at most 12 MB.')} />
        <Button>{t('Save')}</Button>
      </PostForm>
    </>
  );
}
