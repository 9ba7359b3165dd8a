import { Hono } from 'hono';
import { places, terms } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { AreaQuery, InvitationInput } from './input.ts';
import * as invitations from './invitations.ts';
import * as missing from './missing.ts';
import { allow } from './policy.ts';
import { InvitationsPage } from './views/invitations.tsx';
import { MissingPage } from './views/missing.tsx';

/** Who is missing in a whole country, from released aggregates: a higher room may say it. Null says nothing. */
export type MissingPanel = (db: Db, country: Country, actor: Actor) => Promise<Child>;
export type Options = { missing?: readonly MissingPanel[] };

/** What members do: invite, and look whom they might. */
export function memberRoutes({ db, config }: House, { missing: panels = [] }: Options): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.use(async (c, next) => {
    allow(c.var.actor, 'invite', {});
    await next();
  });

  app.get('/', async (c) => {
    const page = await pageOf(emptyForm, AreaQuery.parse(c.req.query()).page, c.req.query('sent') === '1', c.var.actor);
    return c.render(page, { title: t('Bring somebody in'), unlisted: true });
  });

  app.post('/', async (c) => {
    const { actor } = c.var;
    const again = (form: Form) => pageOf(form, 1, false, actor);
    return submit(c, InvitationInput, { title: t('Bring somebody in'), again }, async (given) => {
      await invitations.invite(db, given, config, actor);
      return c.redirect('/invitations?sent=1', 303);
    });
  });

  app.get('/missing', async (c) => {
    const { actor } = c.var;
    const area = await areaOf(AreaQuery.parse(c.req.query()), actor);
    const { gaps, without } = await missing.near(db, area, actor);
    const regions = places.choicesOf(await places.regions(db, area.country));
    const shown = area.region ? [] : await Promise.all(panels.map((panel) => panel(db, area.country, actor)));
    const props = { area, gaps, without, regions, panels: shown, vocabulary: await terms.current(db, actor.at) };
    const form = filled({ country: area.country, region: area.region?.key });
    return c.render(<MissingPage {...props} form={form} />, { title: t('Who is missing near you'), unlisted: true });
  });

  return app;

  async function pageOf(form: Form, page: number, just: boolean, actor: Actor) {
    const { sent, total } = await invitations.sentBy(db, page, actor);
    const pages = Math.ceil(total / invitations.PAGE_SIZE);
    return <InvitationsPage form={form} sent={sent} total={total} page={page} pages={pages} just={just} />;
  }

  /** What was asked for, or where the reader is at home. A region of another country is left out. */
  async function areaOf({ country, region }: { country?: Country; region?: string }, actor: Actor) {
    if (!country) return missing.homeOf(db, actor);
    const place = region ? await places.find(db, region) : null;
    return { country, region: place?.kind === 'region' && place.country === country ? place : null };
  }
}
