/**
 * An ORCID iD as it is written: `https://orcid.org/0000-0002-1825-0097` → `0000-0002-1825-0097`; null where it cannot be one.
 * Its last character is a check digit (ISO 7064, MOD 11-2).
 */
export function orcidIn(typed: string): string | null {
  const characters = typed
    .trim()
    .toUpperCase()
    .replace(/^(?:HTTPS?:\/\/)?(?:WWW\.)?ORCID\.ORG\//, '')
    .replace(/[\s-]/g, '');
  if (!/^\d{15}[\dX]$/.test(characters)) return null;
  let total = 0;
  for (const digit of characters.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  if ((check === 10 ? 'X' : String(check)) !== characters.at(-1)) return null;
  return characters.replace(/(.{4})(?=.)/g, '$1-');
}
