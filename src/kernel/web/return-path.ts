/** Where to go after signing in: a path of this house, never another site's address (`//evil.example`, `/\evil.example`). */
export function returnPath(wanted: string | undefined, otherwise = '/'): string {
  if (!wanted?.startsWith('/') || wanted.length > 1000) return otherwise;
  const here = 'http://here.invalid';
  const url = URL.canParse(wanted, here) ? new URL(wanted, here) : null;
  return url?.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : otherwise;
}
