import type { Form } from '#kernel/forms.ts';
import type { Prose as ProseText } from '#kernel/prose/index.ts';
import { Button, ErrorSummary, PageHead, PostForm, Prose, TextArea, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Version } from '../pages.ts';

/** `since` is the version that the writer had before them; `preview` shows what the typed words would look like. */
export function EditPage({
  latest,
  form,
  since = latest.version,
  preview,
}: {
  latest: Version;
  form: Form;
  since?: number;
  preview?: ProseText;
}) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Edit “{title}”', { title: latest.title })}
        lede={t('Saving makes version {version}. Earlier versions stay readable.', { version: latest.version + 1 })}
      />
      {preview && (
        <section class="page-preview" aria-labelledby="preview">
          <h2 id="preview">{t('Preview: not saved yet')}</h2>
          <Prose text={preview} />
        </section>
      )}
      <PostForm action={`/pages/${latest.page}`} method="put">
        <input type="hidden" name="since" value={since} />
        <TextField form={form} name="title" label={t('Title')} />
        <TextArea
          form={form}
          name="body"
          label={t('Text')}
          hint={t(
            'Write in Markdown: ## begins a heading, - a list item. The word {community} becomes the community’s name.',
            {
              community: '{community}',
            },
          )}
          rows={24}
        />
        <TextField
          form={form}
          name="note"
          label={t('What changed, and why?')}
          hint={t('Shown in the history.')}
          optional
        />
        <div class="button-row">
          <Button name="button" value="save">
            {t('Save')}
          </Button>
          <Button name="button" value="preview" kind="secondary">
            {t('Preview')}
          </Button>
        </div>
      </PostForm>
    </div>
  );
}
