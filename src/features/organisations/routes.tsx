import { type Context, Hono } from 'hono';
import { terms } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { dayOf } from '#kernel/format.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as affiliations from './affiliations.ts';
import * as describing from './describing.ts';
import * as identifiers from './identifiers.ts';
import { DistinctionInput, descriptionInput, ListQuery, MergerInput, PageQuery } from './input.ts';
import { type Mover, merge } from './mergers.ts';
import * as organisations from './organisations.ts';
import { allow, may } from './policy.ts';
import { AlikePage } from './views/alike.tsx';
import { OrganisationForm } from './views/edit.tsx';
import { OrganisationList } from './views/list.tsx';
import { OrganisationPage } from './views/page.tsx';

/** What a higher room adds to an organisation's page. Null shows nothing. */
export type Panel = (db: Db, organisation: organisations.Organisation, actor: Actor) => Promise<Child>;

/** `movers` take along what other rooms have of an organisation that is merged. */
export function routes(
  { db }: House,
  { panels = [], movers = [] }: { panels?: Panel[]; movers?: Mover[] } = {},
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const find = (c: Context<HouseEnv>) => organisations.find(db, shortIdIn(c.req.param('address') ?? '') ?? '');

  app.get('/', async (c) => {
    const { actor } = c.var;
    const query = ListQuery.parse(c.req.query());
    const [found, words] = await Promise.all([organisations.list(db, query), terms.current(db, actor.at)]);
    const keeper = may(actor, 'keep-organisations', {});
    return c.render(<OrganisationList {...found} query={query} form={filled(query)} words={words} keeper={keeper} />, {
      title: t('Organisations'),
      description: t('Where people improve health and care: hospitals, surgeries, councils, charities and more.'),
    });
  });

  app.get('/alike', async (c) => {
    const pairs = await describing.alike(db, c.var.actor);
    return c.render(<AlikePage pairs={pairs} />, { title: t('There twice?'), unlisted: true });
  });

  app.get('/:address', async (c) => {
    const { actor } = c.var;
    const organisation = await find(c);
    if (organisation.address !== c.req.param('address'))
      return c.redirect(`/organisations/${organisation.address}`, 301);
    const { page } = PageQuery.parse(c.req.query());
    const day = dayOf(actor.at);
    const [words, known, found, ...added] = await Promise.all([
      terms.current(db, actor.at),
      identifiers.of(db, organisation.id),
      affiliations.peopleOf(db, organisation.id, { page, day }, actor),
      ...panels.map((panel) => panel(db, organisation, actor)),
    ]);
    const view = { organisation, identifiers: known, words, page, day, ...found };
    const keeper = may(actor, 'keep-organisations', {});
    return c.render(<OrganisationPage {...view} panels={added} keeper={keeper} />, { title: organisation.name });
  });

  app.get('/:address/edit', async (c) => {
    allow(c.var.actor, 'keep-organisations', {});
    const organisation = await find(c);
    return c.render(await formOf(organisation, {}, c.var.actor), { title: organisation.name, unlisted: true });
  });

  app.put('/:address', async (c) => {
    const { actor } = c.var;
    allow(actor, 'keep-organisations', {});
    const organisation = await find(c);
    const sectors = (await terms.current(db, actor.at)).choices('sector').map(({ value }) => value);
    const page = { title: organisation.name, again: (form: Form) => formOf(organisation, { form }, actor) };
    return submit(c, descriptionInput(sectors), page, async (description) => {
      await describing.describe(db, organisation, description, actor);
      const { address } = await organisations.find(db, shortIdIn(organisation.address) ?? '');
      return c.redirect(`/organisations/${address}`, 303);
    });
  });

  app.post('/:address/merger', async (c) => {
    const { actor } = c.var;
    allow(actor, 'keep-organisations', {});
    const from = await find(c);
    const page = { title: from.name, again: (merging: Form) => formOf(from, { merging }, actor) };
    return submit(c, MergerInput, page, async (input) => {
      const into = await theOther(input.into, 'into');
      await merge(db, from, into, movers, actor);
      return c.redirect(`/organisations/${into.address}`, 303);
    });
  });

  app.post('/:address/distinctions', async (c) => {
    const { actor } = c.var;
    allow(actor, 'keep-organisations', {});
    const one = await find(c);
    const page = {
      title: t('There twice?'),
      again: async () => <AlikePage pairs={await describing.alike(db, actor)} />,
    };
    return submit(c, DistinctionInput, page, async ({ other }) => {
      await describing.distinguish(db, one, await theOther(other, 'other'), actor);
      return c.redirect('/organisations/alike', 303);
    });
  });

  return app;

  async function theOther(short: string, field: string): Promise<organisations.Organisation> {
    return organisations.find(db, short).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
      throw new Invalid({ [field]: t('That is not the address of an organisation here.') });
    });
  }

  async function formOf(
    organisation: organisations.Organisation,
    failed: { form?: Form; merging?: Form },
    actor: Actor,
  ): Promise<Child> {
    const [words, known] = await Promise.all([terms.current(db, actor.at), identifiers.of(db, organisation.id)]);
    const stored = filled({
      ...organisation,
      ...Object.fromEntries(known.map(({ scheme, value }) => [scheme, value])),
    });
    return (
      <OrganisationForm
        organisation={organisation}
        form={failed.form ?? stored}
        merging={failed.merging ?? emptyForm}
        words={words}
      />
    );
  }
}
