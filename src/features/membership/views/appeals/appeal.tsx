import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, ErrorSummary, Notice, PageHead, PostForm, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Appeal } from '../../appeals.ts';
import { appealOutcomeName } from '../../words.ts';
import { Dialogue } from './dialogue.tsx';

/** Their own appeal: how to begin one, what was said, and how it ended. */
export function AppealPage({
  appeal,
  until,
  address,
  form,
  now,
}: {
  appeal: Appeal | null;
  until: Date | null;
  address: string;
  form: Form;
  now: Date;
}) {
  const above = <a href={address}>{t('Your application')}</a>;
  if (!appeal) return <Begin {...{ until, address, form, now, above }} />;
  const ours = appeal.turns.at(-1)?.answeredBy === null;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={t('Your appeal')} above={above} />
      {!appeal.outcome && ours && (
        <p>
          {t('We have it. Somebody who neither assessed nor decided is reading it, and answers here and by letter.')}
        </p>
      )}
      <Dialogue turns={appeal.turns} applicant={t('You')} />
      {appeal.outcome ? (
        <Notice
          tone={appeal.outcome.outcome === 'not-upheld' ? 'water' : 'moss'}
          title={t('{outcome}, {date}', {
            outcome: appealOutcomeName(appeal.outcome.outcome),
            date: formatDate(appeal.outcome.decidedAt),
          })}
        >
          <p class="application-text">{appeal.outcome.letter}</p>
        </Notice>
      ) : (
        <PostForm action={`${address}/appeal/turns`}>
          <TextArea form={form} name="words" label={ours ? t('Add to it') : t('Your reply')} rows={6} />
          <Button>{t('Send')}</Button>
        </PostForm>
      )}
    </div>
  );
}

function Begin({
  until,
  address,
  form,
  now,
  above,
}: {
  until: Date | null;
  address: string;
  form: Form;
  now: Date;
  above: ReturnType<typeof Dialogue>;
}) {
  if (!until || until < now)
    return (
      <div class="reading">
        <PageHead
          title={t('Ask us to look again')}
          above={above}
          lede={t('The time for an appeal has passed. You are welcome to apply again at any time.')}
        />
        <ButtonLink href="/join/applications/new">{t('Apply again')}</ButtonLink>
      </div>
    );
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Ask us to look again')}
        above={above}
        lede={t('If you think that we missed something or were unfair, tell us until {date}.', {
          date: formatDate(until),
        })}
      />
      <p>
        {t(
          'Somebody reads it who neither assessed your application nor decided about it. You may write to each other several times. In the end they have it read again by others, admit you, or tell you why the answer stands.',
        )}
      </p>
      <PostForm action={`${address}/appeal`}>
        <TextArea
          form={form}
          name="words"
          label={t('What did we miss, or get wrong?')}
          hint={t('A few sentences are enough. Please leave out anything that could identify a patient.')}
          rows={8}
        />
        <Button>{t('Send your appeal')}</Button>
      </PostForm>
    </div>
  );
}
