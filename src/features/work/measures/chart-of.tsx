import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { Drawn } from '#kernel/ui/index.ts';
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

/** The same of several measures, in their order: two queries, however many there are. */
export async function seenAmong(db: Db, all: readonly measures.Measure[]): Promise<Seen[]> {
  if (all.length === 0) return [];
  const ids = all.map(({ id }) => id);
  const [rows, marked] = await Promise.all([readings.among(db, ids), marks.among(db, ids)]);
  return all.map((measure) =>
    seenOf(measure, rows.get(measure.id) ?? [], marked.get(measure.id) ?? { rebases: [], annotations: [] }),
  );
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
  return seenAmong(db, await measures.list(db, work, actor));
}

/** The chart as a picture of its own, for a download, a PDF or a slide: no stylesheet, literal colours. */
export function chartSvg({ analysis, marks: marked, measure, rounded, sentences }: Seen): string | null {
  if (!analysis) return null;
  const model = modelOf(analysis, marked, rounded, WIDE);
  return String(
    <ChartInk model={model} title={measure.name} says={sentences.join(' ')} id={`chart-${measure.short}`} />,
  );
}

/** The chart on a page: a wide and a narrow drawing, of which the stylesheet shows one; drawn once for the same data. */
export function Chart({ seen }: { seen: Seen }) {
  if (!seen.analysis) return null;
  const readings = seen.readings.map(({ date, value }) => [date, value]);
  return <Drawn name="chart" from={[seen.measure, readings, seen.marks]} ink={() => <BothCharts seen={seen} />} />;
}

function BothCharts({ seen: { analysis, marks: marked, measure, rounded, sentences } }: { seen: Seen }) {
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
