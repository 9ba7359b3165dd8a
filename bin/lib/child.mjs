import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program until it ends, passing on the signals that we get; answers `{ code, signal, asked, said }`, where `asked`
 * is the signal that asked us to end and `said` is the output, kept back when `quiet`.
 *
 * Each signal is passed on once. Ctrl-C in a terminal reaches the child by itself too, so a child must take the same request
 * twice without harm.
 */
export function runChild(command, args, { quiet = false, ipc = false, ...options } = {}) {
  const streams = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit'];
  const child = spawn(command, args, { ...options, stdio: ipc ? [...streams, 'ipc'] : streams });
  let said = '';
  if (quiet) for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));

  let asked = null;
  const passOn = (received) => {
    // A terminal that was closed asks for the same as everybody else: an orderly end.
    const signal = received === 'SIGHUP' ? 'SIGTERM' : received;
    if (asked !== signal) child.kill(signal);
    asked = signal;
  };
  for (const signal of signals) process.on(signal, passOn);
  const stopWatching = watchParent(() => passOn('SIGTERM'));

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, asked, said }));
  }).finally(() => {
    stopWatching();
    for (const signal of signals) process.off(signal, passOn);
  });
}

/** The exit code that a shell would give for a child that ended so. */
export function exitCodeOf({ code, signal }) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

// npm runs its script through a shell. If npm is killed, or the shell between us dies of a signal without passing it on,
// nobody else would tell Cairn to end.
function watchParent(gone) {
  if (!process.env.npm_lifecycle_event) return () => undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, 500);
  return () => clearInterval(watch);
}
