import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runChild } from './child.mjs';
import { root, say } from './house.mjs';

// The list that a person can read: each line is a question that a change must answer with yes.
const STEPS = [
  { asks: 'Are the types right?', run: ['tsc', '--noEmit', '-p', '.'] },
  { asks: 'Is it tidy?', run: ['biome', 'ci', '--diagnostic-level=error', '.'] },
  { asks: 'Does db/schema.sql match the migrations?', run: ['node', 'bin/cairn', 'schema', '--check'] },
  { asks: 'Do the tests pass?', run: ['vitest', 'run'], counts: true },
  {
    asks: 'Do the journeys work in a real browser?',
    run: ['vitest', 'run', '--config', 'vitest.journeys.config.ts'],
    counts: true,
    slow: true,
  },
  {
    asks: 'Does it start, stop, and survive being killed and crowded?',
    run: ['vitest', 'run', '--config', 'vitest.running.config.ts'],
    counts: true,
    slow: true,
  },
  {
    asks: 'Are the parts free of known faults?',
    run: ['npm', 'audit', '--omit=dev', '--audit-level=high'],
    network: true,
  },
];

/** Runs the steps one after the other, all of them, and ends with `N passed, N failed`. Answers the exit code. */
export async function runSteps(node, { fast = false, long = false, network = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-results-'));
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, ...(long ? { CAIRN_LONG: '1' } : {}) };
  let [passed, failed] = [0, 0];
  for (const [i, step] of STEPS.entries()) {
    if ((step.slow && fast) || (step.network && !network)) continue;
    say(`\n— ${step.asks}`);
    const results = join(folder, `${i}.json`);
    const reporters = step.counts ? ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`] : [];
    const [program, ...args] = step.run;
    const { code, asked } = await runChild(program, [...args, ...reporters], { cwd: root, env });
    if (asked) return 130;
    const counted = step.counts
      ? await countsOf(results, code)
      : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    passed += counted.passed;
    failed += counted.failed;
  }
  await rm(folder, { recursive: true, force: true });
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** A run that failed without one failed test (a file that does not load, an unhandled error) counts as one failure. */
async function countsOf(file, code) {
  const text = await readFile(file, 'utf8').catch(() => null);
  const { numPassedTests = 0, numFailedTests = 0 } = text ? JSON.parse(text) : {};
  return { passed: numPassedTests, failed: code !== 0 && numFailedTests === 0 ? 1 : numFailedTests };
}
