import type { Db } from '#kernel/database/index.ts';

/** What app.tsx hands in from rooms above this one. */
export type Options = {
  /** The works of a signed-in applicant, to be ticked instead of typed. */
  worksOf?: (db: Db, personId: string) => Promise<OwnWork[]>;
  /** The version of the compact that members accept now. */
  compactVersion?: (db: Db) => Promise<string>;
};

export type OwnWork = { address: string; title: string };

/** The compact that comes with Cairn, until a steward publishes another. */
export const FIRST_COMPACT = '1';
