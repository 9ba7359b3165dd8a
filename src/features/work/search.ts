import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { asSeenBy, COLUMNS, type Work } from './finding.ts';
import { type Mode, NOTABLE, type Shares } from './modes.ts';
import type { State } from './states.ts';
import { visibleWorks } from './visibility.ts';

export type Query = {
  words?: string;
  state?: State;
  country?: Country;
  mode?: Mode;
  method?: string;
  /** The id of an organisation: its work, but what is shown under another name. */
  organisation?: string;
  /** Work that seeks somebody to carry it on. */
  seeking?: 'owner';
  sort?: 'best' | 'recent';
  page?: number;
};
export type Found = Work & { shares: Shares | null };
export const PAGE_SIZE = 20;

const COLUMN = {
  iterative: 'iterative',
  pathways: 'pathways',
  'operating-model': 'operating_model',
  community: 'community',
} as const satisfies Record<Mode, string>;

/**
 * A page of the work that the reader may see. Words are looked for in the whole text; where nothing has them, in titles with
 * a slip of the pen forgiven. Ids are matched, counted and cut to a page first; only then is the text of that page read.
 */
export async function list(db: Db, query: Query, actor: Actor): Promise<{ works: Found[]; total: number }> {
  const { words, page = 1 } = query;
  const best = words !== undefined && query.sort !== 'recent';
  const asked = narrowed(db, query, actor);
  const exact = !words
    ? asked.select(sql<number>`0`.as('rank'))
    : asked
        .where(sql<boolean>`search @@ websearch_to_tsquery('cairn', ${words})`)
        .select(
          best
            ? sql<number>`ts_rank(search, websearch_to_tsquery('cairn', ${words})) + word_similarity(plain(${words}), plain(title))`.as(
                'rank',
              )
            : sql<number>`0`.as('rank'),
        );
  const nearly = asked
    .where(sql<boolean>`${words ?? null}::text is not null and not exists (select from exact)`)
    .where('works.id', 'in', sql<string>`(select works_nearly_titled(${words ?? ''}))`)
    .select(best ? sql<number>`word_similarity(plain(${words}), plain(title))`.as('rank') : sql<number>`0`.as('rank'));
  const rows = await db
    .with('exact', () => exact)
    .with('matched', (cte) => cte.selectFrom('exact').selectAll().unionAll(nearly))
    .with('shown', (cte) =>
      cte
        .selectFrom('matched')
        .selectAll()
        .orderBy('rank', 'desc')
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE),
    )
    .selectFrom('shown')
    .innerJoin('works', 'works.id', 'shown.id')
    .select(COLUMNS)
    .select(sharesColumn)
    .select(sql<number>`(select count(*) from matched)`.as('total'))
    .orderBy('shown.rank', 'desc')
    .orderBy('shown.changed_at', 'desc')
    .orderBy('shown.id')
    .execute();
  return { works: rows.map((row) => seen(row, actor)), total: rows[0]?.total ?? 0 };
}

/** The work that the reader may see, as far as facets narrow it down. */
function narrowed(db: Db, { state, country, mode, method, organisation, seeking }: Query, actor: Actor) {
  return visibleWorks(db.selectFrom('works'), actor)
    .select(['works.id', 'works.changed_at'])
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'idea'))
    .$if(country !== undefined, (query) => query.where('country', '=', country ?? 'england'))
    .$if(method !== undefined, (query) => query.where(sql<boolean>`methods @> array[${method}]`))
    .$if(seeking !== undefined, (query) =>
      query.where('works.id', 'in', sql<string>`(select work_id from works_seeking)`),
    )
    .$if(organisation !== undefined, (query) =>
      query.where('organisation_id', '=', organisation ?? '').where('shown_as', '=', ''),
    )
    .$if(mode !== undefined, (query) =>
      query.where('works.id', 'in', (eb) =>
        eb
          .selectFrom('standings')
          .select('work_id')
          .where(COLUMN[mode ?? 'iterative'], '>=', NOTABLE)
          .$castTo<{ work_id: string }>(),
      ),
    );
}

/** How much work the reader may see. */
export async function count(db: Db, actor: Actor): Promise<number> {
  const { n } = await visibleWorks(db.selectFrom('works'), actor)
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/**
 * Work like what somebody is describing, stopped work included: it shares several of the words that matter, the rarer
 * and the nearer to the title the better.
 */
export async function like(
  db: Db,
  text: string,
  actor: Actor,
  { most = 5, but }: { most?: number; but?: string } = {},
) {
  const rows = await db
    .with('words', () => wordsThatMatter(text))
    .with('alike', () =>
      visibleWorks(db.selectFrom('works'), actor)
        .innerJoin(sql<{ lexeme: string }>`words`.as('word'), (join) =>
          join.on(sql<boolean>`works.search @@ word.lexeme::tsquery`),
        )
        .$if(but !== undefined, (query) => query.where('works.id', '<>', but ?? ''))
        .select('works.id')
        .groupBy('works.id')
        .having(sql<boolean>`count(*) >= least(2, (select count(*) from words))`),
    )
    .with('nearest', (cte) =>
      cte
        .selectFrom('alike')
        .innerJoin('works', 'works.id', 'alike.id')
        .select([
          'works.id',
          sql<number>`ts_rank(works.search, (select string_agg(lexeme, ' | ')::tsquery from words), 1)`.as('rank'),
        ])
        .orderBy('rank', 'desc')
        .orderBy('works.id')
        .limit(most),
    )
    .selectFrom('nearest')
    .innerJoin('works', 'works.id', 'nearest.id')
    .select(COLUMNS)
    .select(sharesColumn)
    .orderBy('nearest.rank', 'desc')
    .orderBy('works.id')
    .execute();
  return rows.map((row) => seen(row, actor));
}

const sharesColumn = sql<Shares | null>`(select json_build_object('iterative', s.iterative, 'pathways', s.pathways,
  'operating-model', s.operating_model, 'community', s.community) from standings s where s.work_id = works.id)`.as(
  'shares',
);

/** The words of a text as search knows them, each as a query; without those that all improvement work shares. */
function wordsThatMatter(text: string) {
  return sql<{ lexeme: string }>`
    (select quote_literal(word) as lexeme
    from unnest(tsvector_to_array(to_tsvector('cairn', ${text.slice(0, 2000)}))) as word
    where length(word) > 2 and strpos(word, '\\') = 0 and word <> all (tsvector_to_array(to_tsvector('cairn',
      'improve improvement patient people person service care work reduce increase every all make use within minute hour
      day week month year two three five nine ten half third somebody else')))
    limit 40)`;
}

function seen<Row extends Work>(row: Row, actor: Actor): Row {
  return { ...row, ...asSeenBy(actor, row) };
}
