export * as emails from './emails.ts';
export { type Eraser, erase } from './erasure.ts';
export { type Export, takeAway } from './export.ts';
export * as people from './people.ts';
export { routes } from './routes.tsx';
export { audienceOf, visiblePeople } from './visibility.ts';
