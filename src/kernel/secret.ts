import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secret of this data folder, made on the first start. It signs sessions and seals second factors. */
export async function secretIn(folder: string): Promise<string> {
  const known = await readFile(join(folder, 'secret'), 'utf8').catch(() => null);
  if (known) return known.trim();
  const secret = randomBytes(32).toString('hex');
  await keepSecret(folder, secret);
  return secret;
}

export async function keepSecret(folder: string, secret: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'secret'), secret, { mode: 0o600 });
}
