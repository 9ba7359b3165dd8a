import type { Db } from '#kernel/database/index.ts';

export const TERM_KINDS = ['sector', 'background', 'topic', 'skill', 'language'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

export type Term = {
  id: string;
  kind: TermKind;
  key: string;
  name: string;
  note: string;
  group: string | null;
  retired: boolean;
};
export type Choice = { value: string; label: string };

/** The words that people choose from, all kinds, for a page that shows some of them. */
export type Vocabulary = {
  /** What may be chosen now, in the community's order. */
  choices(kind: TermKind): Choice[];
  /** The name of a term; what the vocabulary does not know is its own name. */
  name(kind: TermKind, key: string): string;
  /** Can it be chosen, or was it once? */
  has(kind: TermKind, key: string): boolean;
  all(kind: TermKind): Term[];
};

const FRESH = 5_000;
let known: { vocabulary: Vocabulary; db: Db; until: number } | null = null;

/** The vocabulary for a page: at most five seconds old where another Cairn changed it, at once where this one did. */
export async function current(db: Db, at: Date): Promise<Vocabulary> {
  if (known?.db === db && known.until > at.getTime()) return known.vocabulary;
  const vocabulary = await read(db);
  known = { vocabulary, db, until: at.getTime() + FRESH };
  return vocabulary;
}

export async function read(db: Db): Promise<Vocabulary> {
  const rows = await db
    .selectFrom('terms')
    .leftJoin('term_retirements as gone', (join) =>
      join.onRef('gone.kind', '=', 'terms.kind').onRef('gone.key', '=', 'terms.key'),
    )
    .select(['terms.id', 'terms.kind', 'terms.key', 'terms.name', 'terms.note', 'terms.in_group', 'gone.retired_at'])
    .orderBy('terms.position')
    .orderBy('terms.key')
    .execute();
  const byKind = new Map<string, Term[]>(TERM_KINDS.map((kind) => [kind, []]));
  for (const kind of TERM_KINDS)
    for (const { id, key, name, note, in_group, retired_at } of rows.filter((row) => row.kind === kind))
      byKind.get(kind)?.push({ id, kind, key, name, note, group: in_group, retired: retired_at !== null });
  const names = new Map(rows.map(({ kind, key, name }) => [`${kind} ${key}`, name]));
  const all = (kind: TermKind) => byKind.get(kind) ?? [];
  return {
    all,
    choices: (kind) =>
      all(kind)
        .filter(({ retired }) => !retired)
        .map(({ key, name }) => ({ value: key, label: name })),
    name: (kind, key) => names.get(`${kind} ${key}`) ?? key,
    has: (kind, key) => names.has(`${kind} ${key}`),
  };
}

/** What was read is old: the next page reads again. */
export function forgetRead(): void {
  known = null;
}
