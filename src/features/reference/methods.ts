import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '#kernel/paths.ts';

const Reference = z.object({
  methods: z.array(z.object({ id: z.string(), name: z.string(), alsoKnownAs: z.array(z.string()) })),
});

const { methods } = Reference.parse(JSON.parse(readFileSync(join(root, 'reference/methods.json'), 'utf8')));
const names = new Map(methods.map(({ id, name }) => [id, name]));
const ids = new Map(
  methods.flatMap(({ id, name, alsoKnownAs }) => [id, name, ...alsoKnownAs].map((word) => [plain(word), id])),
);

export function methodChoices(): { value: string; label: string }[] {
  return methods
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}

/** The name of a method; a method that a team named itself is its own name. */
export function methodName(method: string): string {
  return names.get(method) ?? method;
}

/** Does the vocabulary know a method by this id? */
export function isMethod(id: string): boolean {
  return names.has(id);
}

/** "PDSA, our own huddle" → `['pdsa', 'our own huddle']`: what the vocabulary knows by its id, the rest as typed. */
export function methodsIn(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim());
  return [...new Set(words.filter(Boolean).map((word) => ids.get(plain(word)) ?? word))];
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
