import { Hono } from 'hono';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import type { Options } from './options.ts';
import { report } from './report.ts';
import { ReportPage } from './views/report.tsx';
import { overTime } from './weeks.ts';

/** The admissions report, for stewards and data leads. */
export function routes({ db }: House, { monitored }: Options = {}): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const { actor } = c.var;
    const read = await report(db, actor);
    const { joined, days } = await overTime(db, actor);
    const panel = monitored ? await monitored(db, actor) : null;
    const page = <ReportPage report={read} joined={joined} days={days} monitored={panel} />;
    return c.render(page, { title: t('How applications are read'), unlisted: true, wide: true });
  });

  return app;
}
