export * as cycles from './cycles/cycles.ts';
export type { Decision } from './cycles/decisions.ts';
export * as diagrams from './drivers/diagram.ts';
export * as drivers from './drivers/drivers.ts';
export { cyclesOnChart, practicePanel } from './panels.tsx';
export * as personal from './personal.ts';
export { routes } from './routes.tsx';
