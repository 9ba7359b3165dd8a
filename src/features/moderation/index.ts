export * as personal from './personal.ts';
export * as reports from './reports.ts';
export { type OtherDesk, routes } from './routes.tsx';
