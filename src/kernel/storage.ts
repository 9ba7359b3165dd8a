import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { NotFound } from './errors.ts';

/** Where files lie, by key. Keys are made by Cairn (an id and an ending), never from what a person typed. */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Throws NotFound when there is none. */
  get(key: string): Promise<ReadableStream<Uint8Array>>;
  remove(key: string): Promise<void>;
};

/** Files in a folder. A file appears whole or not at all. */
export function diskStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!/^[0-9a-z][0-9a-z./-]*$/.test(key) || key.includes('..')) throw new NotFound();
    return join(folder, key.slice(-2), key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    },
    async get(key) {
      const path = pathOf(key);
      if (!(await stat(path).catch(() => null))) throw new NotFound();
      return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
