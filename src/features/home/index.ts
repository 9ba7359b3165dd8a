export { type Options, type Panel, routes } from './routes.tsx';
