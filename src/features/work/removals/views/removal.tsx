import { formatDate } from '#kernel/format.ts';
import { emptyForm, type Form } from '#kernel/forms.ts';
import {
  Button,
  Empty,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  Radios,
  Tag,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../../finding.ts';
import type { Side } from '../policy.ts';
import type { Outcome, Request } from '../requests.ts';

/** Where an organisation asks. */
export function RemovalForm({ work, form }: { work: Work; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Ask for its removal')}
        above={<a href={`/work/${work.address}`}>{t('Back to {title}', { title: work.title })}</a>}
        lede={t(
          'For organisations. Most of the time a change is enough: say what is wrong, and the team answers you here.',
        )}
      />
      <p>{t('An editor reads along and decides. The work stays visible meanwhile, unless it could harm somebody.')}</p>
      <PostForm action={`/work/${work.address}/removals`}>
        <TextField
          form={form}
          name="organisation"
          label={t('For which organisation do you speak, and as what?')}
          hint={t('“St Brannoc’s Hospital, information governance lead”')}
        />
        <TextArea form={form} name="words" label={t('What is wrong with it, and what would put it right?')} />
        <Button>{t('Send it to the team and the editors')}</Button>
      </PostForm>
    </div>
  );
}

/** The dialogue: what each side said, what came of it, and for its sides an answer. */
export function RemovalPage({
  request,
  decides,
  failed,
}: {
  request: Request;
  decides: boolean;
  failed?: { name: 'answer' | 'outcome'; form: Form };
}) {
  const { work, outcome, hidden } = request;
  const here = `/work/removals/${request.id}`;
  const formOf = (name: 'answer' | 'outcome') => (failed?.name === name ? failed.form : emptyForm);
  return (
    <article class="reading">
      {failed && <ErrorSummary form={failed.form} />}
      <PageHead
        title={t('A request to take work down')}
        above={<StateOf request={request} />}
        lede={hidden ? work.title : <a href={`/work/${work.address}`}>{work.title}</a>}
      >
        <p class="small">
          {t('Asked by {organisation} on {when}. Only they, the team and the editors read this.', {
            organisation: request.organisation,
            when: formatDate(request.askedAt),
          })}
        </p>
      </PageHead>
      {request.words.map(({ side, words, name, saidAt }) => (
        <section class="update">
          <p class="small">
            {sideName(side)}, {name ?? t('a former member')}, {formatDate(new Date(saidAt))}
          </p>
          <p class="as-typed">{words}</p>
        </section>
      ))}
      {outcome ? (
        <Notice title={outcomeName(outcome.outcome)}>
          <p class="as-typed">{outcome.reason}</p>
        </Notice>
      ) : (
        <section>
          <h2>{t('Answer')}</h2>
          <PostForm action={`${here}/words`}>
            <TextArea form={formOf('answer')} name="words" label={t('What would you like to say?')} rows={4} />
            <Button kind="secondary">{t('Send the answer')}</Button>
          </PostForm>
        </section>
      )}
      {decides && (
        <p class="small">
          <a href="/work/removals">{t('All requests')}</a>
        </p>
      )}
      {decides && !outcome && (
        <section>
          <h2>{t('For the editor')}</h2>
          <PostForm action={`${here}/hiding`} method={hidden ? 'delete' : 'put'}>
            <p>
              {hidden
                ? t('It is hidden: only its team and the editors see it.')
                : t('It is visible. Hide it while you talk only if it could harm somebody.')}
            </p>
            <Button kind="secondary">{hidden ? t('Show it again') : t('Hide it meanwhile')}</Button>
          </PostForm>
          <PostForm action={`${here}/outcome`} method="put">
            <Radios
              form={formOf('outcome')}
              name="outcome"
              label={t('What comes of it?')}
              choices={(['stays', 'changed', 'removed'] as const).map((value) => ({
                value,
                label: outcomeName(value),
              }))}
            />
            <TextArea
              form={formOf('outcome')}
              name="reason"
              label={t('Why?')}
              hint={t('Both sides get this as a letter.')}
              rows={3}
            />
            <Button>{t('Decide')}</Button>
          </PostForm>
        </section>
      )}
    </article>
  );
}

/** For editors: what is open, and what was decided. */
export function RemovalList({ requests }: { requests: Request[] }) {
  return (
    <div class="reading">
      <PageHead
        title={t('Requests to take work down')}
        lede={t('{open, plural, =0 {None is open.} one {One is open.} other {# are open.}}', {
          open: requests.filter(({ outcome }) => !outcome).length,
        })}
      />
      {requests.length === 0 && (
        <Empty>
          <p>{t('No organisation has asked.')}</p>
        </Empty>
      )}
      <ul class="plain-list">
        {requests.map((request) => (
          <li>
            <a href={`/work/removals/${request.id}`}>{request.work.title}</a>{' '}
            <span class="small">{request.organisation}</span> <StateOf request={request} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function StateOf({ request: { outcome, hidden } }: { request: Request }) {
  return (
    <>
      <Tag tone={outcome ? 'plain' : 'water'}>{outcome ? outcomeName(outcome.outcome) : t('Being talked over')}</Tag>{' '}
      {hidden && <Tag tone="bracken">{t('Hidden')}</Tag>}
    </>
  );
}

function outcomeName(outcome: Outcome): string {
  return {
    stays: () => t('It stays as it is'),
    changed: () => t('It stays, changed'),
    removed: () => t('It is taken down'),
  }[outcome]();
}

function sideName(side: Side): string {
  return { organisation: () => t('The organisation'), team: () => t('The team'), editor: () => t('An editor') }[side]();
}
