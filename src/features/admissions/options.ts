import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Child } from '#kernel/ui/index.ts';

/**
 * Outcomes by monitored group, rounded and suppressed as they were released: only the room that keeps monitoring answers can
 * say them, and app.tsx hands it in. Null says nothing.
 */
export type MonitoredPanel = (db: Db, actor: Actor) => Promise<Child>;
export type Options = { monitored?: MonitoredPanel };
