import { expect, test } from 'vitest';
import { csv, rowsOfText } from './index.ts';

test.each(['=1+1', '+44', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =cmd|calc', '＝1+1', '-'])(
  'a cell that a spreadsheet would run is written as text: %j',
  (cell) => {
    const [, row] = rowsOfText(csv(['a', 'b'], [[cell, 'x']]));
    expect(row?.cells[0]?.startsWith("'")).toBe(true);
  },
);

test('numbers keep their minus, and plain words, commas, quotes and line breaks come back as they went', () => {
  const table = csv(['date', 'value', 'says'], [['2024-01-01', -3.5, 'a "b", c\nd']]);
  expect(table.startsWith('\uFEFFdate,value,says\r\n')).toBe(true);
  expect(rowsOfText(table)[1]?.cells).toEqual(['2024-01-01', '-3.5', 'a "b", c\nd']);
});

test('a heading is guarded too', () => {
  expect(csv(['=HYPERLINK("x")'], [])).toContain("'=HYPERLINK");
});
