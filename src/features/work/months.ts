const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A month as people type it → its first day: "March 2024", "mar 24", "2024-03", "03/2024" and, for a year alone, its
 * January. Null when it is none of these, or lies outside 1948 to 2099.
 */
export function monthOf(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const [, a, b] =
    /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(typed) ?? // 2024-03, 2024-03-01
    swapped(/^(\d{1,2})[/.\s-](\d{4})$/.exec(typed)) ?? // 03/2024
    swapped(/^([a-z]{3,9})[.,\s-]+(\d{4}|\d{2})$/.exec(typed)) ?? // March 2024, mar 24
    /^(\d{4})(\s*)$/.exec(typed) ??
    [];
  if (a === undefined) return null;
  const year = Number(a.length === 2 ? `20${a}` : a);
  const month = b && /^[a-z]/.test(b) ? NAMES.indexOf(b.slice(0, 3)) + 1 : b?.trim() ? Number(b) : 1;
  if (year < 1948 || year > 2099 || month < 1 || month > 12) return null;
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function swapped(match: RegExpExecArray | null): [string, string, string] | null {
  return match ? [match[0], match[2] ?? '', match[1] ?? ''] : null;
}
