import type pg from 'pg';

type ColumnRow = {
  schema: string;
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  generated: boolean;
  check: string | null;
};

/** The catalogue of a migrated database → the Kysely types, as the text of `schema.ts`. Sorted, so that it never flickers. */
export async function typesOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<ColumnRow>(`
    select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type,
      not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as has_default,
      a.attgenerated <> '' as generated,
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[' limit 1) as check
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'v', 'm', 'p') and n.nspname in ('public', 'auth', 'monitoring')
    order by n.nspname <> 'public', n.nspname collate "C", c.relname collate "C", a.attnum`);
  const tables = Map.groupBy(rows, (row) => (row.schema === 'public' ? row.table : `${row.schema}.${row.table}`));
  const lines = [...tables].flatMap(([name, columns]) => [`  ${key(name)}: {`, ...columns.map(lineOf), '  };']);
  return [
    '// Written by `bin/cairn schema` from the migrated database. Do not edit.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely';",
    '',
    'type Instant = ColumnType<Date, Date | string, Date | string>;',
    'type Json = ColumnType<unknown, string, string>;',
    '',
    'export interface Schema {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

const TYPES: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  timestamptz: 'Instant',
  timestamp: 'Instant',
  jsonb: 'Json',
  json: 'Json',
  bytea: 'Buffer',
};

function lineOf(row: ColumnRow): string {
  const array = row.type.startsWith('_');
  const base = union(row) ?? TYPES[array ? row.type.slice(1) : row.type] ?? 'string';
  const type = `${array ? `${base}[]` : base}${row.nullable && !row.generated ? ' | null' : ''}`;
  const wrapped = row.generated ? `GeneratedAlways<${type}>` : row.has_default ? `Generated<${type}>` : type;
  return `    ${key(row.column)}: ${wrapped};`;
}

/** A check constraint such as `state in ('idea', 'testing')` as a union of its words. */
function union({ check }: ColumnRow): string | null {
  const words = check && [...check.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, word]) => `'${word}'`);
  return words && words.length > 0 ? words.join(' | ') : null;
}

function key(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`;
}
