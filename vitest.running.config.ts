import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The real thing as a process: started, stopped, killed, soaked and loaded. Each test brings a database of its own. */
export default defineConfig({
  ...base,
  test: {
    include: ['test/running/**/*.test.ts', 'test/long/**/*.test.ts'],
    testTimeout: process.env.CAIRN_LONG ? 30 * 60_000 : 180_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
