import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { NotFound } from '#kernel/errors.ts';
import { type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as pages from './pages.ts';
import { allow, may } from './policy.ts';
import { EditPage } from './views/edit.tsx';
import { History } from './views/history.tsx';
import { Page } from './views/page.tsx';

const RevisionInput = z.object({
  title: z
    .string({ error: () => t('Give the page a title.') })
    .max(120, { error: () => t('Please keep the title under 120 characters.') }),
  body: z
    .string({ error: () => t('Write the text of the page.') })
    .max(60_000, { error: () => t('Please keep the text under 60,000 characters.') }),
  note: z
    .string()
    .max(300, { error: () => t('Please keep this under 300 characters.') })
    .default(''),
  since: z.coerce.number().int().min(0).catch(0),
  button: z.enum(['save', 'preview']).catch('save'),
});

export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/:page', async (c) => {
    const page = await pages.current(db, keyOf(c));
    const steward = may(c.var.actor, 'revise', page.page);
    return c.render(<Page version={page} prose={page.prose} steward={steward} />, { title: page.title });
  });

  app.get('/:page/edit', async (c) => {
    allow(c.var.actor, 'revise', keyOf(c));
    const latest = await pages.current(db, keyOf(c));
    const form = filled({ title: latest.title, body: latest.body });
    return c.render(<EditPage latest={latest} form={form} />, { title: t('Edit a page') });
  });

  app.put('/:page', async (c) => {
    const actor = c.var.actor;
    const key = keyOf(c);
    allow(actor, 'revise', key);
    const title = t('Edit a page');
    return submit(
      c,
      RevisionInput,
      {
        title,
        again: async (form) => <EditPage latest={await pages.current(db, key)} form={form} since={sinceOf(form)} />,
      },
      async (revision) => {
        if (revision.button === 'preview') {
          const latest = await pages.current(db, key);
          const preview = await pages.proseOf(db, revision.body);
          return c.render(
            <EditPage latest={latest} form={filled(revision)} since={revision.since} preview={preview} />,
            { title },
          );
        }
        await pages.revise(db, key, revision, actor);
        return c.redirect(`/pages/${key}`, 303);
      },
    );
  });

  app.get('/:page/versions', async (c) => {
    const [latest, ...earlier] = await pages.history(db, keyOf(c));
    if (!latest) throw new NotFound();
    return c.render(<History versions={[latest, ...earlier]} />, { title: t('Versions'), unlisted: true });
  });

  app.get('/:page/versions/:version{[0-9]{1,6}}', async (c) => {
    const version = await pages.find(db, keyOf(c), Number(c.req.param('version')));
    return c.render(<Page version={version} prose={version.prose} steward={false} past />, {
      title: version.title,
      unlisted: true,
    });
  });

  return app;
}

/** Whoever was told that somebody was faster has been told: their next save follows the newest. */
function sinceOf({ typed, errors }: Form): number | undefined {
  return errors.form ? undefined : Number(typed.since) || undefined;
}

function keyOf(c: Context<HouseEnv>): pages.PageKey {
  const key = pages.PAGES.find((page) => page === c.req.param('page'));
  if (!key) throw new NotFound();
  return key;
}
