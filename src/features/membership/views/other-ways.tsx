import { formatNumber } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, FileField, Notice, PageHead, PostForm, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Criterion } from '../criteria.ts';
import { ANSWER_FILE, type AnswerFiles, type Call } from '../other-ways.ts';
import type { Pathway } from '../words.ts';

type File = AnswerFiles[string];

/** At the top of the questions: nobody has to write. Buttons, so that what is typed so far is saved first. */
export function RatherTell({ call }: { call: Call | null }) {
  return (
    <Notice>
      <p>
        {call
          ? t(
              'We ring you on {phone}. What you tell us then counts just like writing, so leave open what you like.',
              call,
            )
          : t('You need not write. Each question can be answered with a recording, a film or a file, or we ring you.')}
      </p>
      <button class="button button-secondary" type="submit" name="next" value="call">
        {call ? t('Change or cancel the call') : t('Please phone me instead')}
      </button>
    </Notice>
  );
}

export function OtherWay({ criterion, file, address }: { criterion: Criterion; file?: File; address: string }) {
  return (
    <div class="other-way">
      {file && (
        <p>
          {t('Your file:')} <a href={`${address}/answers/${criterion.key}/file`}>{file.name}</a>{' '}
          <span class="small">({megabytes(file.bytes)})</span>
        </p>
      )}
      <button class="button button-secondary" type="submit" name="next" value={criterion.key}>
        {file ? t('Change the file') : t('Answer with a recording or a file')}
        <span class="visually-hidden">: {criterion.title}</span>
      </button>
    </div>
  );
}

export function FilePage({
  criterion,
  pathway,
  file,
  form,
  address,
}: {
  criterion: Criterion;
  pathway: Pathway;
  file?: File;
  form: Form;
  address: string;
}) {
  const { question, hint } = criterion.questions[pathway];
  const own = `${address}/answers/${criterion.key}/file`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={criterion.title} above={<a href={address}>{t('Back to your application')}</a>} lede={question} />
      <p>{hint}</p>
      {file && (
        <div class="card">
          <p>
            {t('Your file:')} <a href={own}>{file.name}</a> <span class="small">({megabytes(file.bytes)})</span>
          </p>
          <PostForm action={own} method="delete">
            <Button kind="secondary">{t('Take it away')}</Button>
          </PostForm>
        </div>
      )}
      <PostForm action={own} method="put" files>
        <FileField
          form={form}
          name="file"
          label={file ? t('Another file in its place') : t('Your recording, film or file')}
          hint={t(
            'Sound, film, a picture, a PDF or a document, up to {megabytes}: about ten minutes of speech, or one of film. Speak as you would to a colleague, and leave out anything that could identify a patient.',
            { megabytes: megabytes(ANSWER_FILE.maxBytes) },
          )}
          accept="audio/*,video/*,image/*,.pdf,.docx,.odt,.pptx,.odp,.xlsx,.ods"
        />
        <Button>{t('Send the file')}</Button>
      </PostForm>
    </div>
  );
}

export function CallPage({ call, form, address }: { call: Call | null; form: Form; address: string }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Please phone me')}
        above={<a href={address}>{t('Back to your application')}</a>}
        lede={t(
          'Somebody from the panel rings you once you have sent your application, asks the same questions, and writes down what you tell them.',
        )}
      />
      <PostForm action={`${address}/call`} method="put">
        <TextField form={form} name="phone" type="tel" label={t('Your telephone number')} autocomplete="tel" />
        <TextField
          form={form}
          name="times"
          label={t('When is a good time?')}
          hint={t('For example: weekdays after six, or say “use text relay”.')}
          optional
        />
        <Button>{t('Keep the number')}</Button>
      </PostForm>
      {call && (
        <PostForm action={`${address}/call`} method="delete">
          <Button kind="secondary">{t('No call, I write instead')}</Button>
        </PostForm>
      )}
    </div>
  );
}

export function megabytes(bytes: number): string {
  return t('{size} MB', { size: formatNumber(Math.max(0.1, Math.round(bytes / 1024 / 102.4) / 10)) });
}
