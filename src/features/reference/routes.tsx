import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { Child } from '#kernel/ui/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as editing from './editing.ts';
import * as terms from './terms.ts';
import { kindName, TermPage, VocabularyPage } from './views/vocabulary.tsx';

const TermInput = z.object({
  name: z
    .string({ error: () => t('Give the word that people choose.') })
    .trim()
    .min(1, { error: () => t('Give the word that people choose.') })
    .max(80, { error: () => t('Please keep the word under 80 characters.') }),
  note: z
    .string()
    .trim()
    .max(300, { error: () => t('Please keep this under 300 characters.') })
    .default(''),
});

const Kind = z.enum(terms.TERM_KINDS);

/** The words that people choose from, for those who look after them. */
export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.use(async (c, next) => {
    editing.allow(c.var.actor, 'edit-terms', {});
    await next();
  });

  app.get('/', (c) => c.redirect('/vocabulary/sector', 302));

  app.get('/:kind', async (c) => {
    const kind = kindIn(c);
    return c.render(await list(kind, emptyForm), { title: kindName(kind), unlisted: true });
  });

  app.post('/:kind', async (c) => {
    const kind = kindIn(c);
    const again = (form: Form) => list(kind, form);
    return submit(c, TermInput, { title: kindName(kind), again }, async (wording) => {
      await editing.add(db, kind, wording, c.var.actor);
      return c.redirect(`/vocabulary/${kind}`, 303);
    });
  });

  app.get('/:kind/:key', async (c) => {
    const term = await find(c);
    return c.render(<TermPage term={term} form={filled(term)} />, { title: term.name, unlisted: true });
  });

  app.put('/:kind/:key', async (c) => {
    const term = await find(c);
    const again = (form: Form) => <TermPage term={term} form={form} />;
    return submit(c, TermInput, { title: term.name, again }, async (wording) => {
      await editing.reword(db, term, wording, c.var.actor);
      return c.redirect(`/vocabulary/${term.kind}`, 303);
    });
  });

  app.put('/:kind/:key/retirement', async (c) => {
    const term = await find(c);
    await editing.retire(db, term, c.var.actor);
    return c.redirect(`/vocabulary/${term.kind}`, 303);
  });

  app.delete('/:kind/:key/retirement', async (c) => {
    const term = await find(c);
    await editing.restore(db, term, c.var.actor);
    return c.redirect(`/vocabulary/${term.kind}`, 303);
  });

  return app;

  function kindIn(c: Context<HouseEnv>): terms.TermKind {
    const kind = Kind.safeParse(c.req.param('kind'));
    if (!kind.success) throw new NotFound();
    return kind.data;
  }

  function find(c: Context<HouseEnv>): Promise<terms.Term> {
    return editing.find(db, kindIn(c), (c.req.param('key') ?? '').replaceAll('\0', ''));
  }

  async function list(kind: terms.TermKind, form: Form): Promise<Child> {
    return <VocabularyPage kind={kind} terms={(await terms.read(db)).all(kind)} form={form} />;
  }
}
