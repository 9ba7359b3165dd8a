import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { COUNTRIES } from '#kernel/countries.ts';
import { filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as people from './people.ts';
import { allow, may } from './policy.ts';
import { Directory } from './views/directory.tsx';
import { ProfilePage } from './views/profile.tsx';
import { ProfileForm } from './views/profile-form.tsx';
import { VISIBILITIES } from './visibility.ts';

const text = (most: number) =>
  z
    .string()
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) })
    .default('');

const ProfileInput = z.object({
  name: z
    .string({ error: () => t('Tell us the name that others may call you by.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
  headline: z
    .string()
    .max(160, { error: () => t('Please keep this to 160 characters.') })
    .default(''),
  about: text(5000),
  place: z
    .string()
    .max(120, { error: () => t('Please keep the place under 120 characters.') })
    .nullable()
    .default(null),
  canHelp: text(1000),
  lookingFor: text(1000),
  visibility: z.enum(VISIBILITIES, { error: () => t('Choose who may see your profile.') }),
});

const DirectoryQuery = z.object({
  words: z.string().max(200).optional().catch(undefined),
  country: z.enum(COUNTRIES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const find = (c: Context<HouseEnv>) => people.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);

  app.get('/', async (c) => {
    const query = DirectoryQuery.parse(c.req.query());
    const found = await people.list(db, query, c.var.actor);
    return c.render(<Directory {...found} query={query} form={filled(query)} />, { title: t('People') });
  });

  app.get('/:address', async (c) => {
    const person = await find(c);
    if (person.address !== c.req.param('address')) return c.redirect(`/people/${person.address}`, 301);
    const own = may(c.var.actor, 'describe', person);
    return c.render(<ProfilePage person={person} own={own} />, { title: person.name, unlisted: true });
  });

  app.get('/:address/edit', async (c) => {
    const person = await find(c);
    allow(c.var.actor, 'describe', person);
    return c.render(<ProfileForm person={person} form={filled(person)} />, { title: t('Your profile') });
  });

  app.put('/:address', async (c) => {
    const actor = c.var.actor;
    const person = await find(c);
    allow(actor, 'describe', person);
    return submit(
      c,
      ProfileInput,
      { title: t('Your profile'), again: (form) => <ProfileForm person={person} form={form} /> },
      async (profile) => {
        await people.describe(db, person, profile, actor);
        const changed = await people.byId(db, person.id);
        return c.redirect(`/people/${changed.address}`, 303);
      },
    );
  });

  return app;
}
