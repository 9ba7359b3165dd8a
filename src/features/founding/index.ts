export * as community from './community.ts';
export { routes } from './routes.tsx';
