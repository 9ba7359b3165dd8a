import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { Measure } from './measures/measures.ts';
import type { Work } from './works.ts';

/** What a higher room adds to the page of a piece of work; app.tsx hands them in. Null shows nothing. */
export type Panel = (db: Db, work: Work, actor: Actor) => Promise<Child>;

/** The same on the page of one of its measures. */
export type MeasurePanel = (db: Db, work: Work, measure: Measure) => Promise<Child>;
