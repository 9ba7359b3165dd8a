import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './database/index.ts';
import type { Log } from './log.ts';
import type { Sessions } from './session/index.ts';
import type { Storage } from './storage.ts';

/** What app.tsx hands to each room. A room takes from it what it needs and passes it on by name. */
export type House = {
  db: Db;
  config: Config;
  clock: Clock;
  log: Log;
  storage: Storage;
  sessions: Sessions;
};
