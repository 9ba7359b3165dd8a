import { a3, b3, b4, c4, fewestUsualCrossings, longestUsualRun, longestWithout } from '../src/index.ts';
import { differences } from './compare.ts';

/** One row of a table of the schema qi-oracle/tables/1, in the words of the file. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const TABLES = ['anhoej_critical_values', 'max_longest_run_without_signal_by_crossings', 'control_chart_constants'];

export function rowsOf(file: Readonly<Record<string, unknown>>): Row[] {
  return TABLES.flatMap((table) => {
    const rows: unknown = file[table];
    if (!Array.isArray(rows)) return [];
    return rows.map((row, i) => ({ id: `${table}[${i}]`, title: JSON.stringify(row).slice(0, 40), table, row }));
  });
}

export function failures({ table, row }: Row): string[] {
  const n = Number(row.n ?? row.n_useful);
  if (table === 'anhoej_critical_values') {
    return differences(
      { n_useful: n, longest_run_max: longestUsualRun(n), n_crossings_min: fewestUsualCrossings(n) },
      row,
    );
  }
  if (table === 'control_chart_constants') return differences({ n, c4: c4(n), A3: a3(n), B3: b3(n), B4: b4(n) }, row);
  const by = (method: 'anhoej' | 'bestbox' | 'cutbox') =>
    Array.from({ length: n }, (_, crossings) => longestWithout(n, crossings, method));
  return differences({ n, anhoej: by('anhoej'), bestbox: by('bestbox'), cutbox: by('cutbox') }, row);
}
