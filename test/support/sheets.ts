import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';

/** Files as people and attackers send them, made here byte by byte: for the tests of every form that takes a sheet. */

type Entry = { name: string; text: string | Uint8Array; claims?: number; flags?: number; method?: number };

/** A zip of these entries; `claims` is the size that its table of contents gives, true or not. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, claims, flags = 0, method = 8 } of entries) {
    const plain = Buffer.from(text);
    const packed = method === 8 ? deflateRawSync(plain, { level: 9 }) : plain;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims ?? plain.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, tail, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const contents = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, contents, end]));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook around the XML of one sheet, with other entries in place of or beside its own. */
export function workbook(sheetData: string, others: Partial<Entry>[] = [], properties = ''): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const own: Entry[] = [
    {
      name: '[Content_Types].xml',
      text: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets><sheet name="Readings" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ];
  const replaced = own.map((entry) => ({ ...entry, ...others.find(({ name }) => name === entry.name) }));
  const added = others.flatMap((one) =>
    own.some(({ name }) => name === one.name) ? [] : [{ name: one.name ?? 'x', text: one.text ?? '', ...one }],
  );
  return zip([...replaced, ...added]);
}

const cell = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
export const row = (n: number, ...cells: string[]) =>
  `<row r="${n}">${cells.map((value, i) => cell(`${'ABCDEFGH'[i]}${n}`, value)).join('')}</row>`;

const utf16 = (text: string, mark = true) => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
const GOOD = 'date,value\n2024-01-01,5\n2024-02-01,6\n';
const goodBook = () =>
  writeXlsx({
    sheets: [
      {
        name: 'A',
        rows: [
          ['date', 'value'],
          ['2024-01-01', 5],
        ],
      },
    ],
  });
const envelope = (inside: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), utf16(inside, false)]);

type Made = string | Uint8Array | Promise<Uint8Array>;
type Broken = [what: string, name: string, made: () => Made, sentence: string];

/** What is wrong, what the file calls itself, its bytes, and words of the sentence that its sender reads. */
export const BROKEN: readonly Broken[] = [
  ['only a byte order mark', 'a.csv', () => '\uFEFF', 'Type a reading, paste some, or choose a file'],
  ['only blank lines', 'a.csv', () => '\n\n  \n', 'Type a reading, paste some, or choose a file'],
  ['a header and nothing else', 'a.csv', () => 'date,value\n', 'Type a reading, paste some, or choose a file'],
  ['a workbook with a header and nothing else', 'a.xlsx', () => workbook(row(1, 'date', 'value')), 'Type a reading'],
  ['a workbook whose sheet is empty', 'a.xlsx', () => workbook(''), 'Type a reading'],
  ['no dates', 'a.csv', () => 'value\n5\n6\n', 'lines cannot be read'],
  [
    'duplicate headers',
    'a.csv',
    () => 'date,date,value,value\n2024-01-01,2024-01-02,5,6\n',
    'more here than a date and a value',
  ],
  ['two headers', 'a.csv', () => 'Ward 7,\ndate,value\n2024-01-01,5\n', '“date” is not a date'],
  ['the same date twice', 'a.csv', () => `${GOOD}2024-01-01,9\n`, 'The same date stands in line 2'],
  ['a day that does not exist', 'a.csv', () => 'date,value\n31/06/2024,5\n', '“31/06/2024” is not a date'],
  ['American dates', 'a.csv', () => 'date,value\n07/31/2024,5\n', '“07/31/2024” is not a date'],
  ['words for numbers', 'a.csv', () => 'date,value\n2024-01-01,five\n', '“five” is not a number'],
  ['mixed decimals', 'a.csv', () => 'date;value\n2024-01-01;12.5\n2024-02-01;13,5\n', 'writes its decimals otherwise'],
  [
    'decimal commas between commas',
    'a.csv',
    () => '01/02/2024,12,5\n01/03/2024,13,5\n',
    'more here than a date and a value',
  ],
  [
    'a quotation mark that never closes',
    'a.csv',
    () => 'date,value\n2024-01-01,"5\n2024-02-01,6\n',
    'opens in line 2 never closes',
  ],
  ['nulls among the text', 'a.csv', () => 'date,value\n2024-01-01,5\0\0\n', 'not a table that we can read'],
  [
    'noise',
    'a.csv',
    () => Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251),
    'not a table that we can read',
  ],
  [
    'a web page called .xls',
    'a.xls',
    () => '<html><table><tr><td>2024-01-01</td></tr></table></html>',
    'This is a web page',
  ],
  ['XML of Excel 2003', 'a.xls', () => '<?xml version="1.0"?><Workbook></Workbook>', 'This is a web page'],
  ['a web page in UTF-16', 'a.csv', () => utf16('<!DOCTYPE html><p>x'), 'This is a web page'],
  ['a letter in RTF', 'a.csv', () => '{\\rtf1 date,value}', 'not a table that we can read'],
  ['a PDF called .xlsx', 'a.xlsx', () => '%PDF-1.7\n1 0 obj', 'This is a PDF'],
  ['a PDF called .csv', 'a.csv', () => '%PDF-1.4\n', 'This is a PDF'],
  ['a picture called .xlsx', 'a.xlsx', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'This is not a table'],
  ['a workbook of the old kind', 'a.xls', () => envelope('Workbook'), 'of the old kind (.xls)'],
  ['the old kind called .xlsx', 'a.xlsx', () => envelope('Workbook'), 'of the old kind (.xls)'],
  ['a workbook with a password', 'a.xlsx', () => envelope('EncryptedPackage'), 'locked with a password'],
  [
    'a zip with a password',
    'a.xlsx',
    () => workbook(row(1, 'a'), [{ name: 'xl/worksheets/sheet1.xml', flags: 1 }]),
    'locked with a password',
  ],
  ['macros', 'a.xlsm', () => workbook(row(1, 'a'), [{ name: 'xl/vbaProject.bin', text: 'x' }]), 'contains macros'],
  [
    'macros called .xlsx',
    'a.xlsx',
    () => workbook(row(1, 'a'), [{ name: 'xl/vbaProject.bin', text: 'x' }]),
    'contains macros',
  ],
  ['a binary workbook', 'a.xlsb', () => zip([{ name: 'xl/workbook.bin', text: 'x' }]), 'binary workbook (.xlsb)'],
  [
    'an OpenDocument sheet',
    'a.ods',
    () =>
      zip([
        { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        { name: 'content.xml', text: '<a/>' },
      ]),
    'OpenDocument sheet',
  ],
  ['a letter of Word', 'a.xlsx', () => zip([{ name: 'word/document.xml', text: '<a/>' }]), 'This is not a workbook'],
  ['some other zip', 'a.xlsx', () => zip([{ name: 'holiday.jpg', text: 'x' }]), 'This is not a workbook'],
  ['an empty zip', 'a.xlsx', () => zip([]), 'This file is broken'],
  ['half a workbook', 'a.xlsx', async () => (await goodBook()).slice(0, 900), 'This file is broken'],
  [
    'a workbook without its first half',
    'a.xlsx',
    async () => Buffer.concat([Buffer.from('PK\u0003\u0004'), (await goodBook()).slice(1500)]),
    'This file is broken',
  ],
  [
    'a workbook with a hole in it',
    'a.xlsx',
    async () => (await goodBook()).map((byte, i) => (i > 60 && i < 900 ? 0 : byte)),
    'cannot be opened',
  ],
  ['only the first bytes of a zip', 'a.xlsx', () => 'PK\u0003\u0004', 'This file is broken'],
  [
    'a workbook that names no sheet',
    'a.xlsx',
    () => workbook('', [{ name: 'xl/workbook.xml', text: `<workbook xmlns="${MAIN}"><sheets/></workbook>` }]),
    'cannot be opened',
  ],
  [
    'a workbook whose XML breaks off',
    'a.xlsx',
    () => workbook('', [{ name: 'xl/worksheets/sheet1.xml', text: '<worksheet><sheetData><row r="1"><c r="A' }]),
    'cannot be opened',
  ],
  [
    'a bomb that says so',
    'a.xlsx',
    () => workbook(row(1, 'a'), [{ name: 'xl/worksheets/sheet1.xml', text: Buffer.alloc(60_000_000, 0x20) }]),
    'unpacks to far more',
  ],
  [
    'a bomb that hides its size',
    'a.xlsx',
    () =>
      workbook(row(1, 'a'), [{ name: 'xl/worksheets/sheet1.xml', text: Buffer.alloc(60_000_000, 0x20), claims: 0 }]),
    'unpacks to far more',
  ],
  [
    'a bomb that lies about its size',
    'a.xlsx',
    () =>
      workbook(row(1, 'a'), [{ name: 'xl/worksheets/sheet1.xml', text: Buffer.alloc(60_000_000, 0x20), claims: 900 }]),
    'cannot be opened',
  ],
  [
    'a bomb beside the sheet',
    'a.xlsx',
    () => workbook(row(1, 'a'), [{ name: 'xl/media/image1.png', text: Buffer.alloc(60_000_000) }]),
    'unpacks to far more',
  ],
  [
    'three thousand parts',
    'a.xlsx',
    () =>
      workbook(
        '',
        Array.from({ length: 3000 }, (_, i) => ({ name: `xl/x${i}`, text: 'x' })),
      ),
    'unpacks to far more',
  ],
  [
    'entities that multiply',
    'a.xlsx',
    () =>
      workbook('', [
        {
          name: 'xl/worksheets/sheet1.xml',
          text: `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData>${row(1, '&b;', '5')}</sheetData></worksheet>`,
        },
      ]),
    'cannot be read',
  ],
  [
    'a cell in the last row there is',
    'a.xlsx',
    () => workbook(row(1, '2024-01-01', '5') + row(1_048_576, '2024-01-02', '6')),
    'more than 10,000 rows',
  ],
  [
    'a cell in the last column there is',
    'a.xlsx',
    () => workbook(`<row r="1"><c r="XFD1"><v>5</v></c></row>`),
    'more than 60 columns',
  ],
  ['a million rows', 'a.csv', () => `date,value\n${'1,1\n'.repeat(1_000_000)}`, 'more than 10,000 rows'],
  ['more bytes than anybody means', 'a.csv', () => Buffer.alloc(6_000_000, 0x31), 'larger than 5 MB'],
  [
    'a thousand columns',
    'a.csv',
    () => `date${',value'.repeat(1000)}\n2024-01-01${',5'.repeat(1000)}\n`,
    'more than 60 columns',
  ],
  [
    'a formula without its value',
    'a.xlsx',
    () => workbook(`${row(1, 'date', 'value')}<row r="2"><c r="A2"><f>TODAY()</f></c><c r="B2"><v>5</v></c></row>`),
    'There is no date',
  ],
  [
    'an error for a value',
    'a.xlsx',
    () =>
      workbook(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>2024-01-01</t></is></c><c r="B1" t="e"><v>#DIV/0!</v></c></row>',
      ),
    '“#DIV/0!” is not a number',
  ],
  [
    'merged dates',
    'a.xlsx',
    () =>
      writeXlsx({
        sheets: [
          {
            name: 'A',
            rows: [
              ['2024-01-01', 5],
              [null, 6],
            ],
            merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }],
          },
        ],
      }),
    'There is no date',
  ],
  [
    'NHS numbers',
    'a.csv',
    () => 'date,value\n2024-01-01,9434765919\n',
    'Column 2, “value”, seems to hold patients’ numbers: see line 2',
  ],
  ['dates of birth', 'a.csv', () => 'date of birth,value\n2024-01-01,5\n', 'seems to hold dates of birth'],
  ['postcodes', 'a.csv', () => 'date,where\n2024-01-01,CF10 3NQ\n', 'seems to hold postcodes'],
];

/** A file whose parts a browser would send. */
export async function fileOf(name: string, made: Made): Promise<File> {
  const bytes = await made;
  return new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);
}
