import type { SignalFacts } from '@cairn/spc';
import { formatDate, formatMonth } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Analysis } from './analysis.ts';
import type { Measure } from './measures.ts';
import { type Rounded, withUnit } from './rounding.ts';

const ENOUGH = 12; // below this a run rule has little to go by (NHS England, Making Data Count)

/** What the chart says, in plain English: the level, whether it changed, and by which rule; never why. */
export function sentencesOf({ facts }: Analysis, measure: Measure, rounded: Rounded): string[] {
  const level = (mean: number | null) => withUnit(rounded(mean ?? 0), measure.unit);
  const readings = facts.points - facts.missing;
  if (readings < ENOUGH)
    return [
      t('{readings, plural, one {There is one reading} other {There are # readings}} so far; the average is {level}.', {
        readings,
        level: level(facts.phase.mean),
      }),
      t('From twelve readings on, a chart can tell a signal from ordinary ups and downs.'),
    ];
  const said = [levelSentence()];
  const shift = facts.change?.shift;
  if (shift) said.push(sinceRebase(shift, level(facts.change?.fromMean ?? null)));
  if (facts.signal) said.push(signalSentence(facts.signal));
  if (shift || facts.signal) said.push(t('This is unlikely to be chance alone; the chart does not show why.'));
  else if (facts.phase.lower === null) said.push(t('The readings hardly differ, so the chart has no limits.'));
  else said.push(t('Within this period it goes up and down as chance alone would make it.'));
  const target = targetSentence();
  return target ? [...said, target] : said;

  function levelSentence(): string {
    const name = measure.name.charAt(0).toLowerCase() + measure.name.slice(1);
    const now = level(facts.phase.mean);
    if (!facts.previous)
      return t('From {from} to {to} the average is {now} ({name}).', {
        from: monthOf(facts.phase.from),
        to: monthOf(facts.phase.to),
        now,
        name,
      });
    const values = { since: monthOf(facts.phase.from), now, before: level(facts.previous.mean), name };
    if (rounded(facts.phase.mean ?? 0) === rounded(facts.previous.mean ?? 0))
      return t('Since {since} the average is {now} ({name}), as it was before.', values);
    return (facts.phase.mean ?? 0) < (facts.previous.mean ?? 0)
      ? t('Since {since} the average is {now}, down from {before} ({name}).', values)
      : t('Since {since} the average is {now}, up from {before} ({name}).', values);
  }

  function signalSentence({ rule, way, points, from, to }: SignalFacts): string {
    const mean = level(facts.phase.mean);
    if (rule === 'shift')
      return t(
        '{points} readings in a row, from {from} to {to}, lie {way, select, low {below} other {above}} the average of {mean}.',
        { points, from: formatDate(from), to: formatDate(to), way, mean },
      );
    if (rule === 'trend')
      return way === 'low'
        ? t('{points} readings in a row fall, from {from} to {to}.', {
            points,
            from: formatDate(from),
            to: formatDate(to),
          })
        : t('{points} readings in a row rise, from {from} to {to}.', {
            points,
            from: formatDate(from),
            to: formatDate(to),
          });
    if (rule === 'twoInThree')
      return t('Around {to}, two of three readings lie close to the {way, select, low {lower} other {upper}} limit.', {
        to: formatDate(to),
        way,
      });
    return points > 1
      ? t('{points} readings up to {to} lie {way, select, low {below the lower} other {above the upper}} limit.', {
          points,
          to: formatDate(to),
          way,
        })
      : t('The reading of {to} lies {way, select, low {below the lower} other {above the upper}} limit.', {
          to: formatDate(to),
          way,
        });
  }

  function targetSentence(): string | null {
    if (measure.target === null || measure.better === 'neither' || facts.assurance === null) return null;
    const target = level(measure.target);
    if (facts.assurance === 'pass')
      return t('As things stand it will keep meeting the target of {target}.', { target });
    if (facts.assurance === 'fail')
      return t('As things stand it will keep missing the target of {target}: the way of working has to change.', {
        target,
      });
    return t('It will sometimes meet the target of {target} and sometimes miss it, by chance.', { target });
  }
}

/** A rebase hides the shift that it was made for, so that it is told against the limits before it. */
function sinceRebase({ points, way, to }: SignalFacts, mean: string): string {
  return way === 'low'
    ? t('{points} readings in a row, up to {to}, lie below the earlier average of {mean}.', {
        points,
        to: formatDate(to),
        mean,
      })
    : t('{points} readings in a row, up to {to}, lie above the earlier average of {mean}.', {
        points,
        to: formatDate(to),
        mean,
      });
}

function monthOf(date: string): string {
  return formatMonth(date);
}

/** Variation in a few words, for an icon’s place: as the latest reading is judged by its own limits. */
export function variationName({ variation, previous }: Analysis['facts']): string {
  if (variation === 'common-cause')
    return previous ? t('Ordinary variation since the new limits') : t('Ordinary variation');
  if (variation.startsWith('improvement')) return t('Signal of improvement');
  if (variation.startsWith('concern')) return t('Signal of concern');
  return t('Signal of change');
}
