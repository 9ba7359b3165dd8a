import type { Storage } from '../storage.ts';
import type { StoredFile } from './index.ts';

/** Pictures were drawn anew, sound and film only play: these may be shown. Everything else is for the reader's own programs. */
const SHOWN = /^(?:image\/(?:jpeg|png|webp)|audio\/|video\/)/;

/**
 * The answer with a file: streamed, in ranges where asked, never run as a page. The room that calls it has decided that
 * the reader may have it. `shared` says that everybody may, so that caches on the way may keep it.
 */
export async function serve(
  storage: Storage,
  file: StoredFile,
  request: Headers,
  { shared = false }: { shared?: boolean } = {},
): Promise<Response> {
  const headers = new Headers({
    'Content-Type': file.type,
    'Content-Disposition': `${SHOWN.test(file.type) ? 'inline' : 'attachment'}; ${filename(file.name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': shared ? 'public, max-age=300' : 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: `"${file.sha256}"`,
  });
  if (request.get('if-none-match') === headers.get('etag')) return new Response(null, { status: 304, headers });
  const range = rangeOf(request, file, headers.get('etag'));
  if (range === 'impossible') {
    headers.set('Content-Range', `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('Content-Length', String(range ? range.last - range.first + 1 : file.bytes));
  if (range) headers.set('Content-Range', `bytes ${range.first}-${range.last}/${file.bytes}`);
  return new Response(await storage.get(file.key, range), { status: range ? 206 : 200, headers });
}

/** The single range that was asked for (RFC 9110, section 14); several at once are answered with the whole. */
function rangeOf(
  request: Headers,
  { bytes }: StoredFile,
  etag: string | null,
): { first: number; last: number } | undefined | 'impossible' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.get('range') ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const condition = request.get('if-range');
  if (condition && condition !== etag) return undefined;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return first > last || first >= bytes ? 'impossible' : { first, last };
}

/** A name for old programs and, in UTF-8, for all others (RFC 6266). */
function filename(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${full}`;
}
