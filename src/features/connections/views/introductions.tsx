import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, type Choice, Notice, PageHead, PostForm } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Introduction } from '../groups.ts';
import type { OptIn } from '../opt-ins.ts';
import type { Options } from '../options.ts';
import { Latest, Past } from './met.tsx';
import { WishesForm } from './wishes.tsx';

type Props = {
  mine: OptIn | null;
  introductions: Introduction[];
  questions: string[];
  offered: boolean;
  next: string | null;
  form: Form;
  languages: Choice[];
  writeTo: Options['writeTo'];
  runs: boolean;
};

/** What introductions are, whom one meets now and whom one met, and whether one takes part. */
export function IntroductionsPage(props: Props) {
  const { mine, introductions, questions, offered, next, form, languages, writeTo, runs } = props;
  const latest = introductions.find((one) => one.latest);
  const past = introductions.filter((one) => one !== latest);
  return (
    <div class="reading introductions">
      <PageHead title={t('Meet somebody new')} lede={t('Half an hour with somebody you would not have met otherwise.')}>
        {runs && (
          <p class="buttons">
            <ButtonLink href="/introductions/rounds" kind="secondary">
              {t('Rounds, for stewards')}
            </ButtonLink>
          </p>
        )}
      </PageHead>
      {offered && <Third />}
      {latest && <Latest introduction={latest} questions={questions} writeTo={writeTo} />}
      {mine && <TakesPart mine={mine} next={next} waits={!latest && !offered} />}
      {past.length > 0 && <Past introductions={past} />}
      {!mine && <How />}
      <WishesForm form={form} languages={languages} takesPart={mine !== null} />
      {mine && <Leaving mine={mine} />}
      {mine && <How />}
    </div>
  );
}

function How() {
  return (
    <section>
      <h2>{t('How it works')}</h2>
      <ol>
        <li>{t('You say that you would like to meet somebody. One or two light wishes are enough.')}</li>
        <li>
          {t(
            'Once a round you are introduced to one other member, best of all from another country, sector or background, and never to the same person twice.',
          )}
        </li>
        <li>
          {t(
            'You each get a letter with the other’s name, their line about themselves, what they can help with, and three questions to begin with. Where somebody would be left alone, you may be three.',
          )}
        </li>
        <li>{t('You talk for half an hour. There is nothing to prepare and nothing to write up.')}</li>
        <li>{t('Two weeks later we ask each of you one question: did you meet?')}</li>
      </ol>
      <p>
        {t(
          'Nobody can see who takes part: only those whom you are introduced to learn that you do. They write to you through Cairn, and no e-mail address is shown unless you have both said that yours may be. You can pause or leave at any time.',
        )}
      </p>
    </section>
  );
}

function TakesPart({ mine, next, waits }: { mine: OptIn; next: string | null; waits: boolean }) {
  if (mine.pausedAt)
    return (
      <Notice>
        <p>
          {t('You have been taking a break since {on}. Nobody is introduced to you until you come back.', {
            on: formatDate(mine.pausedAt),
          })}
        </p>
        <PostForm action="/introductions/mine/pause" method="delete">
          <Button>{t('I am back')}</Button>
        </PostForm>
      </Notice>
    );
  return (
    <p>
      {waits && `${t('You take part, and you will get a letter as soon as there is somebody for you.')} `}
      {next === null
        ? t('The next round begins when a steward opens it.')
        : t('The next round begins on {on} or soon after.', { on: formatDate(next) })}
    </p>
  );
}

function Third() {
  return (
    <Notice title={t('Would you make two people three?')}>
      <p>
        {t(
          'This round there was an odd number of us, and nobody was left for you. Two others would meet you together. If you would rather wait, you come first in the next round.',
        )}
      </p>
      <div class="introduction-choice">
        <PostForm action="/introductions/third" method="put">
          <Button>{t('Yes, introduce us')}</Button>
        </PostForm>
        <PostForm action="/introductions/third" method="delete">
          <Button kind="secondary">{t('I would rather wait')}</Button>
        </PostForm>
      </div>
    </Notice>
  );
}

function Leaving({ mine }: { mine: OptIn }) {
  return (
    <section>
      <h2>{t('A break, or an end')}</h2>
      <p>
        {t('You have taken part since {since}. Whom you have met stays on this page.', {
          since: formatDate(mine.since),
        })}
      </p>
      <div class="introduction-choice">
        {!mine.pausedAt && (
          <PostForm action="/introductions/mine/pause" method="put">
            <Button kind="secondary">{t('Take a break')}</Button>
          </PostForm>
        )}
        <PostForm action="/introductions/mine" method="delete">
          <Button kind="secondary">{t('Stop taking part')}</Button>
        </PostForm>
      </div>
    </section>
  );
}
