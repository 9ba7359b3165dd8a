import { type Context, Hono } from 'hono';
import { organisations } from '#features/organisations/index.ts';
import { Invalid } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, read, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { shortIdIn } from '#kernel/ids.ts';
import { identifying, LIMITS, readSheet, sentenceOf } from '#kernel/sheets/index.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as exporting from './import/exporting.ts';
import * as imports from './import/imports.ts';
import { mappingIn, typedOf, UploadInput } from './import/input.ts';
import { titlesOf } from './import/making.ts';
import { type Mapping, trialOf } from './import/trial.ts';
import { ImportPage } from './import/views/import-page.tsx';
import { Mapper } from './import/views/mapper.tsx';
import { UploadPage } from './import/views/upload-page.tsx';
import { allow, may } from './policy.ts';

const MOST_WORKS = { ...LIMITS, rows: 2000 };

/** Many pieces of work at once: in from a sheet, and out as one. */
export function importRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const title = () => t('Work from a sheet');

  app.get('/import', async (c) => c.render(await uploadPage(c, emptyForm), { title: title(), unlisted: true }));

  app.post('/import', async (c) => {
    allow(c.var.actor, 'import', {});
    const again = (form: Form) => uploadPage(c, form);
    return submit(c, UploadInput, { title: title(), again }, async ({ owner, sheet, nobody }, { file }) => {
      if (!file) throw new Invalid({ file: t('Choose a file.') });
      const { rows } = await readSheet(file, { limits: MOST_WORKS, sheet });
      const found = identifying(rows).map(sentenceOf).join(' ');
      if (found !== '' && nobody !== 'yes')
        throw new Invalid({
          nobody: t('Something here could identify a patient, so nothing was kept. {where}', { where: found }),
        });
      const { short } = await imports.upload(db, { rows, owner }, c.var.actor);
      return c.redirect(`/work/import/${short}`, 303);
    });
  });

  app.get('/import/:import', async (c) => {
    const imported = await imports.find(db, c.req.param('import'), c.var.actor);
    if (imported.startedAt || !imported.sheet || !may(c.var.actor, 'start import', imported))
      return c.render(<ImportPage imported={imported} />, { title: title(), unlisted: true });
    const mapping = mappingIn(c.req.query(), headingsOf(imported));
    return c.render(await mapper(imported, mapping, filled(typedOf(mapping))), { title: title(), unlisted: true });
  });

  app.put('/import/:import', async (c) => {
    const imported = await imports.find(db, c.req.param('import'), c.var.actor);
    allow(c.var.actor, 'start import', imported);
    const { typed } = await read(c);
    const mapping = mappingIn({ otherState: '', ...typed }, headingsOf(imported));
    try {
      await imports.start(db, imported, mapping, c.var.actor);
      return c.redirect(`/work/import/${imported.short}`, 303);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      c.status(422);
      const form = { typed: typedOf(mapping), errors: error.errors };
      return c.render(await mapper(imported, mapping, form), { title: title(), failed: true });
    }
  });

  app.delete('/import/:import', async (c) => {
    const imported = await imports.find(db, c.req.param('import'), c.var.actor);
    await imports.undo(db, imported, c.var.actor);
    return c.redirect(`/work/import/${imported.short}`, 303);
  });

  app.get('/export/:format{csv|json}', async (c) => {
    const { organisation } = c.req.query();
    const place = organisation ? await organisations.find(db, shortIdIn(organisation) ?? '') : null;
    const works = place ? await exporting.ofOrganisation(db, place.id) : await exporting.own(db, c.var.actor);
    const isCsv = c.req.param('format') === 'csv';
    return c.body(isCsv ? exporting.asCsv(works) : exporting.asJson(works), 200, {
      'Content-Type': isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="work.${isCsv ? 'csv' : 'json'}"`,
    });
  });

  return app;

  async function uploadPage(c: Context<HouseEnv>, form: Form) {
    const { actor } = c.var;
    allow(actor, 'import', {});
    const earlier = await imports.list(db, actor);
    return <UploadPage form={form} earlier={earlier} forOthers={may(actor, 'import for others', {})} />;
  }

  async function mapper(imported: imports.Import, mapping: Mapping, form: Form) {
    const trial = trialOf(imported.sheet ?? [], mapping, await titlesOf(db, imported.ownerId));
    return <Mapper imported={imported} form={form} trial={trial} ready={mapping.columns.title !== undefined} />;
  }
}

function headingsOf({ sheet }: imports.Import): string[] {
  return sheet?.[0]?.cells ?? [];
}
