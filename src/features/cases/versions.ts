import type { Audience } from './audiences.ts';
import type { Block, Snapshot } from './snapshot.ts';

export type Version = Omit<Snapshot, 'blocks' | 'format' | 'publishedAt'> & {
  audience: Audience;
  publishedAt: Date;
  hash: string;
  blocks: { digest: string; salt: string | null; content: Block | null; withdrawnAt: Date | null }[];
};
