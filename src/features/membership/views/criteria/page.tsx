import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, DataTable, ErrorSummary, Notice, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Criterion } from '../../criteria.ts';
import type { Draft, Version } from '../../criteria-drafts.ts';
import { Rules } from './rules.tsx';

const HOME = '/steward/criteria';

/** What is asked now, the next version while it is written, and what was asked before. */
export function CriteriaPage({
  now,
  draft,
  written,
  versions,
  form,
}: {
  now: Criterion[];
  draft: Draft | null;
  written: Criterion[];
  versions: Version[];
  form: Form;
}) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('What we ask of applicants')}
        above={<a href="/steward">{t('Looking after the community')}</a>}
        lede={t(
          'A change is written as a new version. An application already begun keeps the version that it answers.',
        )}
      />
      {draft ? <NextVersion draft={draft} written={written} /> : <Now now={now} />}
      <Rules form={form} />
      <h2>{t('What we asked before')}</h2>
      <DataTable
        stack
        caption={t('{count, plural, one {# version so far} other {# versions so far}}', { count: versions.length })}
        rows={versions}
        columns={[
          { head: t('Version'), cell: ({ number }) => number, numeric: true },
          { head: t('Asked since'), cell: ({ publishedAt }) => formatDate(publishedAt) },
          { head: t('Published by'), cell: ({ publishedBy }) => publishedBy ?? t('Came with Cairn') },
          { head: t('Applications'), cell: ({ answeredBy }) => answeredBy, numeric: true },
        ]}
      />
    </div>
  );
}

function Now({ now }: { now: Criterion[] }) {
  return (
    <section aria-labelledby="now">
      <h2 id="now">{t('Asked now')}</h2>
      <ol>
        {now.map(({ title }) => (
          <li>{title}</li>
        ))}
      </ol>
      <div class="buttons">
        <PostForm action={`${HOME}/draft`}>
          <Button>{t('Write a new version')}</Button>
        </PostForm>
        <ButtonLink kind="secondary" href={`${HOME}/preview`}>
          {t('See it as an applicant')}
        </ButtonLink>
      </div>
    </section>
  );
}

function NextVersion({ draft, written }: { draft: Draft; written: Criterion[] }) {
  return (
    <section aria-labelledby="next-version">
      <h2 id="next-version">{t('The next version')}</h2>
      <Notice>
        <p>
          {t('Begun on {date} by {who}. Nobody is asked this until you publish it.', {
            date: formatDate(draft.begunAt),
            who: draft.begunBy ?? t('a former member'),
          })}
        </p>
      </Notice>
      <ol class="criteria-draft">
        {written.map((criterion, i) => (
          <li class="card">
            <h3>
              <a href={`${HOME}/draft/criteria/${criterion.id}`}>{criterion.title}</a>
            </h3>
            <p>{criterion.questions.professional.question}</p>
            <div class="buttons">
              {i > 0 && <Move criterion={criterion} to="up" />}
              {i < written.length - 1 && <Move criterion={criterion} to="down" />}
              <PostForm action={`${HOME}/draft/criteria/${criterion.id}`} method="delete">
                <Button kind="secondary">
                  {t('Remove')}
                  <Named criterion={criterion} />
                </Button>
              </PostForm>
            </div>
          </li>
        ))}
      </ol>
      <div class="buttons">
        <ButtonLink kind="secondary" href={`${HOME}/draft/new`}>
          {t('Add a criterion')}
        </ButtonLink>
        <ButtonLink kind="secondary" href={`${HOME}/preview`}>
          {t('See it as an applicant')}
        </ButtonLink>
      </div>
      <div class="buttons">
        <PostForm action={`${HOME}/draft/publication`} method="put">
          <Button>{t('Publish this version')}</Button>
        </PostForm>
        <PostForm action={`${HOME}/draft`} method="delete">
          <Button kind="warning">{t('Throw it away')}</Button>
        </PostForm>
      </div>
    </section>
  );
}

function Move({ criterion, to }: { criterion: Criterion; to: 'up' | 'down' }) {
  return (
    <PostForm action={`${HOME}/draft/criteria/${criterion.id}/position`} method="put">
      <Button kind="secondary" name="to" value={to}>
        {to === 'up' ? t('Move up') : t('Move down')}
        <Named criterion={criterion} />
      </Button>
    </PostForm>
  );
}

function Named({ criterion: { title } }: { criterion: Criterion }) {
  return <span class="visually-hidden">: {title}</span>;
}
