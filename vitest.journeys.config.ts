import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The journeys: a person's sentences, in a real browser, against the whole of Cairn. */
export default defineConfig({
  ...base,
  test: {
    globalSetup: ['test/support/database.ts'],
    include: ['test/journeys/**/*.test.{ts,tsx}'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
