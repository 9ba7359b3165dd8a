import { Invalid } from '../errors.ts';
import { sniff } from '../files/sniff.ts';
import { t } from '../words.ts';
import { textIn } from './decode.ts';
import { LIMITS, type Limits, type Sheet, withinLimits } from './sheet.ts';
import { rowsOfText } from './text.ts';
import { rowsOfWorkbook } from './workbook.ts';

export { type Cell, csv } from './csv.ts';
export { type Finding, identifying, sentenceOf } from './identifying.ts';
export { LIMITS, type Limits, type Row, type Sheet, tooManyRows, withinLimits } from './sheet.ts';
export { pasted, rowsOfText } from './text.ts';

type Wanted = { field?: string; limits?: Limits; sheet?: string };

/**
 * A file that somebody sent, CSV or XLSX by its bytes and not by its name → its rows as text. Throws Invalid with one sentence, under
 * `field`, where it is no table, is broken, or is larger than `limits`. `sheet` chooses one by name; otherwise the first that shows.
 */
export async function readSheet(file: File, { field = 'file', limits = LIMITS, sheet }: Wanted = {}): Promise<Sheet> {
  if (file.size > limits.bytes)
    throw new Invalid({
      [field]: t('This file is larger than {most, number} MB. Please send it in parts.', {
        most: Math.floor(limits.bytes / 1e6),
      }),
    });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new Invalid({ [field]: t('This file is empty.') });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return rowsOfWorkbook(bytes, { field, limits, sheet });
  refuseOthers(bytes, field);
  const text = textIn(bytes, field);
  return withinLimits({ rows: rowsOfText(text, { field }), notes: [], sheets: [] }, limits, field);
}

/** Kinds of file that people send instead, each with what to do. */
function refuseOthers(bytes: Uint8Array, field: string): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (head === 'd0cf11e0a1b11ae1') throw new Invalid({ [field]: oldOrLocked(bytes) });
  const found = sniff(bytes);
  if (found?.kind === 'pdf')
    throw new Invalid({
      [field]: t('This is a PDF, which holds no table that we can read. Please send the sheet that it was made from.'),
    });
  if (found)
    throw new Invalid({ [field]: t('This is not a table. Please send an Excel workbook (.xlsx) or a CSV file.') });
}

/** Excel 97 and workbooks with a password lie in the same kind of envelope (MS-CFB); the latter name their contents. */
function oldOrLocked(bytes: Uint8Array): string {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? t('This workbook is locked with a password. Save a copy without one, and send that.')
    : t('This is a workbook of the old kind (.xls). Save it as an Excel workbook (.xlsx) or as CSV, and send that.');
}
