export * as pages from './pages.ts';
export * as reference from './reference.ts';
export { erase, exportOf } from './rights.ts';
export { routes } from './routes.tsx';
