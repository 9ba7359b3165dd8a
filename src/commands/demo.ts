import { systemClock } from '#kernel/clock.ts';
import { ConfigError } from '#kernel/config.ts';
import { migrate } from '#kernel/database/migrate.ts';
import * as jobs from '#kernel/jobs.ts';
import { silentLog } from '#kernel/log.ts';
import { secretIn } from '#kernel/secret.ts';
import { storageOf } from '#kernel/storage.ts';
import { buildWorld } from '#test/world.ts';
import { withDatabase } from './database.ts';
import type { Command } from './index.ts';

export const demo: Command = {
  usage: 'demo [--members N]',
  about: 'fills an empty data folder with the demo community, and N more members to measure by',
  run: (args) => {
    const at = args.indexOf('--members');
    const many = at < 0 ? 0 : Number(args[at + 1]);
    if (!Number.isInteger(many) || many < 0) throw new ConfigError('--members takes a whole number, such as 10000.');
    const rest = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
    return withDatabase(rest, async ({ db, pool, config }) => {
      await migrate(pool);
      await jobs.prepare(pool, silentLog);
      const there = await db.selectFrom('people').select('id').limit(1).execute();
      if (there.length > 0) throw new ConfigError('this database is not empty. Choose another folder: --data ./demo');
      const secret = config.secret || (await secretIn(config.dataFolder));
      await buildWorld(db, systemClock(), { secret, many, storage: storageOf(config) });
      await pool.query('analyze');
      process.stdout.write(`The demo community is ready${many > 0 ? `, with ${many} more members` : ''}.\n`);
    });
  },
};
