export * from './modes.ts';
export * as placements from './placements.ts';
export { allow, may } from './policy.ts';
export * from './states.ts';
export { type Visibility, visibleWorks } from './visibility.ts';
export type { Description, Work } from './works.ts';
export * as works from './works.ts';
