import type { MeasurePanel, Panel } from '#features/work/index.ts';
import { treeOf } from './adaptations/tree.ts';
import { AdaptationsPanel } from './adaptations/views/adaptations-panel.tsx';
import * as cycles from './cycles/cycles.ts';
import { CyclesPanel, MarkedCycles } from './cycles/views/cycles-panel.tsx';
import * as diagrams from './drivers/diagram.ts';
import { DriversPanel } from './drivers/views/drivers-panel.tsx';
import { may } from './policy.ts';

/** How a team thinks its ideas lead to its aim, and what it tried to find out: for the page of its work. */
export const practicePanel: Panel = async (db, work, actor) => {
  const [diagram, tried] = await Promise.all([diagrams.of(db, work), cycles.list(db, work)]);
  return (
    <>
      <DriversPanel work={work} diagram={diagram} edit={may(actor, 'draw', work)} />
      <CyclesPanel work={work} cycles={tried} edit={may(actor, 'try', work)} />
    </>
  );
};

/** Where it came from and where it went. Whoever has signed in may say that they tried it too; a team did not try its own. */
export const adaptationsPanel: Panel = async (db, work, actor) => {
  const tell = may(actor, 'tell', {}) && !may(actor, 'adapt', work);
  return <AdaptationsPanel work={work} tree={await treeOf(db, work, actor)} tell={tell} />;
};

/** The cycles that a chart marks, for the page of its measure. */
export const cyclesOnChart: MeasurePanel = async (db, work, measure) => (
  <MarkedCycles work={work} cycles={await cycles.onChart(db, measure.id)} />
);
