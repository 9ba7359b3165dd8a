import { type Context, Hono } from 'hono';
import { claims } from '#features/evidence/index.ts';
import { type Actor, has } from '#kernel/actor.ts';
import { emptyForm, type Form, filled, read, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { preview } from './assemble.ts';
import * as authors from './authors.ts';
import * as cases from './cases.ts';
import { CaseInput, draftIn, PublicationInput, typedOf } from './input.ts';
import * as library from './library.ts';
import { allow } from './policy.ts';
import { authorRoutes } from './routes-authors.tsx';
import { readingRoutes } from './routes-reading.tsx';
import { withdrawalRoutes } from './routes-withdrawals.tsx';
import * as versions from './versions.ts';
import { CaseForm } from './views/case-form.tsx';
import { DraftPage, PublicationForm } from './views/draft.tsx';
import { Library } from './views/library.tsx';

type Writing = { action: string; method: 'post' | 'put'; title: string; chosen: string[] };

export function routes(house: House): Hono<HouseEnv> {
  const { db } = house;
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const { actor } = c.var;
    const [shelved, own, asked] = await Promise.all([
      library.published(db, actor),
      cases.own(db, actor),
      authors.invitationsOf(db, actor),
    ]);
    return c.render(<Library cases={shelved} own={own} asked={asked} />, {
      title: t('Cases'),
      description: t('Arguments for a decision, made of measured improvement work.'),
    });
  });

  app.get('/new', async (c) => {
    allow(c.var.actor, 'start', {});
    const asked = c.req.queries('claim') ?? [];
    const form = filled({ claims: asked });
    return c.render(await caseForm(form, newCase(asked), c.var.actor), { title: t('Make a case'), unlisted: true });
  });

  app.post('/', async (c) => {
    allow(c.var.actor, 'start', {});
    return save(c, newCase([]), (draft) => cases.start(db, draft, c.var.actor));
  });

  app.get('/:address/edit', async (c) => {
    const given = await findToEdit(c);
    return c.render(await caseForm(filled(typedOf(given)), editing(given), c.var.actor), {
      title: t('Edit: {title}', { title: given.title }),
      unlisted: true,
    });
  });

  app.put('/:address', async (c) => {
    const given = await findToEdit(c);
    return save(c, editing(given), (draft) => cases.write(db, given, draft, c.var.actor));
  });

  app.get('/:address/preview', async (c) => {
    const given = await findToEdit(c);
    const shown = await preview(db, given, c.var.actor);
    return c.render(<DraftPage given={given} {...shown} />, { title: given.title, unlisted: true });
  });

  app.get('/:address/publication', async (c) => {
    const given = await findToEdit(c);
    return c.render(publication(given, emptyForm, c.var.actor), { title: t('Publish'), unlisted: true });
  });

  app.post('/:address/versions', async (c) => {
    const { actor } = c.var;
    const given = await findToEdit(c);
    const page = { title: t('Publish'), again: (form: Form) => publication(given, form, actor) };
    return submit(c, PublicationInput, page, async ({ opening }) => {
      await versions.publish(db, given, opening, actor);
      return c.redirect(`/cases/${given.address}${opening === 'link' ? `?key=${given.linkKey}` : ''}`, 303);
    });
  });

  app.route('/', authorRoutes(house));
  app.route('/', withdrawalRoutes(house));
  app.route('/', readingRoutes(house));
  return app;

  async function findToEdit(c: Context<HouseEnv>) {
    const given = await cases.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
    allow(c.var.actor, 'edit', given);
    return given;
  }

  /** Saves the draft; or, where the search button was pressed, shows the form with other claims and saves nothing. */
  async function save(c: Context<HouseEnv>, writing: Writing, done: (draft: cases.Draft) => Promise<cases.Case>) {
    const { actor } = c.var;
    const { typed } = await read(c);
    if (typed.search !== undefined)
      return c.render(await caseForm({ typed, errors: {} }, writing, actor), { title: writing.title, unlisted: true });
    const page = { title: writing.title, again: (form: Form) => caseForm(form, writing, actor) };
    return submit(c, CaseInput, page, async (input) => {
      const saved = await done(draftIn(input));
      return c.redirect(`/cases/${saved.address}/preview`, 303);
    });
  }

  async function caseForm(form: Form, { action, method, chosen }: Writing, actor: Actor) {
    const words = [form.typed.words].flat()[0] ?? '';
    const ticked = [...new Set([...chosen, ...[form.typed.claims].flat()])].filter(isUuid);
    const [kept, found] = await Promise.all([claims.among(db, ticked, actor), claims.search(db, words, actor)]);
    const offered = [...kept, ...found.filter(({ id }) => !kept.some((claim) => claim.id === id))];
    return <CaseForm form={form} action={action} method={method} claims={offered} words={words} />;
  }

  function publication(given: cases.Case, form: Form, actor: Actor) {
    return <PublicationForm given={given} form={form} member={has(actor, 'member')} />;
  }
}

function newCase(chosen: string[]): Writing {
  return { action: '/cases', method: 'post', title: t('Make a case'), chosen };
}

function editing(given: cases.Case): Writing {
  const title = t('Edit: {title}', { title: given.title });
  return { action: `/cases/${given.address}`, method: 'put', title, chosen: given.claims };
}

function isUuid(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
