export * as editing from './editing.ts';
export { isMethod, methodChoices, methodName, methodsIn } from './methods.ts';
export { MODES, type Mode, modeAbout, modeChoices, modeName } from './modes.ts';
export * as places from './places.ts';
export { routes } from './routes.tsx';
export { seed } from './seed.ts';
export type { Term, TermKind, Vocabulary } from './terms.ts';
export * as terms from './terms.ts';
