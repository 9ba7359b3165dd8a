export { type Random, random } from '#kernel/random.ts';
