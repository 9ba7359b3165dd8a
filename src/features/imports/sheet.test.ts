import { expect, test } from 'vitest';
import { Invalid } from '#kernel/errors.ts';
import { dryRun, type Known } from './dry-run.ts';
import { countryIn, guess } from './fields.ts';
import { readSheet } from './sheet.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) =>
  new Uint8Array([0xff, 0xfe, ...Array.from(text).flatMap((one) => [one.charCodeAt(0), 0])]);

test.each([
  ['commas', bytes('Name,E-mail\nSiân Ó,sian@x.example\n')],
  ['semicolons, as Excel saves them in much of Europe', bytes('Name;E-mail\r\nSiân Ó;sian@x.example\r\n')],
  ['tabs', bytes('Name\tE-mail\nSiân Ó\tsian@x.example')],
  ['a byte order mark', bytes('\uFEFFName,E-mail\nSiân Ó,sian@x.example')],
  ['Windows-1252', latin('Name,E-mail\nSiân Ó,sian@x.example')],
  ['UTF-16', utf16('Name,E-mail\nSiân Ó,sian@x.example')],
  ['quotation marks and empty lines', bytes('"Name","E-mail"\n\n"Siân Ó","sian@x.example"\n\n')],
])('a sheet with %s is read', (_, sent) => {
  const { columns, rows } = readSheet(sent);
  expect(columns).toEqual(['Name', 'E-mail']);
  expect(rows.map(({ cells }) => cells)).toEqual([['Siân Ó', 'sian@x.example']]);
});

test.each([
  ['', 'begins with an empty line'],
  ['Name,E-mail\n', 'nothing below the headings'],
  ['Name\nAda\nBea', 'only one column'],
  ['Ada,ada@x.example\nBea,bea@x.example', 'a row of headings above it'],
  ['Name,E-mail\n"Ada,ada@x.example\nBea,bea@x.example', 'a quotation mark is opened and never closed'],
  [`Name,E-mail\n${'Ada,ada@x.example\n'.repeat(10_001)}`, 'There are 10,001 rows, and 10,000 is the most'],
  ['PK\u0003\u0004', 'This is an Excel workbook.'],
])('a broken sheet gets a sentence: %j', (text, sentence) => {
  expect(() => readSheet(bytes(text))).toThrow(Invalid);
  expect(() => readSheet(bytes(text))).toThrow(new RegExp(sentence, 'i'));
});

test('columns are guessed by their headings', () => {
  expect(guess(['ID', 'First Name', 'Surname', 'Email address', 'Job title', 'Nation'])).toMatchObject({
    email: 3,
    name: null,
    firstName: 1,
    lastName: 2,
    headline: 4,
    country: 5,
  });
  expect(guess(['Full name', 'e-mail', 'First name'])).toMatchObject({ name: 0, firstName: null, email: 1 });
  expect(guess(['A', 'B'])).toMatchObject({ email: null, name: null });
});

test('a country is known by its usual names; the UK is four of them', () => {
  expect(['Cymru', 'Éire', 'Northern Ireland', 'the Republic of Ireland', 'SCOTLAND', 'GB-ENG'].map(countryIn)).toEqual(
    ['wales', 'ireland', 'northern-ireland', 'ireland', 'scotland', 'england'],
  );
  expect(countryIn('UK')).toBeNull();
});

test('the dry run says what would happen to each row, and why not', () => {
  const known: Known = {
    members: new Set(['member@x.example']),
    people: new Set(['member@x.example', 'known@x.example']),
    closed: (email) => email === 'never@x.example',
  };
  const { columns, rows } = readSheet(
    bytes(
      [
        'Name,Email,Country',
        'Ada,Ada@x.example,Wales',
        'Known,known@x.example,',
        'Mem,member@x.example,England',
        ',nobody@x.example,Wales',
        'Bad,bad@,Wales',
        'None,,Wales',
        'Twice,ada@x.example,Wales',
        'Far,far@x.example,France',
        'Nev,never@x.example,Wales',
        'Ex,ex@x.example,Wales,tra',
      ].join('\n'),
    ),
  );
  const run = dryRun(rows, columns, { ...guess(columns), otherwise: 'ireland' }, known);
  expect(run.ready.map(({ number, email, country }) => [number, email, country])).toEqual([
    [2, 'Ada@x.example', 'wales'],
    [3, 'known@x.example', 'ireland'],
  ]);
  expect([run.known, run.already.length]).toEqual([1, 1]);
  expect(run.problems.map(({ number, reason }) => `${number}: ${reason}`)).toEqual([
    '5: There is no name.',
    '6: “bad@” is not an e-mail address.',
    '7: There is no e-mail address.',
    '8: The same address stands in row 2.',
    '9: “France” is none of England, Ireland, Northern Ireland, Scotland, Wales.',
    '10: We may not write to this address.',
    '11: There are more cells here than headings. Is a comma missing its quotation marks?',
  ]);
});
