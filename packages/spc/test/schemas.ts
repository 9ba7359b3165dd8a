import * as cusum from './bernoulli-cusum.ts';
import { isRecord } from './compare.ts';
import * as ptd from './ptd-xmr.ts';
import * as qic from './qic.ts';
import * as rules from './rules.ts';
import * as runcharter from './runcharter.ts';
import * as tables from './tables.ts';

/** A case of any file: its name, and what this package does otherwise than it expects, a line each. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly failures: () => string[];
}

/** The cases of a file of reference vectors; null if it is of no schema that this package knows. */
export function examplesOf(file: unknown): Example[] | null {
  if (!isRecord(file)) return null;
  const cases = Array.isArray(file.cases) ? file.cases : [];
  const all = <T extends { id: string; title: string }>(
    items: readonly T[],
    failures: (item: T) => string[],
  ): Example[] => items.map((item) => ({ id: item.id, title: item.title, failures: () => failures(item) }));
  switch (file.schema) {
    case 'qi-oracle/ptd-xmr/1':
      return all<ptd.Case>(cases, ptd.failures);
    case 'qi-oracle/qic/1':
      return all<qic.Case>(cases, qic.failures);
    case 'qi-oracle/rules/1':
      return all<rules.Case>(cases, rules.failures);
    case 'qi-oracle/runcharter/1':
      return all<runcharter.Case>(cases, runcharter.failures);
    case 'qi-oracle/bernoulli-cusum/1':
      return all<cusum.Case>(cases, cusum.failures);
    case 'qi-oracle/tables/1':
      return all(tables.rowsOf(file), tables.failures);
    default:
      return null;
  }
}
