import { NotFound } from '#kernel/errors.ts';
import type { Storage } from '#kernel/storage.ts';

/** Files that live as long as the test. */
export function memoryStorage(): Storage {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    put: async (key, bytes) => {
      files.set(key, new Uint8Array(bytes));
    },
    get: async (key, range) => {
      const bytes = files.get(key);
      if (!bytes) throw new NotFound();
      return new Blob([
        range ? bytes.slice(range.first, range.last + 1) : bytes,
      ]).stream() as ReadableStream<Uint8Array>;
    },
    remove: async (key) => {
      files.delete(key);
    },
  };
}
