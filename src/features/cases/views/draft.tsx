import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, ErrorSummary, Notice, PageHead, PostForm, Radios } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Case } from '../cases.ts';
import { authorsOf, inWords } from '../named.ts';
import type { Block, Head } from '../snapshot.ts';
import { CaseBody, CaseHead } from './case-page.tsx';

/** The draft as it would be read, for its authors. */
export function DraftPage({ given, head, blocks }: { given: Case; head: Head; blocks: Block[] }) {
  const base = `/cases/${given.address}`;
  const kept = blocks.map((content, position) => ({
    ...{ position, kind: content.kind, content, digest: '', salt: null },
    ...{ withdrawnAt: null, erased: false },
  }));
  return (
    <article class="case">
      <CaseHead head={head} byline={t('A draft by {authors}', { authors: inWords(authorsOf(kept)) })}>
        <p class="buttons">
          <ButtonLink href={`${base}/publication`}>{t('Publish')}</ButtonLink>
          <ButtonLink href={`${base}/edit`} kind="secondary">
            {t('Edit the case')}
          </ButtonLink>
          <ButtonLink href={`${base}/authors`} kind="secondary">
            {t('Who writes it')}
          </ButtonLink>
        </p>
      </CaseHead>
      <Notice title={t('Only its authors see this draft')}>
        <p>
          {given.latest === null
            ? t('Nothing has been published yet.')
            : t('What was published last is version {latest}; it stays as it is.', { latest: given.latest })}
        </p>
      </Notice>
      <CaseBody ask={head.ask} context={head.context} blocks={kept} />
    </article>
  );
}

export function PublicationForm({ given, form, member }: { given: Case; form: Form; member: boolean }) {
  const base = `/cases/${given.address}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Publish “{title}”', { title: given.title })}
        lede={t('A version is frozen with its date and a hash. It cannot be changed, only followed by a newer one.')}
      />
      {(form.errors.ask || form.errors.claims) && (
        <p>
          <a href={`${base}/edit`}>{t('Edit the case')}</a>
        </p>
      )}
      <PostForm action={`${base}/versions`}>
        <Radios
          form={form}
          name="opening"
          label={t('Who may read it?')}
          choices={[
            {
              value: 'link',
              label: t('Whoever has its link'),
              hint: t('For a board or a meeting. You choose whom to send it to.'),
            },
            ...(member
              ? [
                  { value: 'members', label: t('Members of this community') },
                  { value: 'public', label: t('Everybody') },
                ]
              : []),
          ]}
        />
        <Button>{t('Publish this version')}</Button>
      </PostForm>
    </div>
  );
}
