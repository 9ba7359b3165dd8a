import { formatDate } from '#kernel/format.ts';
import { identifying, LIMITS, type Row as Line, rowsOfText, sentenceOf, tooManyRows } from '#kernel/sheets/index.ts';
import { t } from '#kernel/words.ts';
import { dayIn, isTwofold } from './dates.ts';
import { decimalOf, numberIn } from './numbers.ts';

export type Row = { date: string; value: number | null };
export type Problem = { line: number; text: string; reason: string };
export type Parsed = {
  rows: Row[];
  problems: Problem[];
  /** What seems to identify a patient: nothing is saved until somebody says that it does not. */
  warnings: string[];
  /** How something was read that could be read in two ways. */
  notes: string[];
};

/**
 * Dates and values out of a pasted sheet or the rows of a file: a header or none. Every line that cannot be read is named with its
 * reason; the caller keeps nothing unless all can be read. Throws Invalid where a pasted sheet is no table. Pure.
 */
export function parseReadings(sheet: string | Line[]): Parsed {
  const lines = typeof sheet === 'string' ? rowsOfText(sheet, { spaces: true }) : sheet;
  const warnings = identifying(lines).map(sentenceOf);
  if (lines.length > LIMITS.rows + 1) {
    const problem = { line: LIMITS.rows + 1, text: '', reason: tooManyRows(LIMITS.rows) };
    return { rows: [], warnings, notes: [], problems: [problem] };
  }
  const body = isHeader(lines[0]?.cells) ? lines.slice(1) : lines;
  const decimal = decimalOf(body.map(({ cells }) => cells[1] ?? ''));
  const seen = new Map<string, number>();
  const rows: Row[] = [];
  const problems: Problem[] = [];
  for (const { line, cells, source } of body) {
    const found = rowIn(cells, decimal);
    if ('reason' in found) problems.push({ line, text: source, reason: found.reason });
    else if (seen.has(found.date))
      problems.push({
        line,
        text: source,
        reason: t('The same date stands in line {line}. Each date can have one value.', {
          line: seen.get(found.date) ?? 0,
        }),
      });
    else {
      seen.set(found.date, line);
      rows.push(found);
    }
  }
  rows.sort((a, b) => (a.date < b.date ? -1 : 1));
  return { rows, problems, warnings, notes: notesOn(body, decimal) };
}

function rowIn(cells: string[], decimal: '.' | ','): Row | { reason: string } {
  const [dateText = '', valueText = '', ...others] = cells;
  if (others.some((cell) => cell !== ''))
    return {
      reason: t('There is more here than a date and a value. Paste two columns only; write 12.5 or "12,5", not 12,5.'),
    };
  const date = dayIn(dateText);
  if (!date)
    return {
      reason:
        dateText === ''
          ? t('There is no date.')
          : t(
              '“{text}” is not a date that we can read. Write it as 31/01/2024 (the day before the month) or 2024-01-31.',
              { text: dateText.slice(0, 40) },
            ),
    };
  const value = numberIn(valueText, decimal);
  if ('problem' in value)
    return {
      reason:
        'value' in numberIn(valueText, decimal === '.' ? ',' : '.')
          ? t('“{text}” writes its decimals otherwise than the other lines do.', { text: valueText.slice(0, 40) })
          : t('“{text}” is not a number.', { text: valueText.slice(0, 40) }),
    };
  return { date, value: value.value };
}

/** What could be read in two ways is said, so that a reader can object before anything is saved. */
function notesOn(lines: Line[], decimal: '.' | ','): string[] {
  const twofold = lines.map(({ cells }) => cells[0] ?? '').find(isTwofold);
  const date = twofold && dayIn(twofold);
  return [
    ...(date
      ? [
          t('“{text}” was read as {date}: the day before the month, as in the UK and Ireland.', {
            text: twofold,
            date: formatDate(date),
          }),
        ]
      : []),
    ...(decimal === ',' ? [t('Commas were read as decimal points.')] : []),
  ];
}

/** A first line with neither a date nor a number in its first two cells names the columns. */
function isHeader(cells: string[] = []): boolean {
  const value = numberIn(cells[1] ?? '', '.');
  return (
    dayIn(cells[0] ?? '') === null &&
    ('problem' in value || value.value === null) &&
    cells.some((cell) => /[a-z]/i.test(cell))
  );
}
