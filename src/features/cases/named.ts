import { t } from '#kernel/words.ts';
import type { ClaimBlock } from './snapshot.ts';
import type { KeptBlock } from './versions.ts';

type Named = Pick<KeptBlock, 'kind' | 'content'>;

/** The authors of a version by name; whoever was erased since is a former member. */
export function authorsOf(blocks: readonly Named[]): string[] {
  const names = blocks.flatMap(({ content }) => (content?.kind === 'person' && content.author ? [content.name] : []));
  const gone = blocks.some(({ kind, content }) => kind === 'person' && content === null);
  return gone ? [...names, t('a former member')] : names;
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
