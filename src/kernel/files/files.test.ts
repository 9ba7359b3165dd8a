import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { Invalid, NotFound } from '../errors.ts';
import * as files from './index.ts';

let house: TestHouse;
let amina: Actor;
beforeAll(async () => {
  house = await openHouse();
  amina = await house.actor('amina');
});
afterAll(() => house.close());

const MB = 1024 * 1024;
const ALL = ['image', 'pdf', 'office', 'audio', 'video'] as const;
const take = (bytes: Uint8Array | string, name: string, kinds: readonly files.Kind[] = ALL, maxBytes = 5 * MB) =>
  files.take(house.db, house.storage, new File([new Uint8Array(Buffer.from(bytes))], name), { kinds, maxBytes }, amina);
const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** A picture from a telephone that was held upright, with a place in its file. */
function photograph(width = 60, height = 40): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3c5a3a' } })
    .withExif({
      IFD0: { Make: 'Telephone', Copyright: 'SECRET-NAME' },
      IFD3: { GPSLatitude: '51/1 28/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

async function bytesOf(file: { key: string }): Promise<Buffer> {
  return Buffer.from(await new Response(await house.storage.get(file.key)).arrayBuffer());
}

async function sentenceOf(taking: Promise<unknown>): Promise<string> {
  const error = await taking.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Invalid)) throw new Error(`expected Invalid, got ${error}`);
  return error.errors.file ?? '';
}

test('a picture is turned as it was held and forgets where and by whom it was taken', async () => {
  const sent = await photograph();
  expect((await sharp(sent).metadata()).exif?.includes('SECRET-NAME')).toBe(true);
  const file = await take(sent, 'C:\\Photos\\Ward 7.jpeg', ['image']);
  expect(file).toMatchObject({ type: 'image/jpeg', name: 'C Photos Ward 7.jpg', width: 40, height: 60 });
  const kept = await bytesOf(file);
  const metadata = await sharp(kept).metadata();
  expect(metadata.exif).toBeUndefined();
  expect(metadata.orientation).toBeUndefined();
  expect(kept.includes('SECRET-NAME')).toBe(false);
  expect(await files.find(house.db, file.id)).toMatchObject({ sha256: file.sha256, bytes: kept.length });
});

test('a large picture becomes 2,000 pixels long, a moving one stands still', async () => {
  const large = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#fff' } })
    .webp()
    .toBuffer();
  expect(await take(large, 'large.webp')).toMatchObject({ type: 'image/webp', width: 2000, height: 667 });
  const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .gif()
    .toBuffer();
  expect(await take(gif, 'dance.gif')).toMatchObject({ type: 'image/png', name: 'dance.png' });
});

test('a small file that unpacks to a huge picture is refused', async () => {
  const bomb = await sharp({
    create: { width: 12_000, height: 9000, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(bomb.length).toBeLessThan(MB);
  expect(await sentenceOf(take(bomb, 'bomb.png'))).toContain('too many pixels');
});

test('the bytes decide what a file is, not its name', async () => {
  expect(await sentenceOf(take('<script>alert(1)</script>', 'cat.png'))).toContain('cannot use that kind of file');
  expect(await sentenceOf(take('<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'))).toContain(
    'cannot use that kind',
  );
  expect(await sentenceOf(take(await photograph(), 'slides.pdf', ['pdf', 'office']))).toContain('a PDF or a document');
  expect(await sentenceOf(take('\u0089PNG\r\n\u001a\nnot a picture', 'a.png', ['image']))).not.toBe('');
  expect(await take('%PDF-1.7\n%âãÏÓ', 'report.exe')).toMatchObject({ type: 'application/pdf', name: 'report.pdf' });
});

test('a picture that is cut off is refused with advice', async () => {
  const noisy = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer();
  expect(await sentenceOf(take(noisy.subarray(0, noisy.length / 2), 'half.png'))).toContain('save it again');
});

test('size has its limit, and nothing is not a file', async () => {
  expect(await sentenceOf(take(`%PDF-1.7${' '.repeat(MB)}`, 'a.pdf', ['pdf'], MB))).toBe(
    'That file is larger than 1 MB. Please send a smaller one.',
  );
  expect(await sentenceOf(take('', 'a.pdf'))).toContain('empty');
});

test('documents are known by their table of contents; macros are refused', async () => {
  expect(files.sniff(zip(['[Content_Types].xml', 'word/document.xml']))).toMatchObject({ ending: 'docx' });
  expect(files.sniff(zip(['[Content_Types].xml', 'xl/workbook.xml']))).toMatchObject({ ending: 'xlsx' });
  expect(files.sniff(zip(['[Content_Types].xml', 'ppt/presentation.xml']))).toMatchObject({ ending: 'pptx' });
  expect(files.sniff(zip(['mimetype'], 'application/vnd.oasis.opendocument.text'))).toMatchObject({ ending: 'odt' });
  expect(files.sniff(zip(['index.html', 'program.exe']))).toBe(null);
  const macros = zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']);
  expect(await sentenceOf(take(macros, 'a.docx'))).toContain('macros');
});

test('sound and film are known', () => {
  expect(files.sniff(ascii('ID3\x04\0'))).toMatchObject({ type: 'audio/mpeg' });
  expect(files.sniff(ascii('\xff\xfb\x90\x00'))).toMatchObject({ type: 'audio/mpeg' });
  expect(files.sniff(ascii('RIFF\x24\0\0\0WAVEfmt '))).toMatchObject({ type: 'audio/wav' });
  expect(files.sniff(ascii('\0\0\0\x20ftypM4A \0'))).toMatchObject({ type: 'audio/mp4' });
  expect(files.sniff(ascii('\0\0\0\x20ftypisom\0'))).toMatchObject({ type: 'video/mp4' });
  expect(files.sniff(ascii('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm'))).toMatchObject({
    type: 'video/webm',
  });
  expect(files.sniff(ascii('\0\0\0\x18ftypheic'))).toBe(null);
});

test('sniffing never fails, whatever comes', () => {
  const starts = fc.constantFrom('', 'PK\x03\x04', '%PDF-', 'RIFF', '\xff\xd8\xff', 'PK\x05\x06', 'PK\x01\x02');
  fc.assert(
    fc.property(fc.array(fc.tuple(starts, fc.uint8Array({ maxLength: 60 })), { maxLength: 5 }), (parts) => {
      files.sniff(
        new Uint8Array(Buffer.concat(parts.flatMap(([start, bytes]) => [Buffer.from(start, 'latin1'), bytes]))),
      );
    }),
  );
});

test('a document is only ever a download; a picture may be shown; neither can run', async () => {
  const pdf = await take('%PDF-1.7 body', 'Jahresbericht „Süd“.pdf');
  const answer = await files.serve(house.storage, pdf, new Headers());
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('%PDF-1.7 body');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="Jahresbericht/);
  expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Jahresbericht%20");
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  const picture = await take(await photograph(), 'a.jpg');
  expect((await files.serve(house.storage, picture, new Headers())).headers.get('content-disposition')).toMatch(
    /^inline/,
  );
  const again = new Headers({ 'if-none-match': `"${picture.sha256}"` });
  expect((await files.serve(house.storage, picture, again)).status).toBe(304);
});

test('a part of a recording is streamed when it is asked for', async () => {
  const song = await take('ID3\x04abcdefghij', 'song.mp3');
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await files.serve(house.storage, song, new Headers({ range, ...more }));
    return [answer.status, answer.headers.get('content-range'), await answer.text()];
  };
  expect(await part('bytes=4-6')).toEqual([206, 'bytes 4-6/14', 'abc']);
  expect(await part('bytes=11-')).toEqual([206, 'bytes 11-13/14', 'hij']);
  expect(await part('bytes=-2')).toEqual([206, 'bytes 12-13/14', 'ij']);
  expect(await part('bytes=90-')).toEqual([416, 'bytes */14', '']);
  expect((await part('bytes=4-6', { 'if-range': '"older"' }))[0]).toBe(200);
  expect((await part('bytes=0-1,4-5'))[0]).toBe(200);
});

test('a removed file is gone from the table and from the storage', async () => {
  const file = await take('%PDF-1.7', 'a.pdf');
  await files.remove(house.db, house.storage, file.id);
  await expect(files.find(house.db, file.id)).rejects.toThrow(NotFound);
  await expect(house.storage.get(file.key)).rejects.toThrow(NotFound);
});

/** A zip of empty files; the first may hold some text. */
function zip(names: string[], text = ''): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [i, name] of names.entries()) {
    const content = Buffer.from(i === 0 ? text : '');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), content);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}
