export { jobs } from './jobs.ts';
export { countryPanel } from './panel.tsx';
export * as range from './range.ts';
export { routes } from './routes.tsx';
