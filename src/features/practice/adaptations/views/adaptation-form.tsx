import type { Work } from '#features/work/index.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  type Choice,
  ErrorSummary,
  PageHead,
  PostForm,
  SelectField,
  TextArea,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

/** "We tried this elsewhere." `own`: the reader's work, one of which it was. */
export function AdaptationForm({ of, own, form }: { of: Work; own: Choice[]; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('We tried this elsewhere')}
        above={<a href={`/work/${of.address}`}>{t('Back to {title}', { title: of.title })}</a>}
        lede={t('What you changed and what happened helps the next place more than the idea alone.')}
      />
      {own.length === 0 ? (
        <>
          <p>
            {t('First share what you did as a piece of work of its own. It takes three minutes; then come back here.')}
          </p>
          <ButtonLink href="/work/new">{t('Share your work')}</ButtonLink>
        </>
      ) : null}
      <PostForm action={`/work/${of.address}/adaptations`}>
        <SelectField
          form={form}
          name="work"
          label={t('In which of your pieces of work?')}
          empty={t('Choose one')}
          choices={own}
        />
        <Telling form={form} />
        <p class="small">
          {t('The first team gets a letter as soon as they may see your work. They can answer, and cannot remove it.')}
        </p>
        <Button>{t('Tell it')}</Button>
      </PostForm>
    </div>
  );
}

/** The same words later. */
export function RetellingForm({ of, short, form }: { of: Work; short: string; form: Form }) {
  const here = `/work/${of.address}/adaptations/${short}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('Change what you told')} above={<a href={here}>{t('Back')}</a>} />
      <PostForm action={here} method="put">
        <Telling form={form} />
        <Button>{t('Save it')}</Button>
      </PostForm>
    </div>
  );
}

function Telling({ form }: { form: Form }) {
  return (
    <>
      <TextArea form={form} name="changed" label={t('What did you change, and why?')} rows={4} />
      <TextArea form={form} name="stayed" optional label={t('What did you keep as it was?')} rows={3} />
      <TextArea
        form={form}
        name="happened"
        optional
        label={t('What happened?')}
        hint={t('If it did not work, say so: that is worth as much.')}
        rows={4}
      />
    </>
  );
}
