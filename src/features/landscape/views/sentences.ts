import { type Mode, modeName } from '#features/work/index.ts';
import { t } from '#kernel/words.ts';
import type { Summary } from '../reach.ts';

/** Fewer than this, and "most" and "fewest" would say more than there is. */
const FEW = 8;

/** "148 pieces of work reach into this mode, 61 of them mostly." Reaches overlap, so these never add up. */
export function reachSentence({ reaches }: Summary, mode: Mode): string {
  const { reach, mostly } = reaches.find((one) => one.mode === mode) ?? { reach: 0, mostly: 0 };
  return t(
    '{reach, plural, =0 {No work reaches into this mode yet.} one {# piece of work reaches into this mode{also}.} other {# pieces of work reach into this mode{also}.}}',
    {
      reach,
      also: mostly > 0 ? t(', {mostly} of them mostly', { mostly }) : '',
    },
  );
}

/** The same where there is little room. */
export function shortReach({ reaches }: Summary, mode: Mode): string {
  const { reach, mostly } = reaches.find((one) => one.mode === mode) ?? { reach: 0, mostly: 0 };
  return t('{reach} reach into it, {mostly} mostly', { reach, mostly });
}

/** What the picture says, before the picture. */
export function pictureSentence({ total, reaches, several }: Summary): string {
  const ordered = reaches.toSorted((a, b) => b.reach - a.reach);
  const [most, least] = [ordered[0], ordered.at(-1)];
  if (!most || !least || total === 0) return t('No work matches that.');
  if (total < FEW) return t('{total, plural, one {# piece} other {# pieces}} of work.', { total });
  const head =
    most.reach === least.reach
      ? t('{total, plural, one {# piece} other {# pieces}} of work, spread evenly over the four modes.', { total })
      : t(
          '{total, plural, one {# piece} other {# pieces}} of work. Most reach into {most} ({mostReach}), fewest into {least} ({leastReach}).',
          {
            total,
            most: lower(most.mode),
            mostReach: most.reach,
            least: lower(least.mode),
            leastReach: least.reach,
          },
        );
  return several === 0
    ? head
    : `${head} ${t('{several, plural, one {# reaches} other {# reach}} into more than one mode: there are no hard boundaries.', { several })}`;
}

/** What stopped and what is disputed, where there is any. */
export function asideSentence({ stopped, disputed }: Summary): string {
  const sentences = [
    stopped > 0 &&
      t(
        '{stopped, plural, one {# piece has stopped; its lesson is for the next person.} other {# pieces have stopped; their lessons are for the next person.}}',
        {
          stopped,
        },
      ),
    disputed > 0 &&
      t(
        '{disputed, plural, one {# piece is} other {# pieces are}} disputed ground: people differ about where they stand.',
        { disputed },
      ),
  ];
  return sentences.filter(Boolean).join(' ');
}

function lower(mode: Mode): string {
  return modeName(mode).toLocaleLowerCase('en-GB');
}
