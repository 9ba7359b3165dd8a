import type { Vocabulary } from '#features/reference/index.ts';
import { MODES, modeName } from '#features/work/index.ts';
import { formatNumber } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import { FEW, type Share, type Trend, type Verdict } from '../changes.ts';
import type { Changes } from '../figures.ts';

export function percent(share: number): string {
  return t('{share}%', { share: formatNumber(100 * share, 0) });
}

/** "8 of 14, 57% (33 to 79)"; where there are too few, only how many. */
export function shareInWords({ x, n, share }: Share): string {
  if (n === 0) return '–';
  if (!share) return t('{x} of {n}, too few to tell', { x, n });
  return t('{x} of {n}, {share}% ({lower} to {upper})', {
    ...{ x, n, share: formatNumber(100 * share.value, 0) },
    ...{ lower: formatNumber(100 * share.lower, 0), upper: formatNumber(100 * share.upper, 0) },
  });
}

/** "+12 points (3 to 21)". */
export function changeInWords(change: Trend['change']): string {
  if (!change) return t('too few to tell');
  const points = (value: number) => `${value > 0.005 ? '+' : ''}${formatNumber(100 * value, 0).replace('-', '−')}`;
  return t('{change} points ({lower} to {upper})', {
    change: points(change.value),
    lower: points(change.lower),
    upper: points(change.upper),
  });
}

export function verdictName(verdict: Verdict): string {
  return {
    new: t('New'),
    grows: t('Growing'),
    same: t('No clear change'),
    fades: t('Fading'),
    few: t('Too few to tell'),
  }[verdict];
}

/** Which modes changed by more than chance alone would, from the three years before to the last three. */
export function modesSentence({ modeChanges, periods }: Changes): string {
  const span = { ...spanOf(periods.earlier, 'earlier'), ...spanOf(periods.later, 'later') };
  if (modeChanges.every(({ change }) => change === null))
    return t('There is too little dated work between {earlier} and {later} to tell whether the modes changed.', span);
  const clear = modeChanges.filter(({ change }) => change && (change.lower > 0 || change.upper < 0));
  if (clear.length === 0)
    return t('From {earlier} to {later}, no mode changed its share by more than chance alone could.', span);
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
  const said = clear.map(({ mode, change }) =>
    t('{mode} {way, select, up {more often} other {less often}}, by {change}', {
      mode: modeName(mode).toLocaleLowerCase('en-GB'),
      way: (change?.value ?? 0) > 0 ? 'up' : 'down',
      change: changeInWords(change),
    }),
  );
  return t(
    'From {earlier} to {later}, work came to reach into {changes}. It is unlikely to be chance alone; this does not show why.',
    {
      ...span,
      changes: list.format(said),
    },
  );
}

/** The last whole year in which enough began, mode by mode. */
export function yearSentence({ modes, thisYear }: Changes): string {
  const row = modes.findLast(({ key, works }) => Number(key) < thisYear && works >= FEW);
  if (!row) return t('In no whole year has enough work begun for a share.');
  const ordered = MODES.toSorted((a, b) => row.modes[b].x - row.modes[a].x);
  const said = ordered.map((mode) =>
    t('{x} into {mode}', { x: row.modes[mode].x, mode: modeName(mode).toLocaleLowerCase('en-GB') }),
  );
  return t(
    'Of the {works} pieces of work that began in {year}, {reaches}; many into more than one. Each point is the share of a year’s work, with how far chance could move it; the open one is the year that is not over.',
    { works: row.works, year: row.key, reaches: new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(said) },
  );
}

export function beyondSentence({ beyondInAll: { x, n, share } }: Changes): string {
  if (!share) return t('The setting of too little work is known to say how much is beyond the acute hospital.');
  return t(
    'Of the {n} pieces of work whose setting is known, {x} are beyond the acute hospital: {share} (95% interval {lower} to {upper}).',
    { n, x, share: percent(share.value), lower: percent(share.lower), upper: percent(share.upper) },
  );
}

export function regionsSentence({ regions, regionUnknown }: Changes): string {
  const covered = regions.filter(({ works }) => works > 0).length;
  return t(
    'Work has been shared from {covered} of {all} regions. {unknown, plural, =0 {} one {Of # piece of work the region is not known.} other {Of # pieces of work the region is not known.}} A region without any may be busy all the same: nobody has shared it here.',
    { covered, all: regions.length, unknown: regionUnknown },
  );
}

export function trendsSentence(
  trends: readonly Trend[],
  nameOf: (key: string) => string,
  { periods }: Changes,
): string {
  const span = { ...spanOf(periods.earlier, 'earlier'), ...spanOf(periods.later, 'later') };
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
  const named = (...verdicts: Verdict[]) => {
    const keys = trends.filter(({ verdict }) => verdicts.includes(verdict)).map(({ key }) => nameOf(key));
    return keys.length > 0 ? list.format(keys) : '';
  };
  const [grows, fades] = [named('new', 'grows'), named('fades')];
  const told = trends.filter(({ change }) => change).length;
  if (told === 0)
    return t('There is too little dated work to tell what is new and what fades from {earlier} to {later}.', span);
  const said = [
    grows && t('New or growing: {names}.', { names: grows }),
    fades && t('Fading: {names}.', { names: fades }),
    !grows && !fades && t('Nothing changed by more than chance alone could.'),
  ].filter(Boolean);
  return t(
    'From {earlier} to {later}: {said} {told, plural, one {# had} other {# had}} enough work to compare; with 99% intervals, one in a hundred would look like a change by chance alone.',
    { ...span, said: said.join(' '), told },
  );
}

export function topicName(vocabulary: Vocabulary): (key: string) => string {
  return (key) => vocabulary.name('topic', key);
}

export function spanOf([from, to]: [number, number], name: string): Record<string, string> {
  return { [name]: `${from}–${to}` };
}
