import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/@fontsource-variable');
const newsreader = (part) => `newsreader/files/newsreader-${part}-opsz-normal.woff2`;
const atkinson = (part, style) =>
  `atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-wght-${style}.woff2`;

// Newsreader in its cut for large sizes: in a document it is only ever a heading.
const DISPLAY = { family: 'Newsreader Display', file: newsreader };
const STYLES = [
  { ...DISPLAY, style: 'Medium', axes: { wght: 500, opsz: 40 } },
  { ...DISPLAY, style: 'SemiBold', axes: { wght: 600, opsz: 24 } },
  ...[
    { style: 'Regular', face: 'normal', wght: 400 },
    { style: 'Bold', face: 'normal', wght: 700 },
    { style: 'Italic', face: 'italic', wght: 400 },
  ].map(({ style, face, wght }) => ({
    family: 'Atkinson Hyperlegible Next',
    style,
    file: (part) => atkinson(part, face),
    axes: { wght },
  })),
];

// The letters that Western Europe writes with, and all the others that the fonts have.
const PARTS = [
  { part: 'latin', suffix: '' },
  { part: 'latin-ext', suffix: ' Ext' },
];

/**
 * Typst reads neither WOFF2 nor variable fonts: one static TrueType font for each style → `<out>/`. What is there already
 * is left alone, so that a second run takes no time. Returns the paths.
 */
export async function buildPdfFonts(out) {
  await mkdir(out, { recursive: true });
  const fonts = STYLES.flatMap((style) => PARTS.map((part) => ({ ...style, ...part })));
  const paths = [];
  for (const font of fonts) {
    const family = `${font.family}${font.suffix}`;
    const path = join(out, `${family.replaceAll(' ', '')}-${font.style}.ttf`);
    paths.push(path);
    if (existsSync(path)) continue;
    const { default: subset } = await import('subset-font');
    const woff2 = await readFile(join(packages, font.file(font.part)));
    const options = { keepAllGlyphs: true, targetFormat: 'truetype', variationAxes: font.axes };
    const ttf = named(await subset(woff2, undefined, options), { family, style: font.style });
    await writeFile(`${path}.${process.pid}`, ttf);
    await rename(`${path}.${process.pid}`, path); // whole or not at all, whoever else builds it at the same time
  }
  return paths;
}

/** The font with names of its own: an instance of a variable font still bears the name of the whole. */
function named(ttf, { family, style }) {
  const tables = tablesOf(ttf);
  const copyright = stringOf(tables.get('name'), 0);
  const postscript = `${family.replaceAll(' ', '')}-${style}`;
  const linked = ['Regular', 'Bold', 'Italic'].includes(style);
  tables.set(
    'name',
    nameTable([
      [0, copyright],
      [1, linked ? family : `${family} ${style}`],
      [2, linked ? style : 'Regular'],
      [3, `cairn;${postscript}`],
      [4, `${family} ${style}`],
      [5, 'Version 1.0'],
      [6, postscript],
      [16, family],
      [17, style],
    ]),
  );
  tables.delete('STAT'); // speaks of axes that are gone
  return assemble(ttf.readUInt32BE(0), tables);
}

function tablesOf(ttf) {
  const tables = new Map();
  for (let i = 0; i < ttf.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    const offset = ttf.readUInt32BE(at + 8);
    tables.set(ttf.toString('latin1', at, at + 4), ttf.subarray(offset, offset + ttf.readUInt32BE(at + 12)));
  }
  return tables;
}

function stringOf(table, wanted) {
  const strings = table.readUInt16BE(4);
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const at = 6 + 12 * i;
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 6) !== wanted) continue;
    const start = strings + table.readUInt16BE(at + 10);
    return Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le');
  }
  return '';
}

/** A `name` table, format 0, for Windows and Unicode in English (OpenType 1.9, "name"). */
function nameTable(names) {
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  names.forEach(([id], i) => {
    const length = texts[i].length;
    [3, 1, 0x409, id, length, offset].forEach((value, column) => {
      head.writeUInt16BE(value, 6 + 12 * i + 2 * column);
    });
    offset += length;
  });
  return Buffer.concat([head, ...texts]);
}

/** Tables → a font file, with the directory sorted and checksums right (OpenType 1.9, "Organization of an OpenType font"). */
function assemble(version, tables) {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  const log = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(version, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(16 * 2 ** log, 6);
  directory.writeUInt16BE(log, 8);
  directory.writeUInt16BE(16 * (sorted.length - 2 ** log), 10);
  const bodies = [];
  let offset = directory.length;
  sorted.forEach(([tag, table], i) => {
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    if (tag === 'head') padded.writeUInt32BE(0, 8);
    directory.write(tag, 12 + 16 * i, 'latin1');
    directory.writeUInt32BE(checksum(padded), 16 + 16 * i);
    directory.writeUInt32BE(offset, 20 + 16 * i);
    directory.writeUInt32BE(table.length, 24 + 16 * i);
    bodies.push(padded);
    offset += padded.length;
  });
  const font = Buffer.concat([directory, ...bodies]);
  const head = font.readUInt32BE(20 + 16 * sorted.findIndex(([tag]) => tag === 'head'));
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}
