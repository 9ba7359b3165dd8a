export * as personal from './personal.ts';
export * as reports from './reports.ts';
export { routes } from './routes.tsx';
