import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, Notice, PostForm, Tag, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Note } from '../calls.ts';
import type { AnswerFiles, Call } from '../other-ways.ts';
import type { Reading } from '../panel.ts';
import type { Referee } from '../referees.ts';
import { saidName } from '../words.ts';
import { megabytes } from './other-ways.tsx';

/** What else came with an application, as its panel meets it. */
export type More = { files: AnswerFiles; call: Call | null; note: Note | null; needs: string; referee: Referee | null };

/** To be acted on before anybody judges, and never part of judging. */
export function Needs({ needs }: { needs: string }) {
  if (needs === '') return null;
  return (
    <Notice title={t('What makes this easier for them')}>
      <p class="application-text">{needs}</p>
      <p class="small">{t('Please act on it. It is not part of what you assess.')}</p>
    </Notice>
  );
}

/** An answer that is a file. Sound and film play here; a document is for the reader's own program. */
export function AnswerFile({
  reading,
  answerKey,
  typed,
  file,
}: {
  reading: Reading;
  answerKey: string;
  typed: string;
  file?: AnswerFiles[string];
}) {
  if (!file) return null;
  const address = `/assessing/${reading.shortId}/files/${answerKey}`;
  if (reading.isHidden && typed !== '')
    return <p class="small">{t('There is a file with this answer. You can open it once everybody has read.')}</p>;
  return (
    <div class="answer-file">
      {file.type.startsWith('audio/') && (
        // biome-ignore lint/a11y/useMediaCaption: what an applicant recorded comes without captions
        <audio controls preload="none" src={address} />
      )}
      {file.type.startsWith('video/') && (
        // biome-ignore lint/a11y/useMediaCaption: what an applicant recorded comes without captions
        <video controls preload="none" src={address} />
      )}
      <p>
        <a href={address}>{reading.isHidden ? t('Open the answer') : file.name}</a>{' '}
        <span class="small">({megabytes(file.bytes)})</span>
      </p>
      {reading.isHidden && (
        <p class="small">
          {t('It is the whole answer, so you need it now. If it tells you who this is, go on as fairly as you can.')}
        </p>
      )}
    </div>
  );
}

/** "Please phone me", what was said, and where to write it down. */
export function CallBox({
  reading,
  more,
  mayNote,
  form,
}: {
  reading: Reading;
  more: More;
  mayNote: boolean;
  form: Form;
}) {
  const { call, note } = more;
  if (!call && !note) return null;
  return (
    <section class="card" aria-labelledby="call">
      <h2 id="call">{t('Asks to be phoned')}</h2>
      {call && reading.isHidden && (
        <p>{t('A steward rings, since names are hidden from you, and writes down here what they say.')}</p>
      )}
      {call && !reading.isHidden && reading.isOpen && (
        <p>
          <strong>{call.phone}</strong> {call.times}
        </p>
      )}
      {note ? (
        <>
          <p class="application-text">{note.notes}</p>
          <p class="small">
            {t('Told on the telephone, written down by {who} on {date}. It is their answer.', {
              who: note.writtenBy,
              date: formatDate(note.writtenAt),
            })}
          </p>
        </>
      ) : (
        <p>{t('Nobody has rung yet. Please wait for what they say before you judge.')}</p>
      )}
      {mayNote && (
        <details open={note === null}>
          <summary>{note ? t('Correct the notes') : t('Write down what they say')}</summary>
          <PostForm action={`/assessing/${reading.shortId}/call`} method="put">
            <TextArea
              form={form.typed.notes === undefined && note ? { ...form, typed: { notes: note.notes } } : form}
              name="notes"
              label={t('What they told you')}
              hint={t('Question by question, in their own words as far as you can. Read it back to them.')}
              rows={8}
            />
            <Button kind="secondary">{t('Keep the notes')}</Button>
          </PostForm>
        </details>
      )}
    </section>
  );
}

/** One thing among others. Who was asked and has not answered is no news. */
export function SpokenFor({ reading, referee }: { reading: Reading; referee: Referee | null }) {
  if (!referee?.answer || !referee.answeredAt) return null;
  const { answer, words, name, answeredAt } = referee;
  return (
    <section aria-labelledby="spoken">
      <h2 id="spoken">{t('Somebody who can speak to it')}</h2>
      <p>
        <Tag tone={answer === 'confirm' ? 'moss' : answer === 'concern' ? 'bracken' : 'plain'}>{saidName(answer)}</Tag>{' '}
        {!reading.isHidden && t('{name}, {date}', { name, date: formatDate(answeredAt) })}
      </p>
      {reading.isHidden
        ? words !== '' && <p class="small">{t('You can read their words once everybody has read.')}</p>
        : words !== '' && <p class="application-text">{words}</p>}
      <p class="small">
        {answer === 'concern'
          ? t(
              'For the panel only: the applicant does not see it, and it belongs in no letter. Ask the applicant before you let it count.',
            )
          : t('One thing among others. Many good applications come without.')}
      </p>
    </section>
  );
}
