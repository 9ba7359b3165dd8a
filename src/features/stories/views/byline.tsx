import { formatDate } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Byline } from '../finding.ts';

/** A name, linked to its owner's profile where the reader may see that. */
export function Author({ author }: { author: Byline | null }) {
  if (!author) return <>{t('a former member')}</>;
  return author.address ? <a href={`/people/${author.address}`}>{author.name}</a> : <>{author.name}</>;
}

export function When({ at }: { at: Date }) {
  return <time datetime={at.toISOString()}>{formatDate(at)}</time>;
}
