import { formatNumber } from '#kernel/format.ts';
import type { Child } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Numbers } from '../numbers.ts';

/** The three questions that Cairn is built on, each with one number that can be checked a click away. */
export function Questions({ numbers, cases }: { numbers: Numbers; cases: number | null }) {
  const { members, organisations, works, measures } = numbers;
  return (
    <div class="home-questions">
      <Question
        title={t('Who counts?')}
        says={t('Unpaid carers, porters, analysts, nurses. Experience counts, however you came by it.')}
        href="/people"
        begin="/join"
        number={members}
        of={t(
          '{members, plural, one {member} other {members}}{organisations, plural, =0 {} one { from # organisation} other { from # organisations}}',
          { members, organisations },
        )}
        more={{ href: '/insight/reflection', label: t('Do we reflect the people we serve?') }}
      />
      <Question
        title={t('What counts?')}
        says={t('From a ward’s next small test to a movement. Every path is on the map, the dead ends too.')}
        href="/work"
        begin="/work/new"
        number={works}
        of={ofWorks(numbers)}
      />
      {cases ? (
        <Question
          title={t('What does it count for?')}
          says={t('Measured work becomes a case that a board can trust: each number leads back to its data.')}
          href="/cases"
          begin="/cases/new"
          number={cases}
          of={t('{cases, plural, one {case} other {cases}} that you can open', { cases })}
        />
      ) : (
        <Question
          title={t('What does it count for?')}
          says={t('Measured work becomes a case that a board can trust: each number leads back to its data.')}
          href={cases === null ? '/work' : '/cases'}
          begin={cases === null ? '/work/new' : '/cases/new'}
          number={measures}
          of={t('{measures, plural, one {measure} other {measures}} with readings that you can check', { measures })}
        />
      )}
    </div>
  );
}

/** "pieces of work; 12 stopped, and 11 of them say what they learned". */
function ofWorks({ works, stopped, lessons }: Numbers): string {
  const pieces = t('{works, plural, one {piece of work} other {pieces of work}}', { works });
  if (stopped === 0) return pieces;
  if (lessons === stopped) return t('{pieces}; {stopped} stopped, and say what they learned', { pieces, stopped });
  return t('{pieces}; {stopped} stopped, and {lessons} of them say what they learned', { pieces, stopped, lessons });
}

function Question({
  title,
  says,
  href,
  begin,
  number,
  of,
  more,
}: {
  title: string;
  says: string;
  href: string;
  /** Where one begins while there is nothing to count. */
  begin: string;
  number: number;
  of: Child;
  more?: { href: string; label: string };
}) {
  return (
    <section class="home-question">
      <h2>{title}</h2>
      <p>{says}</p>
      {number > 0 ? (
        <p class="home-number">
          <a href={href}>
            <strong>{formatNumber(number)}</strong> <span>{of}</span>
          </a>
          {more && (
            <a class="home-more" href={more.href}>
              {more.label}
            </a>
          )}
        </p>
      ) : (
        <p>
          <a href={begin}>{t('Be the first.')}</a>
        </p>
      )}
    </section>
  );
}
