import { createHash } from 'node:crypto';
import type { ClaimFacts, WorkFacts } from '#features/evidence/index.ts';
import type { Audience } from './audiences.ts';

/** The head of a published version, as it is hashed. */
export type Head = {
  format: 'cairn-case/1';
  /** The short id of the case, for paper. */
  short: string;
  number: number;
  /** The instant of publication, as ISO text. */
  publishedAt: string;
  title: string;
  audience: Audience;
  ask: string;
  context: string;
  community: string;
};

/** What a version is made of: page, PDF and JSON show these and nothing else. They never change. */
export type Block = NarrativeBlock | ClaimBlock | MeasuresBlock | PersonBlock;

/** Somebody who is named: a block of their own, so that they can be forgotten and the rest still holds. */
export type PersonBlock = {
  kind: 'person';
  person: string;
  name: string;
  author: boolean;
  /** The short ids of the measures whose readings they recorded. */
  recorded: string[];
};

export type NarrativeBlock = { kind: 'narrative'; heading: string; body: string };

/** The people who recorded its readings stand in blocks of their own. */
export type ClaimBlock = { kind: 'claim' } & Omit<ClaimFacts, 'suppliers'>;

/** All measures of a piece of work that the case draws on, the unmoved and balancing ones too. */
export type MeasuresBlock = {
  kind: 'measures';
  work: WorkFacts;
  measures: { short: string; name: string; says: string; readings: number; cited: boolean }[];
  /** How many more its team has not made visible to the readers of this case. */
  unseen: number;
};

/** SHA-256 of the salt and the block as canonical JSON. */
export function digestOf(salt: string, block: Block): string {
  return createHash('sha256').update(salt).update(canonical(block)).digest('hex');
}

/** The hash of a version: SHA-256 of its head and the digests of its blocks, so that it holds when a block is withdrawn. */
export function hashOf(head: Head, digests: readonly string[]): string {
  return createHash('sha256')
    .update(canonical({ ...head, blocks: digests }))
    .digest('hex');
}

/** JSON with sorted keys and no space: the same content, the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, held]) => held !== undefined);
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`)
    .join(',')}}`;
}
