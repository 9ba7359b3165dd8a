export { type ClaimChart, claimChart } from './chart.ts';
export { type Grade, type Graded, grade, type Reason, type Step } from './grade.ts';
export * from './words.ts';
