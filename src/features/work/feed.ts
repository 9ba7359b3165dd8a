import { t } from '#kernel/words.ts';
import type { Update } from './updates.ts';
import type { Work } from './works.ts';

/** What has happened since, as Atom (RFC 4287), for whoever wants to follow one piece of work. */
export function feed(work: Work, updates: Update[], url: string): string {
  const address = `${url}/work/${work.address}`;
  const entries = updates.map(
    ({ id, body, author, writtenAt }) => `<entry>
<id>urn:uuid:${id}</id>
<title>${escaped(firstLine(body))}</title>
<updated>${writtenAt.toISOString()}</updated>
<author><name>${escaped(author ?? t('a former member'))}</name></author>
<link href="${escaped(`${address}#updates`)}"/>
<content type="text">${escaped(body)}</content>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(work.lang)}">
<id>${escaped(`${url}/s/${work.short}`)}</id>
<title>${escaped(work.title)}</title>
<updated>${(updates[0]?.writtenAt ?? work.changedAt).toISOString()}</updated>
<link href="${escaped(address)}"/>
<link rel="self" href="${escaped(`${address}/updates.atom`)}"/>
${entries.join('\n')}
</feed>
`;
}

function firstLine(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 80 ? `${line.slice(0, 78).replace(/\s+\S*$/, '')} …` : line;
}

/** Text for XML: markup may not begin in it, and characters that XML does not know are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
