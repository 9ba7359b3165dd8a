const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const EXCEL_EPOCH = Date.UTC(1899, 11, 30); // day 0 of a spreadsheet's serial dates

/**
 * A day as people and spreadsheets write it → `yyyy-mm-dd`; null when it is none. Day before month, as in the UK and Ireland;
 * a month alone is its first day; a whole number between 20,000 and 80,000 is a spreadsheet's serial day (1954 to 2119).
 */
export function dayIn(text: string): string | null {
  const given = text
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|\s?[ap]m)?$/i, '')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(given);
  if (iso) return day(iso[1], iso[2], iso[3] ?? '1');
  const british = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(given);
  if (british) return day(year(british[3]), british[2], british[1]);
  const bare = given.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+/i, '');
  const worded = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,})\.?[\s-]+(\d{4}|\d{2})$/i.exec(bare);
  if (worded) return day(year(worded[3]), month(worded[2]), worded[1] ?? '1');
  const monthFirst = /^([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s+(\d{4})$/i.exec(bare);
  if (monthFirst) return day(monthFirst[3], month(monthFirst[1]), monthFirst[2]);
  if (/^\d{5}$/.test(given) && Number(given) > 20_000 && Number(given) < 80_000)
    return new Date(EXCEL_EPOCH + Number(given) * 86_400_000).toISOString().slice(0, 10);
  return null;
}

/** `Jul`, `Sept` or `July` → `7`; nought for what is no month. */
function month(name = ''): string {
  return String(MONTHS.findIndex((full) => full.startsWith(name.toLowerCase())) + 1);
}

function year(text = ''): string {
  return text.length === 2 ? `${Number(text) > 69 ? '19' : '20'}${text}` : text;
}

/** Would another country read this date as another day? `3/4/2024`, but neither `13/4/2024` nor `4/4/2024`. */
export function isTwofold(text: string): boolean {
  const [, first = '', second = ''] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d/.exec(text) ?? [];
  return Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
}

/** A day that exists: the 31st of June does not. */
function day(y = '', m = '', d = ''): string | null {
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) && Number(y) >= 1900 ? date : null;
}
