export type { Case, Draft } from './cases.ts';
export * as cases from './cases.ts';
export * as library from './library.ts';
export { citingPanel } from './panel.tsx';
export { paperOf } from './pdf/paper.ts';
export { renderPdf } from './pdf/render.ts';
export { routes } from './routes.tsx';
export { permanent } from './routes-reading.tsx';
export * as versions from './versions.ts';
