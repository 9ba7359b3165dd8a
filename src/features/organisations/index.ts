export * as affiliations from './affiliations.ts';
export * as organisations from './organisations.ts';
export { affiliationsPanel } from './panel.tsx';
export * as personal from './personal.ts';
export { routes } from './routes.tsx';
