import { type Claim, gradeLine } from '#features/evidence/index.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, Checkboxes, ErrorSummary, PageHead, PostForm, Radios, TextArea, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { audienceChoices } from '../audiences.ts';
import { NARRATIVES } from '../input.ts';

/** One simple page: what is asked of whom, what it rests on, and the story around it. */
export function CaseForm({
  form,
  action,
  method = 'post',
  claims,
  words,
}: {
  form: Form;
  action: string;
  method?: 'post' | 'put';
  claims: Claim[];
  words: string;
}) {
  const shown = shownNarratives(form);
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={method === 'put' ? t('Your case') : t('Make a case')}
        lede={t('It stays yours until you publish it. Each number will lead back to its readings.')}
      />
      <PostForm action={action} method={method}>
        <TextField form={form} name="title" label={t('Title')} hint={t('What should they remember?')} />
        <Radios form={form} name="audience" label={t('Who is it for?')} choices={audienceChoices()} />
        <TextArea
          form={form}
          name="ask"
          rows={3}
          label={t('What do you ask for?')}
          hint={t('One decision that they can take: money, time, a rule, a place on an agenda.')}
          optional
        />
        <TextArea
          form={form}
          name="context"
          rows={4}
          label={t('Why now?')}
          hint={t('What are they worried about already? Leave an empty line between paragraphs.')}
          optional
        />
        <h2>{t('What it rests on')}</h2>
        <div class="case-search">
          <TextField form={form} name="words" type="search" label={t('Find claims')} optional />
          <Button kind="secondary" name="search" value="yes">
            {t('Search')}
          </Button>
        </div>
        <Checkboxes
          form={form}
          name="claims"
          label={
            words === ''
              ? t('Claims that you may use, the newest first')
              : t('Claims that match “{words}”, and those chosen already', { words })
          }
          hint={t('Every measure of the work behind a claim will be listed, those that did not move too.')}
          choices={claims.map(({ id, statement, grade, areaName }) => ({
            value: id,
            label: statement,
            hint: [areaName, grade && gradeLine(grade)].filter(Boolean).join(' · '),
          }))}
        />
        {claims.length === 0 && <p>{t('Nothing matches that. Claims are made on the page of a piece of work.')}</p>}
        <h2>{t('The story around it')}</h2>
        {Array.from({ length: shown }, (_, i) => (
          <>
            <TextField form={form} name={`heading${i + 1}`} label={t('Heading {number}', { number: i + 1 })} optional />
            <TextArea form={form} name={`body${i + 1}`} label={t('Text {number}', { number: i + 1 })} optional />
          </>
        ))}
        <Button>{t('Save the draft')}</Button>
      </PostForm>
    </div>
  );
}

/** Those that are filled, and an empty one for the next. */
function shownNarratives({ typed }: Form): number {
  let last = 0;
  for (let i = 1; i <= NARRATIVES; i++) if (typed[`heading${i}`] || typed[`body${i}`]) last = i;
  return Math.min(NARRATIVES, last + 1);
}
