import { Hono } from 'hono';
import { z } from 'zod';
import { terms } from '#features/reference/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { rangeCsv, reflectionCsv } from './downloads.ts';
import * as range from './range.ts';
import { reflection } from './reflection.ts';
import { LawPage } from './views/law.tsx';
import { RangePage } from './views/range.tsx';
import { ReflectionPage } from './views/reflection.tsx';

const Asked = z.object({ country: z.enum(COUNTRIES).nullable().catch(null) });
const CSV = { 'Content-Type': 'text/csv; charset=utf-8' };

/** The community in numbers that point to nobody. Mounted at /insight; open to read by anyone. */
export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', (c) => c.redirect('/insight/reflection', 303));

  app.get('/reflection', async (c) => {
    const { country } = Asked.parse({ country: c.req.query('country') });
    const page = <ReflectionPage reflection={await reflection(db, country)} country={country} />;
    return c.render(page, {
      title: t('Do we reflect the people we serve?'),
      description: t(
        'Who the members of this community are, beside the people of the UK and Ireland, in rounded numbers.',
      ),
      wide: true,
    });
  });

  app.get('/reflection.csv', async (c) => {
    c.header('Content-Disposition', 'attachment; filename="reflection.csv"');
    return c.body(await reflectionCsv(db), 200, CSV);
  });

  app.get('/range', async (c) => {
    const [ranges, vocabulary] = await Promise.all([range.all(db), terms.current(db, c.var.actor.at)]);
    return c.render(<RangePage ranges={ranges} vocabulary={vocabulary} />, {
      title: t('How wide is our range?'),
      description: t('Organisations, sectors, backgrounds and places of this community, and the way into it.'),
      wide: true,
    });
  });

  app.get('/range.csv', async (c) => {
    c.header('Content-Disposition', 'attachment; filename="range.csv"');
    return c.body(await rangeCsv(db), 200, CSV);
  });

  app.get('/law', (c) => c.render(<LawPage />, { title: t('The law behind the questions') }));

  return app;
}
