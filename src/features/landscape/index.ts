export { FEWEST, type Picture, picture } from './landscape.ts';
export { routes } from './routes.tsx';
export { SmallLandscape } from './views/small.tsx';
