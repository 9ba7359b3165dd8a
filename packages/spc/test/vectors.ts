import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRecord } from './compare.ts';
import { type Case, failures, SCHEMA } from './ptd-xmr.ts';

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
  } else if (!isRecord(file) || file.schema !== SCHEMA || !Array.isArray(file.cases)) {
    const schema = isRecord(file) && typeof file.schema === 'string' ? `“${file.schema}”` : 'none';
    console.log(`${name}: skipped, its schema (${schema}) is not one that this package reads yet`);
  } else {
    const before = passed;
    for (const example of file.cases) tell(name, example);
    console.log(`${name}: ${passed - before} of ${file.cases.length} passed`);
  }
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

function tell(name: string, example: Case): void {
  const wrong = judged(example);
  if (wrong.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`${name}: ${example?.id} (${example?.title}) failed`);
  for (const line of wrong.slice(0, 5)) console.log(`  ${line}`);
  if (wrong.length > 5) console.log(`  and ${wrong.length - 5} more`);
}

/** A case that cannot even be read is a failed one, and the rest still run. */
function judged(example: Case): string[] {
  try {
    return failures(example);
  } catch (error) {
    return [String(error)];
  }
}
