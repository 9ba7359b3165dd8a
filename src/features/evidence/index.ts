export * as benefitAreas from './benefit-areas.ts';
export { type ClaimChart, claimChart } from './chart.ts';
export type { Claim } from './claims.ts';
export * as claims from './claims.ts';
export * as corrections from './corrections.ts';
export {
  type ClaimFacts,
  chartOf,
  factsAmong,
  factsOf,
  figuresOf,
  gapsOf,
  type Supplier,
  type WorkFacts,
  workFacts,
} from './facts.ts';
export { type Grade, type Graded, grade, type Reason, type Step } from './grade.ts';
export * as grades from './grades.ts';
export { claimsPanel } from './panel.tsx';
export * as personal from './personal.ts';
export { routes } from './routes.tsx';
export { ClaimFigures } from './views/claim-facts.tsx';
export { GradeBar } from './views/grade-bar.tsx';
export * from './words.ts';
