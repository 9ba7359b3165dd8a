export * as organisations from './organisations.ts';
export * as people from './people.ts';
export { routes } from './routes.tsx';
