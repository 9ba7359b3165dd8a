import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { people } from '#features/people/index.ts';
import { terms } from '#features/reference/index.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { Invalid } from '#kernel/errors.ts';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as affiliations from './affiliations.ts';
import * as organisations from './organisations.ts';
import { allow } from './policy.ts';
import { AffiliationPage, AffiliationsPage } from './views/affiliations.tsx';

const day = z.iso
  .date({ error: () => t('Give the day as in 2021-04-01.') })
  .nullable()
  .default(null);

const GivenInput = z.object({
  title: z
    .string()
    .max(120, { error: () => t('Please keep this under 120 characters.') })
    .default(''),
  since: day,
  until: day,
});

const AddInput = GivenInput.extend({
  name: z
    .string({ error: () => t('Name the organisation.') })
    .trim()
    .min(2, { error: () => t('Name the organisation.') })
    .max(160, { error: () => t('Please keep the name under 160 characters.') }),
  country: z.enum(COUNTRIES, { error: () => t('Choose the country.') }),
  sector: z.string().max(80).default('other'),
  /** One of those that were offered. */
  mean: z.string().max(160).optional(),
  new: z.literal('yes').optional().catch(undefined),
});

/** Mounted at `/people`: where somebody works and worked. */
export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/:address/affiliations', async (c) => {
    const person = await found(c);
    allow(c.var.actor, 'affiliate', person);
    const form = filled({ country: person.country ?? 'england' });
    return c.render(await pageOf(c, person, form), { title: t('Where you work, and worked') });
  });

  app.post('/:address/affiliations', async (c) => {
    const { actor } = c.var;
    const person = await found(c);
    allow(actor, 'affiliate', person);
    let nearly: organisations.Organisation[] = [];
    const again = (form: Form) => pageOf(c, person, form, nearly);
    return submit(
      c,
      AddInput,
      { title: t('Where you work, and worked'), again },
      async ({ mean, new: isNew, ...one }) => {
        const name = mean ?? one.name;
        const like = mean || isNew ? [] : await organisations.named(db, name);
        const known = like.find((organisation) => organisation.name.toLowerCase() === name.toLowerCase());
        if (!known) nearly = like;
        if (nearly.length > 0) throw new Invalid({ name: t('Nobody here has named it quite so. Look below.') });
        const sector = (await terms.current(db, actor.at)).has('sector', one.sector) ? one.sector : 'other';
        await affiliations.add(db, person, { ...one, name, sector }, actor);
        return c.redirect(`/people/${person.address}/affiliations`, 303);
      },
    );
  });

  app.get('/:address/affiliations/:id', async (c) => {
    const person = await found(c);
    allow(c.var.actor, 'affiliate', person);
    const one = await affiliations.find(db, person, c.req.param('id'));
    return c.render(<AffiliationPage person={person} one={one} form={filled(one)} />, { title: one.organisation });
  });

  app.put('/:address/affiliations/:id', async (c) => {
    const { actor } = c.var;
    const person = await found(c);
    allow(actor, 'affiliate', person);
    const one = await affiliations.find(db, person, c.req.param('id'));
    const again = (form: Form) => <AffiliationPage person={person} one={one} form={form} />;
    return submit(c, GivenInput, { title: one.organisation, again }, async (given) => {
      await affiliations.change(db, person, one.id, given, actor);
      return c.redirect(`/people/${person.address}/affiliations`, 303);
    });
  });

  app.delete('/:address/affiliations/:id', async (c) => {
    const person = await found(c);
    await affiliations.remove(db, person, c.req.param('id'), c.var.actor);
    return c.redirect(`/people/${person.address}/affiliations`, 303);
  });

  return app;

  function found(c: Context<HouseEnv>): Promise<people.Person> {
    return people.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
  }

  async function pageOf(
    c: Context<HouseEnv>,
    person: people.Person,
    form: Form,
    nearly: organisations.Organisation[] = [],
  ) {
    const [list, vocabulary] = await Promise.all([affiliations.of(db, person.id), terms.current(db, c.var.actor.at)]);
    return <AffiliationsPage {...{ person, affiliations: list, vocabulary, form, nearly }} />;
  }
}
