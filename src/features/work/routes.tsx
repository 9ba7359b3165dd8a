import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { emptyForm, type Form, filled, parse, read, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { descriptionIn, formOf, sharesIn, teamIn, WorkInput } from './input.ts';
import { allSeen } from './measures/chart-of.tsx';
import { measureRoutes } from './measures/routes.tsx';
import { MeasuresPanel } from './measures/views/measure-card.tsx';
import { MODES } from './modes.ts';
import type { Panel } from './panel.ts';
import * as placements from './placements.ts';
import { allow, may } from './policy.ts';
import * as publications from './publication/publications.ts';
import { teamRoutes } from './routes-team.tsx';
import * as search from './search.ts';
import { STATES } from './states.ts';
import { structuredData } from './structured-data.ts';
import { invite } from './team/invitations.ts';
import * as team from './team/team.ts';
import * as updates from './updates.ts';
import { WorkForm } from './views/form.tsx';
import { WorkList } from './views/list.tsx';
import { WorkPage } from './views/page.tsx';
import * as works from './works.ts';

const Listing = z.object({
  words: z.string().trim().min(1).max(200).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  country: z.enum(COUNTRIES).optional().catch(undefined),
  mode: z.enum(MODES).optional().catch(undefined),
  method: z.string().min(1).max(60).optional().catch(undefined),
  sort: z.enum(['best', 'recent']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export function routes(house: House, { panels = [] }: { panels?: Panel[] } = {}): Hono<HouseEnv> {
  const { db, config } = house;
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const query = Listing.parse(c.req.query());
    const found = await search.list(db, query, c.var.actor);
    return c.render(<WorkList {...found} query={query} form={filled(query)} />, {
      title: t('Work'),
      description: t('Improvement work in health and care: what was tried, what changed, and what stopped.'),
    });
  });

  app.get('/new', (c) => {
    allow(c.var.actor, 'share', {});
    return c.render(<WorkForm form={emptyForm} action="/work" />, { title: t('Share your work'), unlisted: true });
  });

  app.post('/', async (c) => {
    const actor = c.var.actor;
    allow(actor, 'share', {});
    const again = async (form: Form) => <WorkForm form={form} action="/work" />;
    const { typed } = await read(c);
    if (typed.like !== undefined)
      return showLike(typed, actor, (content) => c.render(content, { title: t('Share your work') }));
    return submit(c, WorkInput, { title: t('Share your work'), again }, async (input) => {
      const work = await works.share(
        db,
        { ...descriptionIn(input), state: input.state, shares: sharesIn(input) },
        actor,
      );
      const named = teamIn(input.team);
      if (named.length > 0) await invite(db, await works.byId(db, work.id), { named, url: config.url }, actor);
      return c.redirect(`/work/${work.address}`, 303);
    });
  });

  app.route('/', teamRoutes(house));
  app.route('/', measureRoutes(house));

  app.get('/:address', async (c) => {
    const { actor } = c.var;
    const asked = c.req.param('address');
    const work = await find(asked.replace(/\.json$/, ''), actor);
    if (asked.endsWith('.json')) return c.json(structuredData(work, config.url));
    if (asked !== work.address) return c.redirect(`/work/${work.address}`, 301);
    const [measured, people, said, standing, mine, publication, alike, ...added] = await Promise.all([
      allSeen(db, work, actor),
      team.of(db, work, actor),
      updates.list(db, work),
      placements.standing(db, [work.id]),
      placements.mine(db, work, actor),
      publications.of(db, work),
      search.like(db, `${work.title} ${work.aim}`, actor, { most: 3, but: work.id }),
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
    };
    const rights = rightsOf(actor, work);
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
        data: work.visibility === 'public' ? structuredData(work, config.url) : undefined,
        unlisted: work.visibility !== 'public',
      },
    );
  });

  app.get('/:address/edit', async (c) => {
    const work = await findToEdit(c.req.param('address'), c.var.actor);
    const standing = (await placements.standing(db, [work.id])).get(work.id) ?? null;
    return c.render(<WorkForm form={formOf(work, standing)} action={`/work/${work.address}`} work={work} />, {
      title: t('Edit: {title}', { title: work.title }),
    });
  });

  app.put('/:address', async (c) => {
    const { actor } = c.var;
    const work = await findToEdit(c.req.param('address'), actor);
    const again = (form: Form) => <WorkForm form={form} action={`/work/${work.address}`} work={work} />;
    return submit(c, WorkInput, { title: t('Edit: {title}', { title: work.title }), again }, async (input) => {
      await works.describe(db, work, descriptionIn(input), actor);
      if (input.state !== work.state) await works.move(db, work, { state: input.state, lesson: input.lesson }, actor);
      const shares = sharesIn(input);
      if (shares) await placements.place(db, work, shares, actor);
      const named = teamIn(input.team);
      if (named.length > 0) await invite(db, work, { named, url: config.url }, actor);
      const changed = await works.byId(db, work.id);
      return c.redirect(`/work/${changed.address}`, 303);
    });
  });

  return app;

  function find(address: string, actor: Actor) {
    return works.find(db, shortIdIn(address) ?? '', actor);
  }

  async function findToEdit(address: string, actor: Actor) {
    const work = await find(address, actor);
    allow(actor, 'edit', work);
    return work;
  }

  /** The form as it was, with work like it above: nothing is saved yet. */
  async function showLike(
    typed: Form['typed'],
    actor: Actor,
    render: (content: ReturnType<typeof WorkForm>) => Response | Promise<Response>,
  ) {
    const alike = await search.like(db, [typed.title, typed.aim, typed.problem].flat().join(' '), actor);
    const { form } = parse(z.object({}), typed);
    return render(<WorkForm form={form ?? { typed, errors: {} }} action="/work" alike={alike} />);
  }
}

function rightsOf(actor: Actor, work: works.Work) {
  return {
    edit: may(actor, 'edit', work),
    join: may(actor, 'join', work),
    place: may(actor, 'place', work),
    leave: may(actor, 'leave', work) && work.team.length > 1,
  };
}
