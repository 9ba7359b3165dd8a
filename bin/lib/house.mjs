import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever the command was typed. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Something the person at the keyboard can put right: printed as a sentence, without a stack. */
export class Trouble extends Error {}

/** What the launcher has to say goes to stderr, so that a command's own output can be piped. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
