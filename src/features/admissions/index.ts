export type { MonitoredPanel } from './options.ts';
export { routes } from './routes.tsx';
