import { SpcError } from './errors.ts';
import type { Limits } from './limits.ts';
import { type Direction, type JudgedPoint, pointOf } from './points.ts';
import type { Profile, ProfileName } from './profile.ts';
import { profileOf } from './profiles.ts';
import { measurable, numbered } from './readings.ts';
import { signs } from './rules.ts';
import { type Signal, signalsOf } from './signals.ts';
import { placesWithin } from './zones.ts';

export interface JudgeOptions {
  /** The direction in which readings get better; the default is `neutral`. */
  readonly direction?: Direction;
  readonly profile?: Profile | ProfileName;
}

export interface Judgement {
  readonly profile: Profile;
  readonly points: readonly JudgedPoint[];
  readonly signals: readonly Signal[];
}

/**
 * Later readings, in order of time and null where one is missing, against limits that are already fixed: the frozen
 * limits of an earlier baseline. Patterns are made of the later readings alone.
 *
 * A sustained change against a baseline, up to the latest reading:
 * `judge(later, limits(baseline), { direction }).signals.some((s) => s.rule === 'shift' && s.meaning === 'improvement' && s.current)`
 *
 * @throws SpcError `invalid-value`, `unknown-profile`, `invalid-profile`
 */
export function judge(values: readonly (number | null)[], limits: Limits, options: JudgeOptions = {}): Judgement {
  const profile = profileOf(options.profile);
  for (const limit of [limits.mean, limits.lower, limits.upper, limits.nearLower, limits.nearUpper]) {
    if (limit !== null && !measurable(limit)) throw new SpcError('invalid-value', 'A limit is not a finite number.');
  }
  const direction = options.direction ?? 'neutral';
  const readings = numbered(values);
  const read = signs(readings, placesWithin(readings, limits), profile.rules);
  return {
    profile,
    points: Array.from(readings, (_, i) => pointOf(readings, read, i, profile, limits.mean !== null, direction)),
    signals: signalsOf({ readings, read, first: 0, total: readings.length }, profile, direction),
  };
}
