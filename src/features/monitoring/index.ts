export * as answers from './answers.ts';
export { jobs } from './jobs.ts';
export { accountPanel } from './panel.tsx';
export * as personal from './personal.ts';
export { keyFrom } from './pseudonym.ts';
export { PREFER_NOT, questionsFor, TOPICS } from './questions.ts';
export * as releases from './releases.ts';
export { routes } from './routes.tsx';
