import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { root, say, Trouble } from './house.mjs';
import { inputPaths } from './inputs.mjs';

let cairn;
let leaving = false;
let changed = true;
let wake = () => undefined;

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave);
process.once('disconnect', leave);
for (const path of inputPaths()) watch(path, { recursive: statSync(path).isDirectory() }, change);

while (!leaving) {
  if (changed) await turn();
  if (!changed && !leaving) await new Promise((resolve) => (wake = resolve));
  // An editor that saves everything writes many files within a moment.
  await new Promise((resolve) => setTimeout(resolve, 60));
}
await stop();
process.exit(0);

// A build that fails leaves the last good one running.
async function turn() {
  changed = false;
  try {
    const built = await ensureBuilt(process.execPath);
    if (!built && cairn) return;
    await stop();
    if (!leaving) start();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say(error.message);
  }
}

function start() {
  const args = ['--enable-source-maps', join(root, 'dist/main.js'), '--dev', ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  cairn = child;
  child.once('exit', (code) => {
    if (cairn !== child || leaving) return;
    cairn = undefined;
    if (code !== 0) say('Cairn ended. It starts again when a file changes.');
  });
}

async function stop() {
  const child = cairn;
  cairn = undefined;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function change() {
  changed = true;
  wake();
}

function leave() {
  leaving = true;
  wake();
}
