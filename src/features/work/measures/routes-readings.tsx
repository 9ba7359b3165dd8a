import { type Context, Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, parse, read, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import { idIn, shortIdIn } from '#kernel/ids.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as works from '../works.ts';
import { seen, seenOf } from './chart-of.tsx';
import * as corrections from './corrections.ts';
import { givenIn } from './given.ts';
import { AnnotationInput, CorrectionInput, ReadingsInput, RebaseInput, WithdrawalInput } from './input.ts';
import * as marks from './marks.ts';
import * as measures from './measures.ts';
import type { Parsed } from './parse.ts';
import { allow } from './policy.ts';
import * as readings from './readings.ts';
import { MarksPage } from './views/marks-page.tsx';
import { ReadingForm, WithdrawalForm } from './views/reading-form.tsx';
import { ReadingsForm, ReadingsPreview } from './views/readings-form.tsx';

const BASE = '/:address/measures/:measure';

/** Readings in, changed and taken back; marks on the chart. Only for the team of the work. */
export function readingRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get(`${BASE}/readings`, async (c) =>
    c.render(await readingsForm(await findBoth(c), emptyForm), { title: t('Add readings') }),
  );

  app.post(`${BASE}/readings`, async (c) => {
    const both = await findBoth(c);
    const { typed, files } = await read(c);
    const input = parse(ReadingsInput, typed).data;
    const given = await givenIn(typed, files.file);
    const form = { typed: given.typed, errors: {} };
    if (input?.again) return c.render(await readingsForm(both, form), { title: t('Add readings') });
    const { parsed, errors } = given;
    if (Object.keys(errors).length > 0) return again(c, both, { ...form, errors }, parsed.problems);
    if (!input?.confirmed) return preview(c, both, parsed, form);
    return submit(
      c,
      ReadingsInput,
      { title: t('Add readings'), again: (failed) => readingsForm(both, failed) },
      async () => {
        await readings.record(db, both.work, both.measure, parsed.rows, c.var.actor);
        return c.redirect(both.base, 303);
      },
    );
  });

  app.delete(`${BASE}/batches/:batch`, async (c) => {
    const { work, measure, base } = await findBoth(c);
    await readings.undo(db, work, measure, idIn(c.req.param('batch')), c.var.actor);
    return c.redirect(base, 303);
  });

  app.get(`${BASE}/readings/:reading`, async (c) => {
    const { work, measure } = await findBoth(c);
    const reading = await findReading(measure, c.req.param('reading'));
    return c.render(
      <ReadingForm
        work={work}
        seen={await seen(db, measure)}
        reading={reading}
        form={filled({ value: reading.value })}
      />,
      { title: t('Change a reading') },
    );
  });

  app.put(`${BASE}/readings/:reading`, async (c) => {
    const { work, measure, base } = await findBoth(c);
    const reading = await findReading(measure, c.req.param('reading'));
    const again = async (form: Form) => (
      <ReadingForm work={work} seen={await seen(db, measure)} reading={reading} form={form} />
    );
    return submit(c, CorrectionInput, { title: t('Change a reading'), again }, async (correction) => {
      await corrections.correct(db, work, measure, reading.id, correction, c.var.actor);
      return c.redirect(base, 303);
    });
  });

  app.get(`${BASE}/readings/:reading/withdrawal`, async (c) => {
    const { work, measure } = await findBoth(c);
    const reading = await findReading(measure, c.req.param('reading'));
    return c.render(<WithdrawalForm work={work} seen={await seen(db, measure)} reading={reading} form={emptyForm} />, {
      title: t('Withdraw a reading'),
    });
  });

  app.put(`${BASE}/readings/:reading/withdrawal`, async (c) => {
    const { work, measure, base } = await findBoth(c);
    const reading = await findReading(measure, c.req.param('reading'));
    const again = async (form: Form) => (
      <WithdrawalForm work={work} seen={await seen(db, measure)} reading={reading} form={form} />
    );
    return submit(c, WithdrawalInput, { title: t('Withdraw a reading'), again }, async ({ reason }) => {
      await corrections.withdraw(db, work, measure, reading.id, reason, c.var.actor);
      return c.redirect(base, 303);
    });
  });

  app.get(`${BASE}/marks`, async (c) => {
    const { work, measure } = await findBoth(c);
    return c.render(<MarksPage work={work} seen={await seen(db, measure)} />, { title: t('Mark the chart') });
  });

  app.post(`${BASE}/rebases`, async (c) => {
    const { work, measure, base } = await findBoth(c);
    const again = async (form: Form) => (
      <MarksPage work={work} seen={await seen(db, measure)} failed={{ kind: 'rebase', form }} />
    );
    return submit(c, RebaseInput, { title: t('Mark the chart'), again }, async ({ startsOn, reason }) => {
      await marks.rebase(db, work, measure, { date: startsOn, reason }, c.var.actor);
      return c.redirect(base, 303);
    });
  });

  app.delete(`${BASE}/rebases/:rebase`, async (c) => {
    const { work, measure, base } = await findBoth(c);
    await marks.unrebase(db, work, measure, idIn(c.req.param('rebase')), c.var.actor);
    return c.redirect(base, 303);
  });

  app.post(`${BASE}/annotations`, async (c) => {
    const { work, measure, base } = await findBoth(c);
    const again = async (form: Form) => (
      <MarksPage work={work} seen={await seen(db, measure)} failed={{ kind: 'annotation', form }} />
    );
    return submit(c, AnnotationInput, { title: t('Mark the chart'), again }, async (given) => {
      await marks.annotate(db, work, measure, given, c.var.actor);
      return c.redirect(base, 303);
    });
  });

  app.delete(`${BASE}/annotations/:annotation`, async (c) => {
    const { work, measure, base } = await findBoth(c);
    await marks.unannotate(db, work, measure, idIn(c.req.param('annotation')), c.var.actor);
    return c.redirect(base, 303);
  });

  return app;

  type Both = { work: works.Work; measure: measures.Measure; base: string };

  async function findBoth(c: Context<HouseEnv>): Promise<Both> {
    const actor: Actor = c.var.actor;
    const work = await works.find(db, shortIdIn(c.req.param('address') ?? '') ?? '', actor);
    const measure = await measures.find(db, work, c.req.param('measure') ?? '', actor);
    allow(actor, 'measure', work);
    return { work, measure, base: `/work/${work.address}/measures/${measure.short}` };
  }

  async function readingsForm({ work, measure }: Both, form: Form, problems: Parsed['problems'] = []) {
    const [shown, batches] = await Promise.all([seen(db, measure), readings.batches(db, measure.id)]);
    return <ReadingsForm work={work} seen={shown} form={form} problems={problems} batches={batches} />;
  }

  async function again(c: Context<HouseEnv>, both: Both, form: Form, problems: Parsed['problems']) {
    c.status(422);
    return c.render(await readingsForm(both, form, problems), { title: t('Add readings'), failed: true });
  }

  /** The chart as it would be, together with what is there; dates that are there already are refused now, not later. */
  async function preview(c: Context<HouseEnv>, both: Both, parsed: Parsed, form: Form) {
    const [there, marked] = await Promise.all([readings.list(db, both.measure.id), marks.of(db, both.measure.id)]);
    const taken = readings.alreadyThere(there, parsed.rows);
    if (taken) return again(c, both, { ...form, errors: { text: taken } }, []);
    const rows = [...there, ...parsed.rows].sort((a, b) => (a.date < b.date ? -1 : 1));
    return c.render(<ReadingsPreview work={both.work} seen={seenOf(both.measure, rows, marked)} parsed={parsed} />, {
      title: t('Is this right?'),
    });
  }

  async function findReading(measure: measures.Measure, id: string) {
    const reading = (await readings.list(db, measure.id)).find((one) => one.id === id);
    if (!reading) throw new NotFound();
    return reading;
  }
}
