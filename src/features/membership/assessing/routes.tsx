import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { Invalid, NotFound } from '#kernel/errors.ts';
import * as files from '#kernel/files/index.ts';
import { type Form, submit, type Typed } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as assessments from '../assessments.ts';
import * as calls from '../calls.ts';
import { compose } from '../composing.ts';
import * as conflicts from '../conflicts.ts';
import * as criteria from '../criteria.ts';
import * as decisions from '../decisions.ts';
import { needsOf, worksOf } from '../drafts.ts';
import * as otherWays from '../other-ways.ts';
import * as panel from '../panel.ts';
import { allow, may } from '../policy.ts';
import * as queue from '../queue.ts';
import * as referees from '../referees.ts';
import * as submissions from '../submissions.ts';
import { DecisionForm } from '../views/decision-form.tsx';
import { QueuePage } from '../views/queue.tsx';
import { titleOf as nameIn, ReadingPage } from '../views/reading.tsx';
import { OUTCOMES } from '../words.ts';
import { CallNotesInput, DecisionInput, ViewsInput, viewsOf } from './input.ts';

const Wanted = z.object({
  show: z.enum(queue.SHOWS).catch('open'),
  sort: z.enum(queue.SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const OutcomeQuery = z.enum(OUTCOMES).catch('admitted');

export function routes({ db, config, storage }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const { actor } = c.var;
    allow(actor, 'see-queue', {});
    const wanted = Wanted.parse(c.req.query());
    const found = await queue.list(db, wanted, actor);
    const props = { ...found, wanted, community: await settings.read(db), now: actor.at };
    const page = { title: t('Applications to read'), wide: true, unlisted: true, elements: ['queue-keys'] };
    return c.render(<QueuePage {...props} />, page);
  });

  app.get('/:short', async (c) => {
    const reading = await panel.find(db, c.req.param('short'), c.var.actor);
    return c.render(await readingPage(c, reading), { title: titleOf(reading), unlisted: true });
  });

  app.post('/:short/assessments', async (c) => {
    const reading = await panel.find(db, c.req.param('short'), c.var.actor);
    assessments.requireTurn(reading, c.var.actor);
    const again = (form: Form) => readingPage(c, reading, form.typed, form.errors);
    return submit(c, ViewsInput, { title: titleOf(reading), again }, async (typed) => {
      const asked = await criteria.of(db, reading.criteriaVersionId);
      await assessments.give(db, reading, viewsOf(typed, asked), config.url, c.var.actor);
      return c.redirect(`/assessing/${reading.shortId}`, 303);
    });
  });

  app.get('/:short/files/:key', async (c) => {
    const reading = await panel.find(db, c.req.param('short'), c.var.actor);
    const file = await fileOf(reading, c.req.param('key'));
    return files.serve(storage, await files.find(db, file), c.req.raw.headers);
  });

  app.put('/:short/call', async (c) => {
    const reading = await panel.find(db, c.req.param('short'), c.var.actor);
    allow(c.var.actor, 'note-call', reading);
    const again = (form: Form) => readingPage(c, reading, form.typed, form.errors);
    return submit(c, CallNotesInput, { title: titleOf(reading), again }, async ({ notes }) => {
      await calls.note(db, reading, notes, c.var.actor);
      return c.redirect(`/assessing/${reading.shortId}#call`, 303);
    });
  });

  app.put('/:short/conflict', async (c) => {
    const reading = await panel.find(db, c.req.param('short'), c.var.actor);
    await conflicts.declare(db, reading, config.url, c.var.actor);
    return c.redirect('/assessing', 303);
  });

  app.get('/:short/decision', async (c) => {
    const reading = await panel.find(db, c.req.param('short'), c.var.actor);
    if (!may(c.var.actor, 'decide', reading)) return c.redirect(`/assessing/${reading.shortId}`, 303);
    const outcome = OutcomeQuery.parse(c.req.query('outcome'));
    const given = await assessments.of(db, reading.submissionId ?? '');
    const letter = compose(outcome, {
      application: reading,
      criteria: await criteria.of(db, reading.criteriaVersionId),
      assessments: given,
      community: (await settings.read(db))['community.name'],
      from: c.var.actor.name ?? '',
    });
    const form = { typed: { outcome, letter, submission: reading.submissionId ?? '' }, errors: {} };
    const page = <DecisionForm reading={reading} outcome={outcome} form={form} divided={assessments.disagree(given)} />;
    return c.render(page, { title: t('Decide'), unlisted: true });
  });

  app.put('/:short/decision', async (c) => {
    const { actor } = c.var;
    const reading = await panel.find(db, c.req.param('short'), actor);
    decisions.requireReady(reading, actor);
    const divided = assessments.disagree(await assessments.of(db, reading.submissionId ?? ''));
    const again = (form: Form) => (
      <DecisionForm reading={reading} outcome={OutcomeQuery.parse(form.typed.outcome)} form={form} divided={divided} />
    );
    return submit(c, DecisionInput, { title: t('Decide'), again }, async ({ outcome, submission, ...given }) => {
      if (outcome === null) throw new Invalid({ form: t('Choose what you decide.') });
      // The submission that the decider had before them: a letter never answers something they have not read.
      const read = { ...reading, submissionId: submission };
      if (outcome === 'admitted') await decisions.admit(db, read, given, config.url, actor);
      else if (outcome === 'more-needed') await decisions.askForMore(db, read, given, config.url, actor);
      else await decisions.notNow(db, read, given, config.url, actor);
      return c.redirect(`/assessing/${reading.shortId}`, 303);
    });
  });

  async function readingPage(c: Context<HouseEnv>, reading: panel.Reading, typed: Typed = {}, errors = {}) {
    const { actor } = c.var;
    const submissionId = reading.submissionId ?? '';
    const props = {
      reading,
      criteria: await criteria.of(db, reading.criteriaVersionId),
      answers: await submissions.answersOf(db, submissionId),
      works: await worksOf(db, reading.id),
      given: may(actor, 'see-assessments', reading) ? await assessments.of(db, submissionId) : [],
      // Who reads afresh after an appeal does not begin with what others made of it.
      decisions:
        reading.isReadAgain && !may(actor, 'see-assessments', reading) ? [] : await decisions.of(db, reading.id),
      more: await moreOf(reading),
      nearby: await queue.nearby(db, reading, actor),
      community: await settings.read(db),
      may: {
        assess: may(actor, 'assess', reading),
        decide: may(actor, 'decide', reading),
        declareConflict: may(actor, 'declare-conflict', reading),
        noteCall: may(actor, 'note-call', reading),
      },
    };
    return <ReadingPage {...props} form={{ typed, errors }} now={actor.at} />;
  }

  async function moreOf({ id, submissionId }: panel.Reading) {
    return {
      files: await otherWays.sentFiles(db, submissionId ?? ''),
      call: (await otherWays.of(db, { id })).call,
      note: await calls.of(db, submissionId ?? ''),
      needs: await needsOf(db, id),
      referee: await referees.of(db, id),
    };
  }

  /** The file that answers a question, where this reader may open it already. */
  async function fileOf(reading: panel.Reading, key: string): Promise<string> {
    const asked = (await criteria.of(db, reading.criteriaVersionId)).find((one) => one.key === key);
    const submissionId = reading.submissionId ?? '';
    const file = asked && (await otherWays.sentFiles(db, submissionId))[asked.id];
    if (!file) throw new NotFound();
    // Beside typed words a file waits; where it is the whole answer nobody could judge without it.
    if (reading.isHidden && (await submissions.answersOf(db, submissionId))[asked.id]) throw new NotFound();
    return file.id;
  }

  return app;
}

function titleOf(reading: panel.Reading): string {
  return t('Application of {name}', { name: nameIn(reading) });
}
