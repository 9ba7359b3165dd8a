import { richText } from '#kernel/prose/index.ts';
import { t } from '#kernel/words.ts';
import type { Story } from './finding.ts';

/** The newest stories, whole, as Atom (RFC 4287). */
export function feed(stories: Story[], { url, community, at }: { url: string; community: string; at: Date }): string {
  const updated = stories
    .map(({ changedAt, publishedAt }) => latest(changedAt, publishedAt))
    .sort((a, b) => +b - +a)[0];
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${text(`${url}/stories`)}</id>
<title>${text(t('Stories from {community}', { community }))}</title>
<updated>${(updated ?? at).toISOString()}</updated>
<link href="${text(`${url}/stories`)}"/>
<link rel="self" href="${text(`${url}/stories.atom`)}"/>
${stories.map((story) => entry(story, url)).join('\n')}
</feed>
`;
}

function entry(story: Story, url: string): string {
  const address = `${url}/stories/${story.address}`;
  const html = richText(story.body).html.replaceAll(/ (href|src)="\//g, ` $1="${url}/`);
  return `<entry xml:lang="${text(story.lang)}">
<id>urn:uuid:${story.id}</id>
<title>${text(story.title)}</title>
<link href="${text(address)}"/>
<published>${(story.publishedAt ?? story.changedAt).toISOString()}</published>
<updated>${latest(story.changedAt, story.publishedAt).toISOString()}</updated>
<author><name>${text(story.author?.name ?? t('a former member'))}</name></author>
<summary>${text(story.standfirst)}</summary>
<content type="html">${text(html)}</content>
</entry>`;
}

function latest(a: Date, b: Date | null): Date {
  return b && b > a ? b : a;
}

/** Text for XML: markup may not begin in it, and characters that XML does not know are left out. */
function text(words: string): string {
  return words
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
