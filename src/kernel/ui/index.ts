export * from './fields.tsx';
export { Drawn, Ink } from './ink.tsx';
export { Layout, type NavItem, type PageProps, type Shell } from './layout.tsx';
export * from './parts.tsx';
export { Prose } from './prose.tsx';
export type { Child, FC } from './types.ts';
