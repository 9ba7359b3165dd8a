import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { terms } from '#features/reference/index.ts';
import { countryName } from '#kernel/countries.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { FIELDS } from './fields.ts';
import { OfferInput, SECTIONS, type Section, sectionInputs } from './input.ts';
import * as offers from './offers.ts';
import * as people from './people.ts';
import * as photo from './photo.ts';
import { allow } from './policy.ts';
import * as profiles from './profiles.ts';
import { partName } from './sections.ts';
import { EditPage } from './views/edit.tsx';
import { HoursPage, PhotoPage } from './views/lists.tsx';
import { SectionPage } from './views/section.tsx';
import { AT_FIRST } from './visibility.ts';

const SectionName = z.enum(SECTIONS);

/** A person's own pages about their profile: an overview, and each part on its own. */
export function editRoutes({ db, storage }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/:address/edit', async (c) => {
    const profile = await own(c);
    const [vocabulary, affiliations] = await Promise.all([
      terms.current(db, c.var.actor.at),
      profiles.affiliationsOf(db, profile.id),
    ]);
    const props = { profile, names: { vocabulary, regions: [] }, affiliations, saved: c.req.query('saved') === 'yes' };
    return c.render(<EditPage {...props} />, { title: t('Your profile') });
  });

  app.get('/:address/edit/photo', async (c) => {
    return c.render(<PhotoPage profile={await own(c)} form={emptyForm} />, { title: partName('photo') });
  });

  app.get('/:address/edit/hours', async (c) => {
    const props = { profile: await own(c), vocabulary: await terms.current(db, c.var.actor.at) };
    return c.render(<HoursPage {...props} form={filled({ kind: 'offer' })} />, { title: partName('hours') });
  });

  app.get('/:address/edit/:section', async (c) => {
    const profile = await own(c);
    const section = sectionOf(c);
    const props = { person: profile, section, vocabulary: await terms.current(db, c.var.actor.at) };
    return c.render(<SectionPage {...props} form={filled(typed(profile, section))} />, { title: partName(section) });
  });

  app.put('/:address/edit/:section', async (c) => {
    const { actor } = c.var;
    const [person, section, vocabulary] = [await found(c), sectionOf(c), await terms.current(db, actor.at)];
    allow(actor, 'describe', person);
    const again = (form: Form) => <SectionPage {...{ person, section, vocabulary, form }} />;
    return submit(c, sectionInputs(vocabulary)[section], { title: partName(section), again }, async (said) => {
      const before = await profiles.of(db, person, actor);
      if (said.place && said.place.words === placeName(before)) said.place.words = before.place?.key ?? '';
      await people.describe(db, person, said, actor);
      return c.redirect(`/people/${(await people.byId(db, person.id)).address}/edit?saved=yes`, 303);
    });
  });

  app.put('/:address/photo', async (c) => {
    const { actor } = c.var;
    const person = await found(c);
    allow(actor, 'describe', person);
    const profile = await profiles.of(db, person, actor);
    const again = (form: Form) => <PhotoPage profile={profile} form={form} />;
    return submit(c, z.object({}), { title: partName('photo'), again }, async (_, { photo: sent }) => {
      if (!sent) throw new Invalid({ photo: t('Choose a picture first.') });
      await photo.show(db, storage, person, sent, actor);
      return c.redirect(`/people/${person.address}/edit?saved=yes`, 303);
    });
  });

  app.delete('/:address/photo', async (c) => {
    const person = await found(c);
    await photo.remove(db, person, c.var.actor);
    return c.redirect(`/people/${person.address}/edit?saved=yes`, 303);
  });

  app.post('/:address/offers', async (c) => {
    const { actor } = c.var;
    const person = await found(c);
    allow(actor, 'describe', person);
    const props = { profile: await profiles.of(db, person, actor), vocabulary: await terms.current(db, actor.at) };
    const again = (form: Form) => <HoursPage {...props} form={form} />;
    return submit(c, OfferInput, { title: partName('hours'), again }, async (offer) => {
      if (!props.vocabulary.has('skill', offer.skill)) throw new Invalid({ skill: t('Please choose from the list.') });
      await offers.make(db, person, offer, actor);
      return c.redirect(`/people/${person.address}/edit/hours`, 303);
    });
  });

  app.delete('/:address/offers/:id', async (c) => {
    const person = await found(c);
    await offers.withdraw(db, person, c.req.param('id'), c.var.actor);
    return c.redirect(`/people/${person.address}/edit/hours`, 303);
  });

  return app;

  function found(c: Context<HouseEnv>): Promise<people.Person> {
    return people.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
  }

  async function own(c: Context<HouseEnv>): Promise<profiles.Profile> {
    const person = await found(c);
    allow(c.var.actor, 'describe', person);
    return profiles.of(db, person, c.var.actor);
  }
}

function sectionOf(c: Context<HouseEnv>): Section {
  const { data } = SectionName.safeParse(c.req.param('section'));
  if (!data) throw new NotFound();
  return data;
}

/** What a section's form holds when it opens. */
function typed(profile: profiles.Profile, section: Section): Record<string, unknown> {
  if (section === 'place') return { place: placeName(profile), shown: profile.place?.shown ?? 'town' };
  if (section !== 'visibility') return { ...profile, ...profile.terms };
  const fields = FIELDS.map((field) => [`see-${field}`, profile.visibilities[field] ?? AT_FIRST]);
  return { visibility: profile.visibility, listed: profile.listed ? 'yes' : '', ...Object.fromEntries(fields) };
}

/** The place as its owner would type it; the same words leave it as it is. */
function placeName({ place, country }: profiles.Profile): string {
  return place?.town ?? place?.region ?? (place && country ? countryName(country) : '');
}
