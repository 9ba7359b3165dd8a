import { backup, restore } from './backup.ts';
import { demo } from './demo.ts';
import { regrade } from './regrade.ts';
import { schema } from './schema.ts';

/** One thing that `bin/cairn` can do. */
export type Command = { usage: string; about: string; run(args: string[]): Promise<void> };

export const commands: Record<string, Command> = { backup, demo, regrade, restore, schema };
