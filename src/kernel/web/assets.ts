import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

const manifestFile = join(root, 'dist/assets/manifest.json');

/** `site.css` → the address of its built file, whose name changes with its content. */
export function assetAddress(name: string): string {
  return `/assets/${manifest()[name] ?? name}`;
}

let read: Record<string, string> | null = null;

function manifest(): Record<string, string> {
  read ??= existsSync(manifestFile) ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>) : {};
  return read;
}
