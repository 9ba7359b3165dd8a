import { type Context, Hono } from 'hono';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn, shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import { AnswerInput, OutcomeInput, RemovalInput } from './removals/input.ts';
import { allow, may } from './removals/policy.ts';
import * as requests from './removals/requests.ts';
import { RemovalForm, RemovalList, RemovalPage } from './removals/views/removal.tsx';
import * as works from './works.ts';

/** An organisation asks that work be taken down. The dialogue has an address of its own: the work may be hidden meanwhile. */
export function removalRoutes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const { url } = config;

  app.get('/removals', async (c) =>
    c.render(<RemovalList requests={await requests.list(db, c.var.actor)} />, {
      title: t('Requests to take work down'),
    }),
  );

  app.get('/removals/:request', async (c) => {
    const request = await findRequest(c);
    return c.render(page(c, request), { title: title(), unlisted: true });
  });

  app.post('/removals/:request/words', async (c) => {
    const request = await findRequest(c);
    return submit(c, AnswerInput, again(c, request, 'answer'), async ({ words }) => {
      await requests.say(db, request, { words, url }, c.var.actor);
      return back(c, request);
    });
  });

  app.put('/removals/:request/hiding', async (c) => {
    const request = await findRequest(c);
    await requests.hide(db, request, c.var.actor);
    return back(c, request);
  });

  app.delete('/removals/:request/hiding', async (c) => {
    const request = await findRequest(c);
    await requests.unhide(db, request, c.var.actor);
    return back(c, request);
  });

  app.put('/removals/:request/outcome', async (c) => {
    const request = await findRequest(c);
    allow(c.var.actor, 'decide removal', request);
    return submit(c, OutcomeInput, again(c, request, 'outcome'), async ({ outcome, reason }) => {
      await requests.decide(db, request, { outcome, reason, url }, c.var.actor);
      return back(c, request);
    });
  });

  app.get('/:address/removals/new', async (c) => {
    const work = await findToAsk(c);
    return c.render(<RemovalForm work={work} form={emptyForm} />, { title: t('Ask for its removal'), unlisted: true });
  });

  app.post('/:address/removals', async (c) => {
    const work = await findToAsk(c);
    const form = { title: t('Ask for its removal'), again: (given: Form) => <RemovalForm work={work} form={given} /> };
    return submit(c, RemovalInput, form, async (given) => {
      const id = await requests.ask(db, work, { ...given, url }, c.var.actor);
      return c.redirect(`/work/removals/${id}`, 303);
    });
  });

  return app;

  async function findToAsk(c: Context<HouseEnv>): Promise<works.Work> {
    const work = await works.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', c.var.actor);
    allow(c.var.actor, 'ask removal', work);
    return work;
  }

  function findRequest(c: Context<HouseEnv>): Promise<requests.Request> {
    return requests.find(db, idIn(c.req.param('request') ?? ''), c.var.actor);
  }
}

function page(c: Context<HouseEnv>, request: requests.Request, failed?: { name: 'answer' | 'outcome'; form: Form }) {
  const decides = may(c.var.actor, 'decide removal', request);
  return <RemovalPage request={request} decides={decides} failed={failed} />;
}

function again(c: Context<HouseEnv>, request: requests.Request, name: 'answer' | 'outcome') {
  return { title: title(), again: (form: Form) => page(c, request, { name, form }) };
}

function back(c: Context<HouseEnv>, request: requests.Request): Response {
  return c.redirect(`/work/removals/${request.id}`, 303);
}

function title(): string {
  return t('A request to take work down');
}
