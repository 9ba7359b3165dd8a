import {
  type Direction,
  judge,
  type LimitsProfile,
  limits,
  type MeasuredLimits,
  type Profile,
  profiles,
  type RuleName,
  type RulesProfile,
} from '../src/index.ts';
import { differences } from './compare.ts';

/** One case of a file of the schema qi-oracle/rules/1. Its words are those of the file. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly input: {
    readonly y: readonly number[];
    readonly baseline_points: number | null;
    readonly screened: boolean;
  };
  readonly expected: {
    readonly limits: unknown;
    readonly flags: Readonly<Record<string, string | null>>;
    readonly variation_icons_last_point: Readonly<Record<Direction, readonly string[] | null>>;
  };
}

const { 'nhs-mdc': mdc } = profiles;
const SHEWHART = 3 / 1.128;
const byPoints = { counts: 'beyond', third: 'anywhere', marks: 'points' } as const;
const MEDIAN = { centre: 'median' } as const;

/** Each column of flags: the rule that it shows, and the profile that it takes. */
const COLUMNS: readonly [string, RuleName, Profile][] = [
  ['astronomical', 'astronomical', school({})],
  ['two_in_three_points', 'twoInThree', school({ twoInThree: byPoints })],
  ['two_in_three_series', 'twoInThree', school({ twoInThree: { ...byPoints, marks: 'window' } })],
  ...[5, 6, 7, 8, 9].map((points) => pattern('shift', points)),
  ...[5, 6, 7].map((points) => pattern('trend', points)),
  ...[6, 8].map((points): [string, RuleName, Profile] => [
    `median_shift_${points}`,
    'shift',
    school({ shift: { points, ties: 'break' } }, MEDIAN),
  ]),
];

export function failures({ input, expected }: Case): string[] {
  const flags = Object.fromEntries(COLUMNS.map(([column, rule, profile]) => [column, flagsOf(input, rule, profile)]));
  // Withheld there, where limits are undefined: a limit rule does not fire then, and the others are told all the same.
  const withheld = Object.entries(expected.flags).filter(([, flag]) => flag === null);
  const asked = Object.entries(expected.flags).filter(([, flag]) => flag !== null);
  const icons = Object.entries(expected.variation_icons_last_point).filter(([, icon]) => icon !== null);
  return [
    ...differences(limitsOf(input), expected.limits, 'limits'),
    ...differences(flags, Object.fromEntries(asked), 'flags'),
    ...withheld
      .filter(([column]) => /[UL]/.test(flags[column] ?? ''))
      .map(([column]) => `${column} fires without limits`),
    ...icons.flatMap(([direction, icon]) => iconFailures(input, direction, icon ?? [])),
  ];
}

function flagsOf(input: Case['input'], rule: RuleName, profile: Profile): string {
  const { points } = judge(input.y, measured(input, profile), { profile });
  return points.map(({ rules }) => (rules[rule] === null ? '.' : rules[rule] === 'high' ? 'U' : 'L')).join('');
}

function limitsOf(input: Case['input']): unknown {
  const medianRange = { ...MEDIAN, spread: 'median-moving-range', flat: 'on-centre' } as const;
  const kinds: [string, Partial<LimitsProfile>][] = [
    ['i', {}],
    ['i_median', MEDIAN],
    ['i_median_mr', medianRange],
  ];
  return Object.fromEntries(
    kinds.flatMap(([name, own]) => [
      [name, inTheirWords(measured({ ...input, screened: true }, school({}, own)))],
      [`${name}_unscreened`, inTheirWords(measured({ ...input, screened: false }, school({}, own)))],
    ]),
  );
}

function inTheirWords({ mean, lower, upper, nearLower, nearUpper }: MeasuredLimits): unknown {
  const half = (near: number | null): number | null => (mean === null || near === null ? null : (mean + near) / 2);
  return {
    centre: mean,
    lower3: lower,
    lower2: nearLower,
    lower1: half(nearLower),
    upper1: half(nearUpper),
    upper2: nearUpper,
    upper3: upper,
  };
}

/** Theirs lists an icon for each rule that fired on the last point: those have to be the ways of ours. */
function iconFailures(input: Case['input'], direction: string, icons: readonly string[]): string[] {
  const better = direction === 'increase' || direction === 'decrease' ? direction : 'neutral';
  const profile = school({ twoInThree: byPoints });
  const last = judge(input.y, measured(input, profile), { profile, direction: better }).points.at(-1);
  const ways = new Set(Object.values(last?.rules ?? {}).filter((way) => way !== null));
  const named = [...ways].map((way) => {
    const meaning =
      better === 'neutral' ? 'neutral' : (way === 'high') === (better === 'increase') ? 'improvement' : 'concern';
    return `${meaning}${way === 'high' ? 'High' : 'Low'}`;
  });
  const ours = named.length > 0 ? named : ['commonCause'];
  return differences(ours.sort(), [...icons].sort(), `icons.${direction}`);
}

function measured(
  { y, baseline_points: baselinePoints, screened: screen }: Case['input'],
  profile: Profile,
): MeasuredLimits {
  return limits(y, { profile, baselinePoints, screen });
}

function pattern(rule: 'shift' | 'trend', points: number): [string, RuleName, Profile] {
  return [`${rule}_${points}`, rule, school({ [rule]: { points, ties: 'break' } })];
}

function school(rules: Partial<RulesProfile>, own: Partial<LimitsProfile> = {}): Profile {
  return {
    ...mdc,
    name: 'power-bi',
    limits: { ...mdc.limits, width: SHEWHART, shortestBaseline: 2, ...own },
    rules: { ...mdc.rules, ...rules },
  };
}
