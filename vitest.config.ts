import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['cairn-source', 'module', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['cairn-source', 'module', 'node', 'import', 'default'] } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'packages/*/{src,test}/**/*.test.ts'],
    exclude: ['test/journeys/**'],
    testTimeout: 20_000,
  },
});
