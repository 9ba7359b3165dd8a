import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Work } from '../works.ts';
import { type Analysis, analyse } from './analysis.ts';
import { ChartInk } from './charts/chart.tsx';
import { modelOf, NARROW, WIDE } from './charts/model.ts';
import * as marks from './marks.ts';
import * as measures from './measures.ts';
import * as readings from './readings.ts';
import { type Rounded, roundingOf } from './rounding.ts';
import { sentencesOf } from './sentence.ts';

/** Everything that a page shows of one measure. */
export type Seen = {
  measure: measures.Measure;
  readings: { date: string; value: number | null }[];
  marks: marks.Marks;
  analysis: Analysis | null;
  rounded: Rounded;
  sentences: string[];
};

export async function seen(db: Db, measure: measures.Measure): Promise<Seen> {
  const [rows, marked] = await Promise.all([readings.list(db, measure.id), marks.of(db, measure.id)]);
  return seenOf(measure, rows, marked);
}

/** The same for readings that are not saved yet. Pure. */
export function seenOf(
  measure: measures.Measure,
  rows: { date: string; value: number | null }[],
  marked: marks.Marks,
): Seen {
  const analysis = analyse(readings.seriesOf(rows), measure, marked.rebases);
  const rounded = roundingOf(
    measure,
    rows.map(({ value }) => value),
  );
  return {
    measure,
    readings: rows,
    marks: marked,
    analysis,
    rounded,
    sentences: analysis ? sentencesOf(analysis, measure, rounded) : [],
  };
}

/** All measures of a piece of work that the actor may see, each with its chart. */
export async function allSeen(db: Db, work: Work, actor: Actor): Promise<Seen[]> {
  return Promise.all((await measures.list(db, work, actor)).map((measure) => seen(db, measure)));
}

/** The chart as a picture of its own, for a download, a PDF or a slide: no stylesheet, literal colours. */
export function chartSvg({ analysis, marks: marked, measure, rounded, sentences }: Seen): string | null {
  if (!analysis) return null;
  const model = modelOf(analysis, marked, rounded, WIDE);
  return String(
    <ChartInk model={model} title={measure.name} says={sentences.join(' ')} id={`chart-${measure.short}`} />,
  );
}

/** The chart on a page: a wide and a narrow drawing, of which the stylesheet shows one. */
export function Chart({ seen: { analysis, marks: marked, measure, rounded, sentences } }: { seen: Seen }) {
  if (!analysis) return null;
  const says = sentences.join(' ');
  return (
    <figure class="chart-figure">
      <ChartInk
        model={modelOf(analysis, marked, rounded, WIDE)}
        title={measure.name}
        says={says}
        id={`chart-${measure.short}-wide`}
        className="chart-wide"
      />
      <ChartInk
        model={modelOf(analysis, marked, rounded, NARROW)}
        title={measure.name}
        says={says}
        id={`chart-${measure.short}-narrow`}
        className="chart-narrow"
      />
    </figure>
  );
}
