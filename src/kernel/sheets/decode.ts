import { Invalid } from '../errors.ts';
import { t } from '../words.ts';

/**
 * The text of a CSV file: UTF-8 or UTF-16 by its mark; UTF-16 without one by its nulls; otherwise UTF-8 if that can be, otherwise
 * Windows-1252. Throws Invalid where the bytes are no text, or the text is no table.
 */
export function textIn(bytes: Uint8Array, field: string): string {
  const text = decoded(bytes).replace(/^\uFEFF/, '');
  if (/^\s*(?:<!doctype|<html|<table|<\?xml|<meta|<head)/i.test(text))
    throw new Invalid({
      [field]: t(
        'This is a web page, whatever its name ends with. Open it in your spreadsheet program and save it as an Excel workbook (.xlsx) or as CSV.',
      ),
    });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that no text has are what is looked for
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) || text.startsWith('{\\rtf'))
    throw new Invalid({
      [field]: t('This file is not a table that we can read. Save it as an Excel workbook (.xlsx) or as CSV.'),
    });
  return text;
}

function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Where every other byte is null, and the ones between are not, somebody wrote Latin letters in UTF-16 without saying so. */
function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 400);
  const nulls = (parity: number) => sample.filter((byte, i) => i % 2 === parity && byte === 0).length;
  const most = sample.length * 0.4;
  if (nulls(1) > most && nulls(0) === 0) return 'utf-16le';
  return nulls(0) > most && nulls(1) === 0 ? 'utf-16be' : null;
}
