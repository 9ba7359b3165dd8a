import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const spc = fileURLToPath(new URL('packages/spc/src/index.ts', import.meta.url));

export default defineConfig({
  resolve: { alias: { '@cairn/spc': spc } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'packages/*/{src,test}/**/*.test.ts'],
    exclude: ['test/journeys/**', 'test/running/**', 'test/long/**', '**/node_modules/**'],
    globalSetup: ['test/support/fonts.mjs', 'test/support/database.ts'],
    testTimeout: 60_000, // a minute, for machines with much else to do
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
