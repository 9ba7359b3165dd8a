export * as affiliations from './affiliations.ts';
export * as organisations from './organisations.ts';
export * as personal from './personal.ts';
