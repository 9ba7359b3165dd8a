export * as blocks from './blocks.ts';
export * as messages from './messages.ts';
export { blockPanel, writePanel } from './panel.tsx';
export * as personal from './personal.ts';
export { type Report, routes } from './routes.tsx';
