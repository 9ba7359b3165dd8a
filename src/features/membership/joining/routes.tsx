import { type Context, Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import * as settings from '#kernel/settings.ts';
import * as stamps from '#kernel/stamps.ts';
import { typedOne } from '#kernel/ui/index.ts';
import { limitFrom } from '#kernel/web/client.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as appealing from '../appeals/routes-applicant.tsx';
import * as appeals from '../appeals.ts';
import * as applications from '../applications.ts';
import * as criteria from '../criteria.ts';
import * as decisions from '../decisions.ts';
import * as drafts from '../drafts.ts';
import * as founding from '../founding.ts';
import * as memberships from '../memberships.ts';
import { FIRST_COMPACT, type Options } from '../options.ts';
import * as otherWays from '../other-ways.ts';
import * as referees from '../referees.ts';
import * as submissions from '../submissions.ts';
import { AcceptedPage, AcceptPage } from '../views/accept.tsx';
import { ApplicationForm } from '../views/application-form.tsx';
import { ApplicationState } from '../views/application-state.tsx';
import { JoinPage } from '../views/join.tsx';
import { LetterSent, LinkGone } from '../views/letter-sent.tsx';
import { StartForm } from '../views/start-form.tsx';
import { AcceptInput, DraftInput, draftOf, formOf, namedIn, StartInput } from './input.ts';
import * as speaking from './routes-speaking.tsx';
import * as ways from './routes-ways.tsx';

export function routes(house: House, options: Options): Hono<HouseEnv> {
  const { db, config } = house;
  const app = new Hono<HouseEnv>();
  const compactVersion = async () => (await options.compactVersion?.(db)) ?? FIRST_COMPACT;

  // Pages that a link opens belong to its reader: no cache on the way may keep them.
  app.use(async (c, next) => {
    await next();
    if (c.req.path !== '/join') c.res.headers.set('Cache-Control', 'private, no-store');
  });

  app.get('/', async (c) => {
    const [asked, community] = [await criteria.of(db, await criteria.currentVersion(db)), await settings.read(db)];
    const member = c.var.actor.id !== null && (await memberships.of(db, c.var.actor.id)) !== null;
    const own = await applications.ownOf(db, c.var.actor);
    return c.render(<JoinPage criteria={asked} community={community} member={member} own={own} />, {
      title: t('Join'),
      description: t('Who counts here, how to apply, and what happens then.'),
    });
  });

  app.get('/applications/new', async (c) => {
    const { actor } = c.var;
    const form = { ...emptyForm, typed: { email: actor.email ?? '' } };
    return c.render(await startPage(c, form), { title: t('Start your application'), unlisted: true });
  });

  app.post('/applications', (c) => {
    const page = { title: t('Start your application'), again: (form: typeof emptyForm) => startPage(c, form) };
    return submit(c, StartInput, page, async ({ begun, 'leave-empty': _, ...given }) => {
      const { actor } = c.var;
      stamps.requirePerson(config.secret, begun, actor.at);
      await limitFrom(c, house, 'application.from');
      const token = await applications.start(db, given, config.url, actor);
      // Who has signed in with this address has confirmed it already.
      const confirmed = token !== null && actor.email?.toLowerCase() === given.email.toLowerCase();
      return c.redirect(confirmed ? `/join/applications/${applications.MINE}` : '/join/letter', 303);
    });
  });

  app.get('/letter', (c) => c.render(<LetterSent />, { title: t('Look in your e-mail'), unlisted: true }));

  app.get('/applications/:token', async (c) => {
    const opened = await applications.open(db, c.req.param('token'), c.var.actor).catch(orNull);
    if (!opened) return gone(c);
    const { application, applicant } = opened;
    if (c.req.param('token') !== applications.MINE && applicant === c.var.actor) {
      const own = await applications.ownOf(db, applicant);
      if (own?.id === application.id) return c.redirect(`/join/applications/${applications.MINE}`, 303);
    }
    if (!applications.isDraft(application)) return c.render(await statePage(c, application), titleOf());
    return c.render(await formPage(c, application), { title: t('Your application'), unlisted: true });
  });

  app.put('/applications/:token', async (c) => {
    const { application, applicant } = await applications.open(db, c.req.param('token'), c.var.actor);
    return submit(c, DraftInput, again(c, application), async (typed) => {
      await keep(application, typed, applicant);
      const address = `/join/applications/${c.req.param('token')}`;
      return c.redirect(typed.next ? `${address}/${ways.pathOf(typed.next)}` : `${address}?saved=1`, 303);
    });
  });

  app.put('/applications/:token/submission', async (c) => {
    const { application, applicant } = await applications.open(db, c.req.param('token'), c.var.actor);
    return submit(c, DraftInput, again(c, application), async (typed) => {
      await keep(application, typed, applicant);
      await submissions.send(db, application, config.url, applicant);
      return c.redirect(`/join/applications/${c.req.param('token')}`, 303);
    });
  });

  app.put('/applications/:token/withdrawal', async (c) => {
    const { application, applicant } = await applications.open(db, c.req.param('token'), c.var.actor);
    await applications.withdraw(db, application, applicant);
    return c.redirect(`/join/applications/${c.req.param('token')}`, 303);
  });

  app.get('/invitations/:token', async (c) => {
    const token = c.req.param('token');
    const invitation = await founding.open(db, token, c.var.actor).catch(orNull);
    if (!invitation) return gone(c);
    if (invitation.acceptedAt) return c.render(<AcceptedPage />, { title: t('Welcome'), unlisted: true });
    const form = { ...emptyForm, typed: { name: invitation.name } };
    return c.render(<AcceptPage invitation={invitation} token={token} form={form} />, acceptTitle());
  });

  app.put('/invitations/:token/acceptance', async (c) => {
    const token = c.req.param('token');
    const invitation = await founding.open(db, token, c.var.actor);
    const again = (form: typeof emptyForm) => <AcceptPage invitation={invitation} token={token} form={form} />;
    return submit(c, AcceptInput, { ...acceptTitle(), again }, async ({ name, country }) => {
      const given = { name, country, compactVersion: await compactVersion() };
      await founding.accept(db, invitation, given, c.var.actor);
      return c.redirect(`/join/invitations/${token}`, 303);
    });
  });

  app.route('/', ways.routes(house));
  app.route('/', speaking.routes(house));
  app.route('/', appealing.routes(house));

  async function keep(application: applications.Application, typed: Parameters<typeof draftOf>[0], applicant: Actor) {
    const asked = await criteria.of(db, application.criteriaVersionId);
    const draft = draftOf(typed, await drafts.of(db, application), asked, await compactVersion());
    await drafts.save(db, application, draft, applicant);
    // Once it has been sent, who speaks to it is changed in a form of its own.
    if (application.submissionId === null)
      await referees.choose(db, application, namedIn(typed), config.url, applicant);
  }

  async function startPage({ var: { actor } }: Context<HouseEnv>, form: typeof emptyForm) {
    const begun = stamps.renewed(config.secret, typedOne(form, 'begun'), actor.at);
    const props = { community: await settings.read(db), own: await applications.ownOf(db, actor) };
    return <StartForm form={{ ...form, typed: { ...form.typed, begun } }} {...props} />;
  }

  function again(c: TokenContext, application: applications.Application) {
    return { title: t('Your application'), again: (form: typeof emptyForm) => formPage(c, application, form) };
  }

  async function formPage(c: TokenContext, { id }: applications.Application, typed?: typeof emptyForm) {
    const application = await applications.byId(db, id);
    const asked = await criteria.of(db, application.criteriaVersionId);
    const own = c.var.actor.id === null ? [] : ((await options.worksOf?.(db, c.var.actor.id)) ?? []);
    const referee = await referees.of(db, id);
    const named = referee && { name: referee.name, email: referee.email ?? '' };
    const form = typed ?? formOf(await drafts.of(db, application), named, asked, own);
    const told = application.state === 'more-needed' ? (await decisions.of(db, id)).at(-1) : undefined;
    const found = { own, told, referee, ways: await otherWays.of(db, application) };
    const props = { application, criteria: asked, form, ...found, saved: c.req.query('saved') === '1' };
    return <ApplicationForm {...props} token={c.req.param('token')} />;
  }

  async function statePage(c: TokenContext, application: applications.Application) {
    const told = await decisions.of(db, application.id);
    const referee = await referees.of(db, application.id);
    const appeal = await appeals.of(db, application.id);
    const until = await appeals.openUntil(db, application);
    const props = { application, decisions: told, referee, appeal, until, community: await settings.read(db) };
    return <ApplicationState {...props} token={c.req.param('token')} now={c.var.actor.at} />;
  }

  return app;
}

type TokenContext = Context<HouseEnv, '/applications/:token'>;

function gone(c: Context<HouseEnv>) {
  c.status(404);
  return c.render(<LinkGone />, { title: t('This link has run out'), unlisted: true });
}

function titleOf() {
  return { title: t('Your application'), unlisted: true };
}

function acceptTitle() {
  return { title: t('You are invited'), unlisted: true };
}

/** A link that opens nothing has a page of its own; any other error goes its way. */
function orNull(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
