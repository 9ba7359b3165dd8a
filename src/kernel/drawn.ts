import { hash } from 'node:crypto';

/** Gives what lies under a key, made now if nothing does. */
export type Shelf<T> = (key: string, make: () => T) => T;

/**
 * The name of something that is drawn or computed from these inputs alone: a digest of all of them, so that it changes
 * whenever one of them does and what lies under it can never be stale. Inputs are what JSON can say.
 */
export function keyOf(...inputs: unknown[]): string {
  return hash('sha256', JSON.stringify(inputs), 'base64url');
}

/**
 * A shelf in this process's memory for what is dear to make, up to `most` in all; what was asked for longest ago goes
 * first. `sizeOf` says how much room one thing takes; the default counts things. A promise that fails is not kept.
 */
export function shelf<T>(most: number, sizeOf: (thing: T) => number = () => 1): Shelf<T> {
  const things = new Map<string, T>();
  let size = 0;
  const remove = (key: string, thing: T) => {
    if (things.get(key) !== thing) return;
    things.delete(key);
    size -= sizeOf(thing);
  };
  return (key, make) => {
    const known = things.get(key);
    if (known !== undefined) {
      things.delete(key);
      things.set(key, known);
      return known;
    }
    const made = make();
    if (sizeOf(made) > most) return made;
    things.set(key, made);
    size += sizeOf(made);
    for (const [oldest, thing] of things) {
      if (size <= most) break;
      remove(oldest, thing);
    }
    if (made instanceof Promise) made.catch(() => remove(key, made));
    return made;
  };
}
