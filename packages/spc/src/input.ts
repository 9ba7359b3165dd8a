import { SpcError } from './errors.ts';
import { type ChartKind, KINDS } from './kinds.ts';
import { checkBaseline } from './limits.ts';
import type { Direction } from './points.ts';
import type { Profile, ProfileName } from './profile.ts';
import { profileOf } from './profiles.ts';
import { measurable, numbered, numberOr } from './readings.ts';
import type { Combine, Rows } from './subgroups.ts';

export interface ChartInput {
  readonly kind: ChartKind;
  /**
   * Where each reading stands: dates yyyy-mm-dd or numbers, in any order; without it, 1, 2, 3 … Readings that share an x
   * make one point.
   */
  readonly x?: readonly (string | number)[];
  /** Measurements, counts or numerators, null where missing. */
  readonly values: readonly (number | null)[];
  /** What each could have been out of, null where missing. Needed for `u`, `up`, `p` and `pp`; possible for `run`, `i`, `mr` and `ip`. */
  readonly denominators?: readonly (number | null)[];
  /** Whether x are names (wards, hospitals), in order of appearance and without runs: a funnel of a kind. */
  readonly categories?: boolean;
  /** At whose point a new phase with its own limits begins. */
  readonly rebases?: readonly (string | number)[];
  /** Draw each phase's limits from its first so many points; the default takes all. */
  readonly baselinePoints?: number | null;
  /** Points that take no part in centre, limits and patterns, and are drawn and held against the limits all the same. */
  readonly exclude?: readonly (string | number)[];
  /** What values over denominators are multiplied by: 1000 for a rate per 1,000, 100 for a percentage. */
  readonly per?: number;
  /** What makes one point of several measurements without denominators; the default is their mean. */
  readonly combine?: Combine;
  /** A centre line from elsewhere, in the unit that is drawn. */
  readonly centre?: number | null;
  /** Whether readings cannot be negative: where none is, lower lines stop at nought. */
  readonly notNegative?: boolean;
  /** The direction in which readings get better; the default is `neutral`. */
  readonly direction?: Direction;
  /** In the unit that is drawn. */
  readonly target?: number | null;
  /** The default is `nhs-mdc`. */
  readonly profile?: Profile | ProfileName;
  /** Whether to leave extreme moving ranges out of the limits; the default is yes, if the profile screens. */
  readonly screen?: boolean;
}

/** Input that has been found sound. */
export interface Checked extends Rows {
  readonly kind: ChartKind;
  readonly rebases: readonly string[];
  readonly baselinePoints: number | null;
  readonly exclude: ReadonlySet<string>;
  readonly per: number;
  readonly combine: Combine;
  readonly centre: number | null;
  readonly notNegative: boolean;
  readonly direction: Direction;
  readonly target: number | null;
  readonly profile: Profile;
  readonly screen: boolean;
}

export function checked(input: ChartInput): Checked {
  const { kind, categories = false, baselinePoints = null, per = 1 } = input;
  if (!Object.hasOwn(KINDS, kind)) throw new SpcError('unknown-kind', `There is no kind of chart “${kind}”.`);
  const profile = profileOf(input.profile);
  const x = input.x ?? input.values.map((_, i) => i + 1);
  if (x.length !== input.values.length) {
    throw new SpcError('lengths-differ', `There are ${x.length} places and ${input.values.length} values.`);
  }
  if (x.length === 0) throw new SpcError('no-readings', 'There are no readings to chart.');
  checkBaseline(baselinePoints, profile);
  if (!(measurable(per) && per > 0)) throw new SpcError('invalid-value', 'Rates are for a number above nought.');
  const values = valuesOf(input);
  return {
    kind,
    x,
    values,
    denominators: denominatorsOf(input, values),
    categories,
    rebases: (input.rebases ?? []).map(String),
    baselinePoints,
    exclude: new Set((input.exclude ?? []).map(String)),
    per,
    combine: input.combine ?? 'mean',
    centre: numberOr(input.centre, 'invalid-value', 'centre line'),
    notNegative: input.notNegative ?? false,
    direction: input.direction ?? 'neutral',
    target: numberOr(input.target, 'invalid-target', 'target'),
    profile,
    screen: input.screen ?? true,
  };
}

function valuesOf({ kind, values }: ChartInput): Float64Array {
  const numbers = numbered(values);
  const { readings } = KINDS[kind];
  const wrong = numbers.findIndex(
    (number) => (readings === 'positive' && number <= 0) || (readings === 'not-negative' && number < 0),
  );
  if (wrong < 0) return numbers;
  const sort = readings === 'positive' ? 'is above nought' : 'is not negative';
  throw new SpcError(
    'invalid-value',
    `On a chart of this kind each value ${sort}; that in row ${wrong + 1} is ${numbers[wrong]}.`,
    wrong,
  );
}

function denominatorsOf({ kind, values, denominators }: ChartInput, numbers: Float64Array): Float64Array | null {
  const { denominators: use } = KINDS[kind];
  if (!denominators) {
    if (use === 'needed') throw new SpcError('invalid-denominator', 'A chart of this kind needs denominators.');
    return kind === 'ip' ? new Float64Array(values.length).fill(1) : null;
  }
  if (use === 'refused') throw new SpcError('invalid-denominator', 'A chart of this kind has no denominators.');
  if (denominators.length !== values.length) {
    throw new SpcError('lengths-differ', `There are ${values.length} values and ${denominators.length} denominators.`);
  }
  const sizes = numbered(denominators);
  const share = kind === 'p' || kind === 'pp';
  const wrong = sizes.findIndex((size, row) => size < 0 || (share && numbers[row]! > size));
  if (wrong < 0) return sizes;
  const why = sizes[wrong]! < 0 ? 'is negative' : 'is smaller than its value';
  throw new SpcError('invalid-denominator', `The denominator in row ${wrong + 1} ${why}.`, wrong);
}
