export { handlers } from './bringing-in.ts';
export * as imports from './imports.ts';
export * as personal from './personal.ts';
export { answerRoutes, stewardRoutes } from './routes.tsx';
export { readSheet } from './sheet.ts';
