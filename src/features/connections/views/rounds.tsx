import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, DataTable, Empty, Notice, PageHead, PostForm, Radios } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Shares } from '../shares.ts';
import type { Told } from '../told.ts';

/** What a steward looks after: when there is a round, how far it is, how people say it went. Never who takes part. */
export function RoundsPage({ told, next, form }: { told: Told; next: string | null; form: Form }) {
  const { waiting, rounds } = told;
  const running = rounds.find(({ matchedAt }) => matchedAt === null);
  return (
    <div class="reading">
      <PageHead
        above={<a href="/introductions">{t('Meet somebody new')}</a>}
        title={t('Rounds of introductions')}
        lede={t(
          '{waiting, plural, =0 {Nobody waits to meet somebody yet.} one {One person waits to meet somebody.} other {# people wait to meet somebody.}}',
          { waiting },
        )}
      />
      {running && <Progress progress={running.progress} number={running.number} />}
      <section>
        <h2>{t('The next round')}</h2>
        <p>
          {next === null
            ? t('No round begins by itself.')
            : t('It begins on {on} or soon after, if at least four people wait.', { on: formatDate(next) })}
        </p>
        {!running && waiting >= 2 && (
          <PostForm action="/introductions/rounds">
            <Button>{t('Begin a round now')}</Button>
          </PostForm>
        )}
        <PostForm action="/introductions/rounds/rhythm" method="put" className="introductions-rhythm">
          <Radios
            form={form}
            name="rhythm"
            label={t('How often is there a round?')}
            choices={[
              { value: 'monthly', label: t('Every month') },
              { value: 'two-monthly', label: t('Every two months') },
              { value: 'quarterly', label: t('Every three months') },
              { value: 'by-hand', label: t('Only when a steward begins one') },
            ]}
          />
          <Button kind="secondary">{t('Save how often')}</Button>
        </PostForm>
      </section>
      <section>
        <h2>{t('How they went')}</h2>
        <p>{told.shares ? sentence(told.shares) : tooFew()}</p>
        {rounds.length > 0 && <Rounds rounds={rounds} />}
      </section>
      <Words words={told.words} />
    </div>
  );
}

function Progress({ progress, number }: { progress: number; number: number }) {
  return (
    <Notice title={t('Round {number} is being matched', { number })}>
      <p>
        <progress class="introductions-progress" max={100} value={progress} aria-label={t('Matched so far')} />{' '}
        {t('{progress}% done. You can leave this page: letters go out when it is ready.', { progress })}
      </p>
      <p>
        <a href="/introductions/rounds">{t('Look again')}</a>
      </p>
    </Notice>
  );
}

function Rounds({ rounds }: { rounds: Told['rounds'] }) {
  return (
    <DataTable
      stack
      caption={t('{count, plural, one {One round} other {# rounds}}', { count: rounds.length })}
      rows={rounds}
      columns={[
        { head: t('Round'), numeric: true, cell: ({ number }) => number },
        { head: t('Begun'), cell: ({ begunAt }) => formatDate(begunAt) },
        { head: t('Introduced'), numeric: true, cell: ({ people }) => people },
        { head: t('Went without'), numeric: true, cell: ({ left }) => left },
        { head: t('Answers'), cell: ({ shares, askedAt }) => answersOf(shares, askedAt) },
      ]}
    />
  );
}

function Words({ words }: { words: Told['words'] }) {
  return (
    <section id="words">
      <h2>{t('In their own words')}</h2>
      <p class="small">
        {t('For stewards only, and without names. Delete what names somebody, or what should not be kept.')}
      </p>
      {words.length === 0 && (
        <Empty>
          <p>{t('Nobody has added anything yet.')}</p>
        </Empty>
      )}
      <ul class="introductions-words">
        {words.map(({ id, round, words: said }) => (
          <li>
            <p>
              {said} <span class="small">{t('Round {number}', { number: round })}</span>
            </p>
            <PostForm action={`/introductions/rounds/words/${id}`} method="delete">
              <Button kind="secondary">
                {t('Delete these words')}
                <span class="visually-hidden">: {said.slice(0, 60)}</span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

function answersOf(shares: Shares | null, askedAt: Date | null): string {
  if (askedAt === null) return t('Not asked yet');
  return shares ? t('{met}% met, {notYet}% not yet, {unsuited}% it did not suit', shares) : t('Too few to tell');
}

function sentence({ answers, met, notYet, unsuited }: Shares): string {
  return t('Of about {answers} who answered: {met}% met, {notYet}% not yet, {unsuited}% it did not suit.', {
    answers,
    met,
    notYet,
    unsuited,
  });
}

function tooFew(): string {
  return t('Too few answers to tell without telling whose.');
}
