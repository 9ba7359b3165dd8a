import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBucket } from '#test/support/bucket.ts';
import { NotFound } from './errors.ts';
import { diskStorage, type Storage, s3Storage } from './storage.ts';

const KEY = '0190a0a0-0000-7000-8000-0000000000ab.pdf';

let folder: string;
let bucket: Awaited<ReturnType<typeof startBucket>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-files-'));
  bucket = await startBucket();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  bucket.server.close();
});

const text = async (stream: Promise<ReadableStream<Uint8Array>>) => new Response(await stream).text();

describe.each<[string, () => Storage]>([
  ['a folder', () => diskStorage(folder)],
  ['a bucket', () => s3Storage(bucket.config)],
])('in %s', (_name, open) => {
  test('a file is put, read whole and in part, replaced and removed', async () => {
    const storage = open();
    await expect(storage.get(KEY)).rejects.toThrow(NotFound);
    await storage.put(KEY, Buffer.from('first'));
    await storage.put(KEY, Buffer.from('0123456789'));
    expect(await text(storage.get(KEY))).toBe('0123456789');
    expect(await text(storage.get(KEY, { first: 2, last: 4 }))).toBe('234');
    await storage.remove(KEY);
    await storage.remove(KEY);
    await expect(storage.get(KEY)).rejects.toThrow(NotFound);
  });

  test('a key that leads elsewhere is not found', async () => {
    for (const key of ['../../etc/passwd', '/etc/passwd', 'a/../b', 'A.pdf', '.hidden', 'a\\b'])
      await expect(open().get(key)).rejects.toThrow(NotFound);
  });
});

test('a folder holds whole files only', async () => {
  await diskStorage(folder).put(KEY, Buffer.from('x'));
  expect(await readdir(folder)).toEqual(['ab']);
  expect(await readdir(join(folder, 'ab'))).toEqual([KEY]);
});

test('each request to a bucket is signed, over its body too', () => {
  expect(bucket.seen.length).toBeGreaterThan(5);
  for (const headers of bucket.seen) {
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=key-id\/\d{8}\/eu-west-2\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/,
    );
    expect(headers['x-amz-date']).toMatch(/^\d{8}T\d{6}Z$/);
    expect(headers['x-amz-content-sha256']).toBeTruthy();
  }
});

test('a bucket that refuses is a fault and not a missing file', async () => {
  const storage = s3Storage({ ...bucket.config, bucket: 'somebody-else' });
  await expect(storage.get(KEY)).rejects.toThrow('answered 403 to get');
  await expect(storage.put(KEY, Buffer.from('x'))).rejects.toThrow('answered 403 to put');
});
