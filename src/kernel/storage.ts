import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import type { Config } from './config.ts';
import { NotFound } from './errors.ts';

/** Where files lie, by key. Keys are made by Cairn (an id and an ending), never from what a person typed. */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or those of a range (first and last included). Throws NotFound when there is none. */
  get(key: string, range?: Range): Promise<ReadableStream<Uint8Array>>;
  /** Removing what is not there changes nothing. */
  remove(key: string): Promise<void>;
};
export type Range = { first: number; last: number };

/** The storage of this configuration. */
export function storageOf({ s3, dataFolder }: Config): Storage {
  return s3 ? s3Storage(s3) : diskStorage(join(dataFolder, 'files'));
}

/** Files in a folder. A file appears whole or not at all. */
export function diskStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    const safe = safeKey(key);
    return join(folder, safe.replace(/\.[^.]*$/, '').slice(-2), safe);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.part`, bytes, { flush: true });
      await rename(`${path}.part`, path);
    },
    async get(key, range) {
      const path = pathOf(key);
      if (!(await stat(path).catch(() => null))) throw new NotFound();
      const stream = createReadStream(path, range && { start: range.first, end: range.last });
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

/** Files in a bucket that speaks S3, addressed by path (`ENDPOINT/BUCKET/key`), each request signed. */
export function s3Storage({ endpoint, bucket, region, keyId, secret }: NonNullable<Config['s3']>): Storage {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 3 });
  const addressOf = (key: string) => `${endpoint.replace(/\/+$/, '')}/${bucket}/${safeKey(key)}`;
  return {
    async put(key, bytes) {
      const body = new Uint8Array(bytes);
      await expectOk(await client.fetch(addressOf(key), { method: 'PUT', body }), 'put');
    },
    async get(key, range) {
      const headers: HeadersInit = range ? { Range: `bytes=${range.first}-${range.last}` } : {};
      const answer = await client.fetch(addressOf(key), { headers });
      if (answer.status === 404) throw new NotFound();
      await expectOk(answer, 'get');
      if (!answer.body) throw new NotFound();
      return answer.body;
    },
    async remove(key) {
      const answer = await client.fetch(addressOf(key), { method: 'DELETE' });
      if (answer.status !== 404) await expectOk(answer, 'remove');
    },
  };
}

async function expectOk(answer: Response, verb: string): Promise<void> {
  if (answer.ok) return;
  await answer.body?.cancel();
  throw new Error(`The file storage answered ${answer.status} to ${verb}`);
}

function safeKey(key: string): string {
  if (!/^[0-9a-z][0-9a-z./-]*$/.test(key) || key.includes('..')) throw new NotFound();
  return key;
}
