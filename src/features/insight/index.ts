export { jobs } from './jobs.ts';
export * as range from './range.ts';
export { routes } from './routes.tsx';
