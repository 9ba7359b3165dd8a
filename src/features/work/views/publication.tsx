import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, Radios } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { licenceChoices } from '../licences.ts';
import { QUESTIONS, wordingOf } from '../publication/questions.ts';
import type { Work } from '../works.ts';

/** Publishing is an act, and asks three questions. */
export function PublicationForm({ work, published, form }: { work: Work; published: boolean; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Who may see it?')}
        lede={t('Three questions first, about “{title}”.', { title: work.title })}
      />
      <PostForm action={`/work/${work.address}/publication`} method="put">
        {QUESTIONS.map((question) => (
          <Radios form={form} name={question} label={wordingOf(question).ask} choices={wordingOf(question).choices} />
        ))}
        <Radios
          form={form}
          name="visibility"
          label={t('Who may see it?')}
          choices={[
            { value: 'public', label: t('Everybody, signed in or not'), hint: t('It joins the landscape.') },
            { value: 'members', label: t('Members of this community') },
          ]}
        />
        <Radios
          form={form}
          name="licence"
          label={t('What may others do with it?')}
          hint={t(
            'Only whoever holds the copyright can give a licence. What is written at work often belongs to the employer: ask them first, or leave it as it is.',
          )}
          choices={licenceChoices()}
        />
        <Button>{t('Make it visible')}</Button>
      </PostForm>
      {published && (
        <PostForm action={`/work/${work.address}/publication`} method="delete">
          <p>{t('You can take it back at any time: only your team sees it then.')}</p>
          <Button kind="warning">{t('Take it back')}</Button>
        </PostForm>
      )}
    </div>
  );
}
