/** Statistical process control for health and care: control charts as pure functions. */
export { SpcError, type SpcErrorCode } from './errors.ts';
export { type Change, type Facts, facts, type PhaseFacts, type SignalFacts } from './facts.ts';
export { type Assurance, assurance, type Variation, variation } from './icons.ts';
export { type Judgement, type JudgeOptions, judge } from './judge.ts';
export { type Limits, type LimitsOptions, limits, type MeasuredLimits } from './limits.ts';
export type { Phase, Point } from './phases.ts';
export type { Direction, JudgedPoint, Meaning, RuleFlags, Way } from './points.ts';
export {
  type LimitsProfile,
  type PatternProfile,
  type Profile,
  type ProfileName,
  profiles,
  type RuleName,
  type RulesProfile,
  type TwoInThreeProfile,
} from './profiles.ts';
export type { Signal } from './signals.ts';
export { type Chart, type Warning, type XmrInput, xmr } from './xmr.ts';
