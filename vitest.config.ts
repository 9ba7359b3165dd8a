import { defineConfig } from 'vitest/config';

const conditions = ['cairn-source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions: ['cairn-source'] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'packages/*/{src,test}/**/*.test.ts'],
    exclude: ['test/journeys/**', '**/node_modules/**'],
    globalSetup: ['test/support/database.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
