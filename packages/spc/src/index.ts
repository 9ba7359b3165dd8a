/** Statistical process control for health and care: control charts as pure functions. */
export { type ControlChart, type ControlPhase, type ControlPoint, chart } from './chart.ts';
export { a3, b3, b4, c4, d2, d3, upperRange } from './constants.ts';
export { bernoulliCusum, type Cusum, type CusumOptions } from './cusum.ts';
export { SpcError, type SpcErrorCode } from './errors.ts';
export { type Change, type Facts, facts, type PhaseFacts, type SignalFacts } from './facts.ts';
export { type Assurance, assurance, type Variation, variation } from './icons.ts';
export type { ChartInput } from './input.ts';
export { type Judgement, type JudgeOptions, judge } from './judge.ts';
export type { ChartKind } from './kinds.ts';
export { type Limits, type LimitsOptions, limits, type MeasuredLimits } from './limits.ts';
export type { Phase, Point } from './phases.ts';
export type { Direction, JudgedPoint, Meaning, RuleFlags, Way } from './points.ts';
export type {
  LimitsProfile,
  PatternProfile,
  Profile,
  ProfileName,
  RuleName,
  RulesProfile,
  TwoInThreeProfile,
} from './profile.ts';
export { profiles } from './profiles.ts';
export { type RebasedMedian, type RebasedOptions, rebasedMedians } from './rebased.ts';
export {
  fewestUsualCrossings,
  longestUsualRun,
  longestWithout,
  type Runs,
  type RunsMethod,
  runs,
} from './runs.ts';
export type { Signal } from './signals.ts';
export type { Combine } from './subgroups.ts';
export { type Chart, type Warning, type XmrInput, xmr } from './xmr.ts';
