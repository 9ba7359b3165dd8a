import { Hono } from 'hono';
import { z } from 'zod';
import { organisations } from '#features/organisations/index.ts';
import { terms } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { emptyForm, type Form, filled, read, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import * as settings from '#kernel/settings.ts';
import { typedOne } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as carrying from './carrying/carrying.ts';
import { may as mayCarry } from './carrying/policy.ts';
import { descriptionIn, sharesIn, WorkInput } from './input.ts';
import { allSeen } from './measures/chart-of.tsx';
import { measureRoutes } from './measures/routes.tsx';
import { MeasuresPanel } from './measures/views/measure-card.tsx';
import { MODES } from './modes.ts';
import type { MeasurePanel, Panel } from './panel.ts';
import * as placements from './placements.ts';
import { may } from './policy.ts';
import * as publications from './publication/publications.ts';
import { carryingRoutes } from './routes-carrying.tsx';
import { changeRoutes } from './routes-changes.tsx';
import { importRoutes } from './routes-import.tsx';
import { publicationRoutes } from './routes-publication.tsx';
import { removalRoutes } from './routes-removals.tsx';
import { teamRoutes } from './routes-team.tsx';
import * as search from './search.ts';
import { STATES } from './states.ts';
import { dataOf, structuredData } from './structured-data.ts';
import * as team from './team/team.ts';
import * as updates from './updates.ts';
import { SignInFirst, WorkForm } from './views/form.tsx';
import { WorkList } from './views/list.tsx';
import { WorkPage } from './views/page.tsx';
import * as works from './works.ts';

const Listing = z.object({
  words: z.string().trim().min(1).max(200).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  country: z.enum(COUNTRIES).optional().catch(undefined),
  mode: z.enum(MODES).optional().catch(undefined),
  method: z.string().min(1).max(60).optional().catch(undefined),
  organisation: z.string().max(120).optional().catch(undefined),
  seeking: z.enum(['owner']).optional().catch(undefined),
  sort: z.enum(['best', 'recent']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export function routes(
  house: House,
  { panels = [], measurePanels = [] }: { panels?: Panel[]; measurePanels?: MeasurePanel[] } = {},
): Hono<HouseEnv> {
  const { db, config } = house;
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const query = Listing.parse(c.req.query());
    const place = query.organisation && (await organisations.find(db, shortIdIn(query.organisation) ?? ''));
    const found = await search.list(db, { ...query, organisation: place ? place.id : undefined }, c.var.actor);
    const at = place ? place.name : null;
    const mayImport = may(c.var.actor, 'import', {});
    return c.render(<WorkList {...found} at={at} query={query} form={filled(query)} mayImport={mayImport} />, {
      title: t('Work'),
      description: t('Improvement work in health and care: what was tried, what changed, and what stopped.'),
    });
  });

  app.route('/', importRoutes(house));

  app.get('/new', async (c) => {
    const title = t('Share your work');
    if (!may(c.var.actor, 'share', {})) return c.render(<SignInFirst />, { title });
    return c.render(<WorkForm form={emptyForm} action="/work" topics={await topics(c.var.actor)} />, {
      title,
      unlisted: true,
    });
  });

  /** "Show me work like this": the form as it was, and others above it. Nothing is saved. */
  app.post('/new', async (c) => {
    const form = { typed: (await read(c)).typed, errors: {} };
    const alike = await alikeTo(form, c.var.actor);
    return c.render(<WorkForm form={form} action="/work" topics={await topics(c.var.actor)} alike={alike} />, {
      title: t('Share your work'),
    });
  });

  app.post('/', async (c) => {
    const { actor } = c.var;
    const page = {
      title: t('Share your work'),
      again: async (form: Form) => (
        <WorkForm form={form} action="/work" topics={await topics(actor)} alike={await alikeTo(form, actor)} />
      ),
    };
    if (!may(actor, 'share', {})) {
      const errors = {
        form: t('Please sign in in another tab, then share it: everything that you typed is kept here.'),
      };
      c.status(403);
      return c.render(await page.again({ typed: (await read(c)).typed, errors }), { ...page, failed: true });
    }
    return submit(c, WorkInput, page, async (input) => {
      const { state, team: named } = input;
      const given = { ...descriptionIn(input), state, shares: sharesIn(input), team: named, url: config.url };
      const work = await works.share(db, given, actor);
      return c.redirect(`/work/${work.address}`, 303);
    });
  });

  app.route('/', removalRoutes(house));
  app.route('/', publicationRoutes(house));
  app.route('/', teamRoutes(house));
  app.route('/', carryingRoutes(house));
  app.route('/', changeRoutes(house));
  app.route('/', measureRoutes(house, measurePanels));

  app.get('/:file{[^/]+\\.json}', async (c) => {
    const work = await find(c.req.param('file').replace(/\.json$/, ''), c.var.actor);
    const [people, standing] = await Promise.all([team.of(db, work, c.var.actor), placements.standing(db, [work.id])]);
    return c.json(dataOf(work, people, standing.get(work.id) ?? null, config.url));
  });

  app.get('/:address', async (c) => {
    const { actor } = c.var;
    const asked = c.req.param('address');
    const work = await find(asked, actor);
    if (asked !== work.address) return c.redirect(`/work/${work.address}`, 301);
    const [community, vocabulary, measured, people, said, standing, mine, publication, alike, carried, ...added] =
      await Promise.all([
        settings.current(db, actor.at),
        terms.current(db, actor.at),
        allSeen(db, work, actor),
        team.of(db, work, actor),
        updates.list(db, work),
        placements.standing(db, [work.id]),
        placements.mine(db, work, actor),
        publications.of(db, work),
        search.like(db, `${work.title} ${work.aim}`, actor, { most: 3, but: work.id }),
        carrying.of(db, work),
        ...panels.map((panel) => panel(db, work, actor)),
      ]);
    const view = {
      work,
      team: people,
      updates: said,
      standing: standing.get(work.id) ?? null,
      mine,
      publication,
      alike,
      carrying: carried,
      topics: work.topics.map((key) => ({ value: key, label: vocabulary.name('topic', key) })),
      community: community['community.name'],
      advice: community[`advice.${work.country}`],
    };
    const rights = { ...rightsOf(actor, work), ...carryingRights(actor, carried) };
    return c.render(
      <WorkPage
        {...view}
        rights={rights}
        url={config.url}
        panels={[<MeasuresPanel all={measured} base={`/work/${work.address}`} edit={rights.edit} />, ...added]}
      />,
      {
        title: work.title,
        description: work.aim || work.problem.slice(0, 200),
        data: work.visibility === 'public' ? structuredData(work, people, config.url) : undefined,
        unlisted: work.visibility !== 'public',
      },
    );
  });

  return app;

  function find(address: string, actor: Actor) {
    return works.find(db, shortIdIn(address) ?? '', actor);
  }

  async function topics(actor: Actor) {
    return (await terms.current(db, actor.at)).choices('topic');
  }

  function alikeTo(form: Form, actor: Actor) {
    return search.like(db, ['title', 'aim', 'problem'].map((name) => typedOne(form, name)).join(' '), actor);
  }
}

/** `/s/<short id>`, the address for paper. What is no work is left to whichever room answers here next. */
export function permanent({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  app.get('/:short', async (c, next) => {
    const address = await works.addressOf(db, c.req.param('short'), c.var.actor);
    return address ? c.redirect(`/work/${address}`, 302) : next();
  });
  return app;
}

function carryingRights(actor: Actor, carried: carrying.Carrying) {
  return {
    offer: mayCarry(actor, 'offer', carried),
    takeOver: mayCarry(actor, 'take over', carried),
    manage: mayCarry(actor, 'see carrying', carried),
  };
}

function rightsOf(actor: Actor, work: works.Work) {
  return {
    edit: may(actor, 'edit', work),
    join: may(actor, 'join', work),
    place: may(actor, 'place', work),
    release: may(actor, 'release', work) && work.waiting,
  };
}
