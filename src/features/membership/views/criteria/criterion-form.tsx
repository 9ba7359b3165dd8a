import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextArea, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { PATHWAYS, pathwayName } from '../../words.ts';

/** One criterion of the next version, asked in the words of each pathway. */
export function CriterionForm({ id, form }: { id?: string; form: Form }) {
  const home = '/steward/criteria';
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={id ? t('Change a criterion') : t('Add a criterion')}
        above={<a href={home}>{t('What we ask of applicants')}</a>}
        lede={t('Ask for one thing, in words that a tired person understands at once.')}
      />
      <PostForm action={id ? `${home}/draft/criteria/${id}` : `${home}/draft/criteria`} method={id ? 'put' : 'post'}>
        <TextField form={form} name="title" label={t('Title')} hint={t('A few words, for headings and letters')} />
        {PATHWAYS.map((pathway) => (
          <>
            <h2>{pathwayName(pathway)}</h2>
            <TextArea
              form={form}
              name={`question-${pathway}`}
              label={t('The question')}
              hint={t('The same thing, in words that fit these applicants')}
              rows={3}
            />
            <TextArea
              form={form}
              name={`hint-${pathway}`}
              label={t('A hint')}
              hint={t('What helps them to begin, and how much is enough')}
              rows={3}
              optional
            />
          </>
        ))}
        <h2>{t('For everybody')}</h2>
        <TextArea
          form={form}
          name="looksFor"
          label={t('What assessors look for')}
          hint={t('Applicants read this too: nothing is looked for in secret.')}
          rows={5}
        />
        <TextArea
          form={form}
          name="countsEqually"
          label={t('What counts equally')}
          hint={t(
            'One way on each line. Think of a course, a programme, day-to-day work, lived experience and community organising.',
          )}
          rows={6}
        />
        <Button>{t('Keep it in the draft')}</Button>
      </PostForm>
    </div>
  );
}
