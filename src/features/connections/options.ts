import type { Db } from '#kernel/database/index.ts';

/** What other rooms add to introductions. */
export type Options = {
  /** Pairs of people who are to be left in peace: one does not wish to hear from the other. */
  apart?: (db: Db) => Promise<(readonly [string, string])[]>;
  /** The address of the page on which one writes to a person without seeing their address. */
  writeTo?: (person: { address: string }) => string;
};
