import type { Prose } from '#kernel/prose/index.ts';
import type { Story } from './finding.ts';

/** The story for search engines (schema.org BlogPosting). */
export function structuredData(story: Story, { words }: Prose, { url, community }: { url: string; community: string }) {
  const address = `${url}/stories/${story.address}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: story.title,
    description: story.standfirst,
    url: address,
    mainEntityOfPage: address,
    inLanguage: story.lang,
    wordCount: words,
    commentCount: story.comments,
    datePublished: story.publishedAt?.toISOString(),
    dateModified: new Date(Math.max(+story.changedAt, +(story.publishedAt ?? 0))).toISOString(),
    ...(story.author ? { author: { '@type': 'Person', name: story.author.name } } : {}),
    publisher: { '@type': 'Organization', name: community, url },
    ...(story.picture ? { image: `${address}/files/${story.picture.id}` } : {}),
  };
}
