import type { Work } from '#features/work/index.ts';
import { formatDate } from '#kernel/format.ts';
import { emptyForm, type Form, filled } from '#kernel/forms.ts';
import { Button, ButtonLink, ErrorSummary, Notice, PageHead, PostForm, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Adaptation } from '../adaptations.ts';

export type Rights = { retell: boolean; answer: boolean };

/** One work as another place tried it: what changed, what stayed, what happened, and what the first team says to it. */
export function AdaptationPage({
  adaptation,
  rights,
  failed,
}: {
  adaptation: Adaptation;
  rights: Rights;
  failed?: Form;
}) {
  const { of, work, note, short } = adaptation;
  const here = `/work/${of.address}/adaptations/${short}`;
  const form = failed ?? (note ? filled({ words: note.words }) : emptyForm);
  return (
    <article class="reading">
      {failed && <ErrorSummary form={failed} />}
      <PageHead title={t('Tried elsewhere')} above={<span>{formatDate(adaptation.toldAt)}</span>}>
        <dl class="facts">
          <div>
            <dt>{t('First')}</dt>
            <dd>
              <a href={`/work/${of.address}`}>{of.title}</a>
            </dd>
          </div>
          <div>
            <dt>{t('Tried in')}</dt>
            <dd>
              <a href={`/work/${work.address}`}>{work.title}</a>
            </dd>
          </div>
        </dl>
        {rights.retell && (
          <p class="buttons">
            <ButtonLink href={`${here}/edit`} kind="secondary">
              {t('Change what you told')}
            </ButtonLink>
          </p>
        )}
      </PageHead>
      {rights.retell && <Unseen work={work} />}
      <Part title={t('What changed')} text={adaptation.changed} />
      <Part title={t('What stayed')} text={adaptation.stayed} />
      <Part title={t('What happened')} text={adaptation.happened} />
      {note && (
        <Notice title={t('The first team says')}>
          <p class="as-typed">{note.words}</p>
          <p class="small">{formatDate(note.notedAt)}</p>
        </Notice>
      )}
      {rights.answer && (
        <section>
          <h2>{note ? t('Change your note') : t('Answer with a note')}</h2>
          <PostForm action={`${here}/note`} method="put">
            <TextArea
              form={form}
              name="words"
              label={t('What would you like to say to it?')}
              hint={t('Everybody who sees this page reads it beside what they told.')}
              rows={3}
            />
            <Button kind="secondary">{t('Save the note')}</Button>
          </PostForm>
          {note && (
            <PostForm action={`${here}/note`} method="delete">
              <button class="plain-button" type="submit">
                {t('Take the note back')}
              </button>
            </PostForm>
          )}
        </section>
      )}
      {rights.retell && (
        <details class="quiet-details">
          <summary>{t('Take this back')}</summary>
          <p>
            {t('Both pieces of work stay. That one adapts the other is no longer said, and the note goes with it.')}
          </p>
          <PostForm action={here} method="delete">
            <Button kind="warning">{t('Take it back')}</Button>
          </PostForm>
        </details>
      )}
    </article>
  );
}

function Unseen({ work }: { work: Work }) {
  if (work.visibility !== 'private') return null;
  return (
    <Notice>
      <p>{t('Only your team sees this until your work is visible. The first team hears of it then.')}</p>
    </Notice>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  if (!text) return null;
  return (
    <section>
      <h2>{title}</h2>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p class="as-typed">{paragraph}</p>
      ))}
    </section>
  );
}
