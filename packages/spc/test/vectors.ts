import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Example, examplesOf } from './schemas.ts';

// npm runs this in the package's own folder; a folder is meant from where the command was typed.
const typed = process.argv[2];
const folder = typed ? resolve(process.env.INIT_CWD ?? '.', typed) : resolve(import.meta.dirname, '../fixtures');
let passed = 0;
let failed = 0;

for (const name of filesIn(folder)) {
  const file = read(resolve(folder, name));
  if (file === null) {
    failed += 1;
    console.log(`${name}: not readable as JSON`);
    continue;
  }
  const examples = examplesOf(file);
  if (examples === null) {
    console.log(`${name}: skipped, its schema is not one that this package reads`);
    continue;
  }
  const before = passed;
  for (const example of examples) tell(name, example);
  console.log(`${name}: ${passed - before} of ${examples.length} passed`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function filesIn(path: string): string[] {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    failed += 1;
    console.log(`${path}: no such folder`);
    return [];
  }
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function tell(name: string, example: Example): void {
  const wrong = judged(example);
  if (wrong.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`${name}: ${example.id} (${example.title}) failed`);
  for (const line of wrong.slice(0, 5)) console.log(`  ${line}`);
  if (wrong.length > 5) console.log(`  and ${wrong.length - 5} more`);
}

/** A case that cannot even be read is a failed one, and the rest still run. */
function judged(example: Example): string[] {
  try {
    return example.failures();
  } catch (error) {
    return [String(error)];
  }
}
