import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, Tag, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { TERM_KINDS, type Term, type TermKind } from '../terms.ts';

const NAMES: Record<TermKind, () => string> = {
  sector: () => t('Sectors'),
  background: () => t('Backgrounds'),
  topic: () => t('Topics'),
  skill: () => t('Skills to offer'),
  language: () => t('Languages'),
};

export function kindName(kind: TermKind): string {
  return NAMES[kind]();
}

/** The words of one kind, each with the way to change it. */
export function VocabularyPage({ kind, terms, form }: { kind: TermKind; terms: Term[]; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={kindName(kind)}
        above={<a href="/steward">{t('Looking after the community')}</a>}
        lede={t('What people choose from. Your own words outlive every upgrade of Cairn.')}
      >
        <nav aria-label={t('Vocabularies')} class="page-nav">
          {TERM_KINDS.map((one) => (
            <a href={`/vocabulary/${one}`} aria-current={one === kind ? 'page' : undefined}>
              {kindName(one)}
            </a>
          ))}
        </nav>
      </PageHead>
      <ul class="terms">
        {terms.map((term) => (
          <li>
            <div>
              <a href={`/vocabulary/${kind}/${term.key}`}>{term.name}</a>{' '}
              {term.retired && <Tag>{t('Not offered now')}</Tag>}
              {term.note && <p class="small">{term.note}</p>}
            </div>
          </li>
        ))}
      </ul>
      <section>
        <h2>{t('Add a word')}</h2>
        <PostForm action={`/vocabulary/${kind}`}>
          <Fields form={form} />
          <Button>{t('Add it')}</Button>
        </PostForm>
      </section>
    </div>
  );
}

/** One word: say it in your own way, or offer it no longer. */
export function TermPage({ term, form }: { term: Term; form: Form }) {
  const here = `/vocabulary/${term.kind}/${term.key}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={term.name} above={<a href={`/vocabulary/${term.kind}`}>{kindName(term.kind)}</a>} />
      <PostForm action={here} method="put">
        <Fields form={form} />
        <Button>{t('Save it')}</Button>
      </PostForm>
      <section>
        <h2>{term.retired ? t('Offer it again') : t('Offer it no longer')}</h2>
        <p>{t('Whoever has chosen it keeps it either way.')}</p>
        <PostForm action={`${here}/retirement`} method={term.retired ? 'delete' : 'put'}>
          <Button kind="secondary">{term.retired ? t('Offer it again') : t('Offer it no longer')}</Button>
        </PostForm>
      </section>
    </div>
  );
}

function Fields({ form }: { form: Form }) {
  return (
    <>
      <TextField form={form} name="name" label={t('Word')} />
      <TextField form={form} name="note" label={t('What it takes in')} optional />
    </>
  );
}
