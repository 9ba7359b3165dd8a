export * as affiliations from './affiliations.ts';
export type { Mover } from './mergers.ts';
export type { Organisation } from './organisations.ts';
export * as organisations from './organisations.ts';
export { affiliationsPanel } from './panel.tsx';
export * as personal from './personal.ts';
export { type Panel, routes } from './routes.tsx';
export { routes as affiliationRoutes } from './routes-affiliations.tsx';
