import { Hono } from 'hono';
import { signedInOnly, unkept } from '#features/account/index.ts';
import { people } from '#features/people/index.ts';
import { filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as answers from './answers.ts';
import { inputFor } from './input.ts';
import { allow } from './policy.ts';
import { keyFrom } from './pseudonym.ts';
import { questionsFor } from './questions.ts';
import { NoCountryPage, QuestionsPage } from './views/questions.tsx';

/** The voluntary questions about oneself. Mounted at /account/about-you. */
export function routes({ db, config }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const key = keyFrom(config.secret);
  const title = () => t('A few questions about you');
  app.use('*', unkept, signedInOnly);

  app.get('/', async (c) => {
    const { actor } = c.var;
    allow(actor, 'answer', {});
    const person = await people.byId(db, actor.id ?? '');
    if (person.country === null)
      return c.render(<NoCountryPage profile={`/people/${person.address}`} />, { title: title() });
    const given = await answers.of(db, key, person.id);
    const page = (
      <QuestionsPage
        questions={questionsFor(person.country)}
        form={filled(given)}
        answered={Object.keys(given).length > 0}
        said={c.req.query('said')}
      />
    );
    return c.render(page, { title: title() });
  });

  app.put('/', async (c) => {
    const { actor } = c.var;
    allow(actor, 'answer', {});
    const { country } = await people.byId(db, actor.id ?? '');
    if (country === null) return c.redirect('/account/about-you', 303);
    const questions = questionsFor(country);
    const page = {
      title: title(),
      again: (form: ReturnType<typeof filled>) => <QuestionsPage questions={questions} form={form} answered={false} />,
    };
    return submit(c, inputFor(questions), page, async (given) => {
      await answers.give(db, key, given, actor);
      return c.redirect(`/account/about-you?said=${Object.keys(given).length > 0 ? 'kept' : 'gone'}`, 303);
    });
  });

  app.delete('/', async (c) => {
    await answers.withdraw(db, key, c.var.actor);
    return c.redirect('/account/about-you?said=gone', 303);
  });

  return app;
}
