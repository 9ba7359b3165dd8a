import { defineConfig } from 'vitest/config';

/** `npm run coverage -w packages/spc`: every branch of the package is to be taken by its own tests. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    testTimeout: 60_000, // a minute, for machines with much else to do
    include: ['{src,test}/**/*.test.ts'],
    coverage: {
      reporter: ['text'],
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts'],
      thresholds: { branches: 100 },
    },
  },
});
