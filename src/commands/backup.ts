import { readBackup } from '#kernel/backup/read.ts';
import { writeBackup } from '#kernel/backup/write.ts';
import { systemClock } from '#kernel/clock.ts';
import { ConfigError } from '#kernel/config.ts';
import { migrate } from '#kernel/database/migrate.ts';
import * as jobs from '#kernel/jobs.ts';
import { silentLog } from '#kernel/log.ts';
import { keepSecret, secretIn } from '#kernel/secret.ts';
import { storageOf } from '#kernel/storage.ts';
import { withDatabase } from './database.ts';
import type { Command } from './index.ts';

export const backup: Command = {
  usage: 'backup FILE',
  about: 'writes everything into one file, while Cairn runs; keep it as safe as the server itself',
  run: (args) =>
    withDatabase(args, async ({ pool, config }, [file]) => {
      if (!file) throw new ConfigError('say where to write the backup: bin/cairn backup FILE');
      const storage = storageOf(config);
      const secret = config.secret || (await secretIn(config.dataFolder));
      const { rows, files } = await writeBackup(file, { pool, storage, secret, at: systemClock() });
      process.stdout.write(`${file}: ${rows} rows and ${files} files.\n`);
    }),
};

export const restore: Command = {
  usage: 'restore FILE',
  about: 'fills an empty data folder or database from a backup; all of it or nothing',
  run: (args) =>
    withDatabase(args, async ({ pool, config }, [file]) => {
      if (!file) throw new ConfigError('say which backup to restore: bin/cairn restore FILE --data DIR');
      await migrate(pool);
      await jobs.prepare(pool, silentLog);
      const storage = storageOf(config);
      const done = await readBackup(file, {
        pool,
        storage,
        keepSecret: (secret) => keepSecret(config.dataFolder, secret),
      });
      process.stdout.write(`Restored ${done.rows} rows and ${done.files} files into ${config.dataFolder}.\n`);
    }),
};
