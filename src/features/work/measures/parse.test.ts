import { describe, expect, test } from 'vitest';
import { dayIn } from './dates.ts';
import { parseReadings } from './parse.ts';
import { textOfFile } from './text-of-file.ts';

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
    ['31/06/2024', null],
    ['07/31/2024', null],
    ['soon', null],
    ['12', null],
  ])('%s is read as %s', (text, expected) => {
    expect(dayIn(text)).toBe(expected);
  });
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
    [2, '“2024-02-30” is not a date that we can read. Write it as 31/01/2024 or 2024-01-31.'],
    [3, '“five” is not a number.'],
    [6, 'The same date stands in line 4. Each date can have one value.'],
  ]);
});

test('a column that could identify a patient is warned of', () => {
  expect(parseReadings('NHS number,value\n1/1/2024,3').warnings).toHaveLength(1);
  expect(parseReadings('date,value\n943 476 5919,3').warnings).toHaveLength(1);
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
    expect(parseReadings(await textOfFile(new File([bytes], 'a.csv'))).rows).toEqual([
      { date: '2024-02-01', value: 12.5 },
    ]);
});
