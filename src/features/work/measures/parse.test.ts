import { describe, expect, test } from 'vitest';
import { readSheet } from '#kernel/sheets/index.ts';
import { dayIn } from './dates.ts';
import { decimalOf, numberIn } from './numbers.ts';
import { parseReadings } from './parse.ts';

describe('a day', () => {
  test.each([
    ['2024-07-01', '2024-07-01'],
    ['1/7/2024', '2024-07-01'],
    ['01.07.24', '2024-07-01'],
    ['1 July 2024', '2024-07-01'],
    ['Mon 1st Jul 2024', '2024-07-01'],
    ['Jul-24', '2024-07-01'],
    ['July 2024', '2024-07-01'],
    ['2024-07', '2024-07-01'],
    ['45474', '2024-07-01'],
    ['01/07/2024 00:00:00', '2024-07-01'],
    ['July 1, 2024', '2024-07-01'],
    ['Jul 1st 2024', '2024-07-01'],
    ['1 Sept 2024', '2024-09-01'],
    ['1-Jul-24', '2024-07-01'],
    ['2024-07-01T09:30:00Z', '2024-07-01'],
    ['junk 2024', null],
    ['1 July', null],
    ['31/06/2024', null],
    ['07/31/2024', null],
    ['soon', null],
    ['12', null],
  ])('%s is read as %s', (text, expected) => {
    expect(dayIn(text)).toBe(expected);
  });
});

describe('a number', () => {
  test.each([
    ['1,234', '.', 1234],
    ['1,234.5', '.', 1234.5],
    ["1'234.5", '.', 1234.5],
    ['1\u202f234,5', ',', 1234.5],
    ['1.234', ',', 1234],
    ['12,5', ',', 12.5],
    ['£1,200.50', '.', 1200.5],
    ['-£40', '.', -40],
    ['−3', '.', -3],
    ['(1,200)', '.', -1200],
    ['12.5 %', '.', 12.5],
    ['7 €', '.', 7],
    ['1e3', '.', 1000],
    ['2.5E-3', '.', 0.0025],
    ["'42", '.', 42],
    ['', '.', null],
    ['n/a', '.', null],
    ['–', '.', null],
  ] as const)('%s is read (decimals after %s) as %s', (text, decimal, value) => {
    expect(numberIn(text, decimal)).toEqual({ value });
  });

  test.each([
    '12-13',
    '12 13',
    '1 2',
    '12,5',
    '12,34,567',
    '0,125',
    '5 of 7',
    '3/4',
    '(3',
    '1.2.3',
    '--4',
    '#DIV/0!',
    'e5',
    '<5',
  ])('%s is none: nothing is guessed', (text) => {
    expect(numberIn(text, '.')).toEqual({ problem: 'not-a-number' });
  });

  test('commas are decimals only where a sheet can be read in no other way', () => {
    expect(decimalOf(['12,5', '1.013,25', '7'])).toBe(',');
    expect(decimalOf(['0,125', '0,250'])).toBe(',');
    expect(decimalOf(['1,234', '2,345'])).toBe('.');
    expect(decimalOf(['12,5', '12.5'])).toBe('.');
  });
});

test('a comma sheet with decimal commas is refused, rather than cut at the comma', () => {
  const { rows, problems } = parseReadings('01/02/2024,12,5\n01/03/2024,13,5');
  expect(rows).toEqual([]);
  expect(problems[0]?.reason).toContain('more here than a date and a value');
  expect(parseReadings('01/02/2024,"12,5"\n01/03/2024,"13,5"').rows.map(({ value }) => value)).toEqual([12.5, 13.5]);
});

test('how a twofold date and a comma were read is said', () => {
  expect(parseReadings('3/4/2024\t5').notes).toEqual([
    '“3/4/2024” was read as 3 April 2024: the day before the month, as in the UK and Ireland.',
  ]);
  expect(parseReadings('13/4/2024\t12,5').notes).toEqual(['Commas were read as decimal points.']);
  expect(parseReadings('2024-04-03\t5').notes).toEqual([]);
});

test('a line that mixes its decimals with those of the others is named', () => {
  expect(parseReadings('2024-01-01\t12.5\n2024-02-01\t13,5').problems).toEqual([
    { line: 2, text: '2024-02-01\t13,5', reason: '“13,5” writes its decimals otherwise than the other lines do.' },
  ]);
});

test('a sheet pasted with tabs and a header is read', () => {
  expect(parseReadings('Month\tMinutes\nJan 2024\t61.5\nFeb 2024\t\nMar 2024\t1,234\n')).toEqual({
    rows: [
      { date: '2024-01-01', value: 61.5 },
      { date: '2024-02-01', value: null },
      { date: '2024-03-01', value: 1234 },
    ],
    problems: [],
    warnings: [],
    notes: [],
  });
});

test('a European sheet is read: semicolons, and commas as decimals', () => {
  expect(parseReadings('01.02.2024;12,5\n02.02.2024;1.013,25').rows.map(({ value }) => value)).toEqual([12.5, 1013.25]);
});

test('a percent sign, a pound sign, a bracketed negative and quotes do no harm', () => {
  expect(parseReadings('1/1/2024,12.5%\n2/1/2024,"£1,200"\n3/1/2024,(3)').rows.map(({ value }) => value)).toEqual([
    12.5, 1200, -3,
  ]);
});

test('dates in words with spaces between them and the value are read', () => {
  expect(parseReadings('1 January 2024 61\n1 February 2024 58').rows).toEqual([
    { date: '2024-01-01', value: 61 },
    { date: '2024-02-01', value: 58 },
  ]);
});

test('each line that cannot be read is named with its reason, and the order of lines does not matter', () => {
  const { rows, problems } = parseReadings('date,value\n2024-02-30,5\n2024-03-01,five\n2024-01-01,3\n\n2024-01-01,4');
  expect(rows).toEqual([{ date: '2024-01-01', value: 3 }]);
  expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
    [
      2,
      '“2024-02-30” is not a date that we can read. Write it as 31/01/2024 (the day before the month) or 2024-01-31.',
    ],
    [3, '“five” is not a number.'],
    [6, 'The same date stands in line 4. Each date can have one value.'],
  ]);
});

test('a column that could identify a patient is named with its line', () => {
  expect(parseReadings('NHS number,value\n1/1/2024,3').warnings).toEqual([
    'Column 1, “NHS number”, seems to hold patients’ numbers: see line 1.',
  ]);
  expect(parseReadings('date,value\n1/1/2024,9434765919').warnings).toEqual([
    'Column 2, “value”, seems to hold patients’ numbers: see line 2.',
  ]);
  expect(parseReadings('date,value\n1/1/2024,9434765918').warnings).toEqual([]); // its check digit is wrong
});

test('ten thousand rows are read, one more is refused whole', () => {
  const line = (i: number) => `${new Date(Date.UTC(2000, 0, i + 1)).toISOString().slice(0, 10)},${i}`;
  const many = Array.from({ length: 10_002 }, (_, i) => line(i));
  expect(parseReadings(many.slice(0, 10_000).join('\n')).rows).toHaveLength(10_000);
  expect(parseReadings(many.join('\n')).rows).toEqual([]);
});

test('files of Excel are read whatever their encoding', async () => {
  const text = 'Datum;Wert\n01.02.2024;12,5 €\n';
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer),
  ]);
  const windows = Uint8Array.from([...text].map((c) => (c === '€' ? 0x80 : c.charCodeAt(0))));
  for (const bytes of [utf16, windows, new TextEncoder().encode(`\uFEFF${text}`)])
    expect(parseReadings((await readSheet(new File([bytes], 'a.csv'))).rows).rows).toEqual([
      { date: '2024-02-01', value: 12.5 },
    ]);
});
