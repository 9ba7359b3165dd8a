export { routes } from './routes.tsx';
export { signedInOnly, unkept } from './routes-here.tsx';
