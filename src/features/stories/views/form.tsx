import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, FileField, Notice, PageHead, PostForm, TextArea, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Story } from '../finding.ts';

/** Writing a story, or changing the one that is there. */
export function StoryForm({ form, story }: { form: Form; story?: Story }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={story ? t('Change your story') : t('Write a story')}
        lede={t(
          'A story about stopping is as welcome as one about success. Nobody but you and the editors sees a draft.',
        )}
      />
      <Notice tone="bracken">
        <p>
          {t(
            'Please write nothing by which a patient, a carer or a colleague could be known, unless they have agreed.',
          )}
        </p>
      </Notice>
      <PostForm action={story ? `/stories/${story.address}` : '/stories'} method={story ? 'put' : 'post'} files>
        <TextField form={form} name="title" label={t('Title')} />
        <TextArea
          form={form}
          name="standfirst"
          label={t('In a sentence or two')}
          hint={t('It stands under the title and in lists.')}
          rows={3}
        />
        <TextArea
          form={form}
          name="body"
          label={t('The story')}
          hint={t('Leave an empty line between paragraphs. ## begins a heading, - a list item. HTML works too.')}
          rows={20}
        />
        <FileField
          form={form}
          name="picture"
          label={story?.picture ? t('Another picture') : t('A picture')}
          hint={t('JPEG, PNG, WebP or GIF, at most 8 MB. We take out where and with what it was made.')}
          accept="image/jpeg,image/png,image/webp,image/gif"
          optional
        />
        <TextField
          form={form}
          name="alt"
          label={t('What does the picture show?')}
          hint={t('For people who cannot see it. For example: two nurses in front of a whiteboard full of magnets.')}
          optional
        />
        <TextArea
          form={form}
          name="works"
          label={t('Work that the story tells of')}
          hint={t('The addresses of its pages here, one on each line.')}
          rows={2}
          optional
        />
        <Button>{story ? t('Save') : t('Save as a draft')}</Button>
      </PostForm>
    </div>
  );
}
