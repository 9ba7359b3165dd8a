export * as answers from './answers.ts';
export * as campaigns from './campaigns.ts';
export * as invitations from './invitations.ts';
export { jobs } from './keeping.ts';
export * as personal from './personal.ts';
export * as refusals from './refusals.ts';
export { accountPanel, routes } from './routes.tsx';
export type { MissingPanel } from './routes-invitations.tsx';
export * as welcome from './welcome.ts';
