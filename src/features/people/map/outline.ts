import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '#kernel/paths.ts';

const Outline = z.object({ path: z.string() });

/** The coasts of the UK and Ireland and the border between them, as an SVG path in the map's units. */
export const { path: outline } = Outline.parse(JSON.parse(readFileSync(join(root, 'reference/outline.json'), 'utf8')));
