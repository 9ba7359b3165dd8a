import { type Context, Hono } from 'hono';
import * as reference from '#features/reference/index.ts';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { type Child, ErrorSummary } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as groups from './groups.ts';
import { WishesInput } from './input.ts';
import * as optIns from './opt-ins.ts';
import type { Options } from './options.ts';
import { may } from './policy.ts';
import { questionsOf } from './questions.ts';
import * as rhythm from './rhythm.ts';
import { answerRoutes } from './routes-answers.tsx';
import { roundRoutes } from './routes-rounds.tsx';
import * as threes from './threes.ts';
import { IntroductionsPage } from './views/introductions.tsx';

const HOME = '/introductions';

/** Mount at `/introductions`. */
export function routes(house: House, options: Options = {}): Hono<HouseEnv> {
  const { db, config } = house;
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => c.render(await content(c), { title: t('Meet somebody new'), unlisted: true }));

  app.put('/mine', async (c) => {
    await optIns.mine(db, c.var.actor);
    const page = { title: t('Meet somebody new'), again: (form: Form) => content(c, form) };
    return submit(c, WishesInput, page, async ({ address, ...wishes }) => {
      await optIns.join(db, { ...wishes, showsAddress: address }, c.var.actor);
      return c.redirect(HOME, 303);
    });
  });

  app.delete('/mine', async (c) => {
    await optIns.leave(db, c.var.actor);
    return c.redirect(HOME, 303);
  });

  app.put('/mine/pause', async (c) => {
    await optIns.pause(db, c.var.actor);
    return c.redirect(HOME, 303);
  });

  app.delete('/mine/pause', async (c) => {
    await optIns.resume(db, c.var.actor);
    return c.redirect(HOME, 303);
  });

  app.put('/third', async (c) => {
    await threes.accept(db, config.url, c.var.actor);
    return c.redirect(HOME, 303);
  });

  app.delete('/third', async (c) => {
    await threes.refuse(db, c.var.actor);
    return c.redirect(HOME, 303);
  });

  app.route('/rounds', roundRoutes(house));
  app.route('/answers', answerRoutes(house));

  async function content(c: Context<HouseEnv>, form?: Form): Promise<Child> {
    const { actor } = c.var;
    const [mine, introductions, offer, next, vocabulary] = await Promise.all([
      optIns.mine(db, actor),
      groups.mine(db, actor),
      threes.offered(db, actor),
      rhythm.next(db, actor.at),
      reference.terms.current(db, actor.at),
    ]);
    const kept = filled({ meets: 'either', ...mine, address: mine?.showsAddress ? 'yes' : '' });
    return (
      <>
        {form && <ErrorSummary form={form} />}
        <IntroductionsPage
          mine={mine}
          introductions={introductions}
          questions={questionsOf(introductions[0]?.round ?? 0)}
          offered={offer !== null}
          next={next}
          form={form ?? kept}
          languages={vocabulary.choices('language')}
          writeTo={options.writeTo}
          runs={may(actor, 'run rounds', {})}
        />
      </>
    );
  }

  return app;
}
