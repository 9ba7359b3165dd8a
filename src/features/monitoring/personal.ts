import type { Eraser, Export } from '#features/people/index.ts';
import * as answers from './answers.ts';
import type { Key } from './pseudonym.ts';

/** What a person answered, in the download of everything about them. */
export function exportOf(key: Key): Export {
  return (db, personId) => answers.of(db, key, personId);
}

export function erase(key: Key): Eraser {
  return (db, personId) => answers.forget(db, key, personId);
}
