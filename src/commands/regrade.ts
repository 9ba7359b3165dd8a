import { grades } from '#features/evidence/index.ts';
import { cairnItself } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { migrate } from '#kernel/database/migrate.ts';
import { withDatabase } from './database.ts';
import type { Command } from './index.ts';

export const regrade: Command = {
  usage: 'regrade',
  about: 'computes the grade of every claim afresh, while Cairn runs, and says how many changed',
  run: (args) =>
    withDatabase(args, async ({ db, pool }) => {
      await migrate(pool);
      const { claims, changed } = await grades.rebuildAll(db, cairnItself(systemClock()));
      process.stdout.write(`Claims graded: ${claims}. Grades that changed: ${changed}.\n`);
    }),
};
