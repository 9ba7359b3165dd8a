import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * When a process began, in whatever unit the system counts; `undefined` if there is none. A number is soon given to
 * another process, a number together with its beginning never is. A dead process nobody has collected counts as gone.
 */
export function startOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') return ps(pid, 'lstart=') || undefined;
    // The name in brackets may itself hold brackets and spaces; the fields are counted from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/**
 * The realm in which process numbers mean something: this boot of this machine, and within it this container. A number
 * noted down in another realm can be neither believed nor disproved by looking at our own processes.
 */
export function realm(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Whether the process is a PostgreSQL server at work on this cluster: each of its processes lives in that folder. */
export function serves(pid: number, cluster: string): boolean {
  if (startOf(pid) === undefined) return false;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    const command = ps(pid, 'command=');
    return command.includes('postgres') && command.includes(cluster);
  } catch {
    return false;
  }
}

/** Waits until the process is gone, at most so many milliseconds; answers whether it is. */
export async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  const began = startOf(pid);
  while (began !== undefined && startOf(pid) === began) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function ps(pid: number, field: string): string {
  return execFileSync('ps', ['-o', field, '-p', String(pid)], {
    encoding: 'utf8',
    // The same words whoever asks: a beginning is compared letter by letter.
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
