import { type Context, Hono } from 'hono';
import { places, terms } from '#features/reference/index.ts';
import { NotFound } from '#kernel/errors.ts';
import * as files from '#kernel/files/index.ts';
import { filled } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { counts, valuesOf } from './counts.ts';
import * as directory from './directory.ts';
import { DirectoryQuery } from './input.ts';
import type { Panel } from './panel.ts';
import * as people from './people.ts';
import * as photo from './photo.ts';
import { may } from './policy.ts';
import * as profiles from './profiles.ts';
import { editRoutes } from './routes-edit.tsx';
import { Directory } from './views/directory.tsx';
import { MapPage } from './views/map.tsx';
import { ProfilePage } from './views/profile.tsx';
import { audienceOf } from './visibility.ts';
import type { Names } from './words.ts';

/** Panels of higher rooms on a profile: below the name, in its story, at its side, and last of all. */
export type Panels = Partial<Record<'head' | 'main' | 'side' | 'foot', readonly Panel[]>>;

export function routes(house: House, panels: Panels = {}): Hono<HouseEnv> {
  const { db, storage } = house;
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const { query, form } = await asked(c);
    const [found, counted, names] = await Promise.all([
      directory.list(db, query, c.var.actor),
      counts(db, query, c.var.actor),
      namesOf(c),
    ]);
    const props = { ...found, counts: counted, query, form, names };
    if (form.errors.near) c.status(422);
    return c.render(<Directory {...props} />, { title: t('People'), failed: Boolean(form.errors.near) });
  });

  app.get('/map', async (c) => {
    const { query } = await asked(c);
    const [{ total }, values, names] = await Promise.all([
      directory.list(db, query, c.var.actor),
      valuesOf(db, { ...query, region: undefined }, c.var.actor, 'region'),
      namesOf(c),
    ]);
    const regions = values.get('region') ?? new Map();
    const props = { regions, total, query: { ...query, region: undefined }, names };
    return c.render(<MapPage {...props} />, { title: t('People on a map'), wide: true });
  });

  app.get('/:address', async (c) => {
    const { actor } = c.var;
    const person = await people.find(db, shortIdIn(c.req.param('address')) ?? '', actor);
    if (person.address !== c.req.param('address')) return c.redirect(`/people/${person.address}`, 301);
    const profile = await profiles.of(db, person, actor);
    const [names, head, main, side, foot] = await Promise.all([
      namesOf(c),
      shown(panels.head, profile, c),
      shown(panels.main, profile, c),
      shown(panels.side, profile, c),
      shown(panels.foot, profile, c),
    ]);
    const own = may(actor, 'describe', person);
    const props = { profile, names, own, outside: audienceOf(actor) === 'public', panels: { head, main, side, foot } };
    const said = c.req.query('written') === undefined ? undefined : t('Your message is on its way.');
    return c.render(<ProfilePage {...props} said={said} />, {
      title: person.name,
      unlisted: !(profile.listed && person.visibility === 'public'),
    });
  });

  app.get('/:address/photo', async (c) => {
    const person = await people.find(db, shortIdIn(c.req.param('address')) ?? '', c.var.actor);
    const profile = await profiles.of(db, person, c.var.actor);
    if (!profile.photo) throw new NotFound();
    return files.serve(storage, await photo.fileOf(db, person), c.req.raw.headers);
  });

  app.route('/', editRoutes(house));
  return app;

  async function asked(c: Context<HouseEnv>) {
    const typed = Object.entries(c.req.query()).filter(([, value]) => value !== ''); // a form sends its empty fields too
    const { near: words, ...rest } = DirectoryQuery.parse(Object.fromEntries(typed));
    const near = words ? await directory.nearTo(db, words) : null;
    const form = filled({ within: '50', ...c.req.query() });
    if (words && !near)
      form.errors.near = t('We do not know that place. Try the first letters of a postcode, or a larger town.');
    const query: directory.Query = { ...rest, near: near ?? undefined };
    return { query, form };
  }

  async function namesOf(c: Context<HouseEnv>): Promise<Names> {
    const [vocabulary, regions] = await Promise.all([terms.current(db, c.var.actor.at), places.regions(db)]);
    return { vocabulary, regions };
  }

  function shown(of: readonly Panel[] = [], profile: profiles.Profile, c: Context<HouseEnv>): Promise<Child[]> {
    return Promise.all(of.map((panel) => panel(db, profile, c.var.actor)));
  }
}
