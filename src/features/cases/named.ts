import { formatDate } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { ClaimBlock } from './snapshot.ts';
import type { KeptBlock } from './versions.ts';

type Named = Pick<KeptBlock, 'kind' | 'content' | 'withdrawnAt' | 'erased'>;

/** The authors of a version by name; whoever was erased since is a former member, and a withdrawn name leaves its date. */
export function authorsOf(blocks: readonly Named[]): string[] {
  const names = blocks.flatMap(({ content }) => (content?.kind === 'person' && content.author ? [content.name] : []));
  const gone = blocks.flatMap(({ kind, content, withdrawnAt, erased }) => {
    if (kind !== 'person' || content !== null) return [];
    if (erased || !withdrawnAt) return [t('a former member')];
    return [t('a name withdrawn on {date}', { date: formatDate(withdrawnAt) })];
  });
  return [...names, ...new Set(gone)];
}

/** Who recorded the readings of a claim, as far as they were named. */
export function suppliersOf(claim: ClaimBlock, blocks: readonly Named[]): string[] {
  const short = claim.measure?.short;
  return blocks.flatMap(({ content }) =>
    content?.kind === 'person' && short !== undefined && content.recorded.includes(short) ? [content.name] : [],
  );
}

/** "Amina Yusuf and Rhys Pugh". */
export function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
