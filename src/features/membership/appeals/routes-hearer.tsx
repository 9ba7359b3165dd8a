import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { NotFound } from '#kernel/errors.ts';
import * as files from '#kernel/files/index.ts';
import { emptyForm, type Form, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as appeals from '../appeals.ts';
import * as assessments from '../assessments.ts';
import * as calls from '../calls.ts';
import * as criteria from '../criteria.ts';
import * as decisions from '../decisions.ts';
import { worksOf } from '../drafts.ts';
import * as otherWays from '../other-ways.ts';
import { allow } from '../policy.ts';
import * as submissions from '../submissions.ts';
import { AppealsPage } from '../views/appeals/appeals.tsx';
import { HearingPage } from '../views/appeals/hearing.tsx';
import * as endings from './endings.ts';
import * as hearings from './hearings.ts';
import { AnswerInput, OutcomeInput } from './input.ts';

const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** Appeals, for those who had no part in what is appealed against. Mount at /assessing/appeals. */
export function routes({ db, config, storage }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.get('/', async (c) => {
    const { actor } = c.var;
    const page = Page.parse(c.req.query('page'));
    const props = {
      ...(await hearings.list(db, page, actor)),
      page,
      community: await settings.read(db),
      now: actor.at,
    };
    const about = { title: t('Appeals'), wide: true, unlisted: true, elements: ['queue-keys'] };
    return c.render(<AppealsPage {...props} />, about);
  });

  app.get('/:short', async (c) => {
    const hearing = await hearings.find(db, c.req.param('short'), c.var.actor);
    return c.render(await hearingPage(c, hearing, emptyForm), { title: titleOf(hearing), unlisted: true });
  });

  app.get('/:short/files/:key', async (c) => {
    const { application } = await hearings.find(db, c.req.param('short'), c.var.actor);
    const asked = await criteria.of(db, application.criteriaVersionId);
    const id = asked.find(({ key }) => key === c.req.param('key'))?.id ?? '';
    const file = (await otherWays.sentFiles(db, application.submissionId ?? ''))[id];
    if (!file) throw new NotFound();
    return files.serve(storage, await files.find(db, file.id), c.req.raw.headers);
  });

  app.post('/:short/turns', async (c) => {
    const hearing = await openOne(c);
    const again = (form: Form) => hearingPage(c, hearing, form);
    return submit(c, AnswerInput, { title: titleOf(hearing), again }, async ({ words }) => {
      await appeals.answer(db, hearing, words, config.url, c.var.actor);
      return c.redirect(`/assessing/appeals/${hearing.shortId}`, 303);
    });
  });

  app.put('/:short/outcome', async (c) => {
    const hearing = await openOne(c);
    const again = (form: Form) => hearingPage(c, hearing, form);
    return submit(c, OutcomeInput, { title: titleOf(hearing), again }, async ({ outcome, letter }) => {
      if (outcome === 'admitted') await endings.admit(db, hearing, letter, config.url, c.var.actor);
      else if (outcome === 'reopened') await endings.reopen(db, hearing, letter, config.url, c.var.actor);
      else await endings.notUphold(db, hearing, letter, config.url, c.var.actor);
      return c.redirect(`/assessing/appeals/${hearing.shortId}`, 303);
    });
  });

  async function openOne(c: Context<HouseEnv, '/:short'>) {
    const hearing = await hearings.find(db, c.req.param('short'), c.var.actor);
    allow(c.var.actor, 'hear', hearing);
    if (hearing.outcome) throw appeals.over();
    return hearing;
  }

  async function hearingPage(c: Context<HouseEnv>, hearing: hearings.Hearing, form: Form) {
    const { id, submissionId, criteriaVersionId } = hearing.application;
    const appeal = await appeals.of(db, id);
    const props = {
      hearing,
      turns: await appeals.turnsOf(db, hearing.id),
      outcome: appeal?.id === hearing.id ? appeal.outcome : null,
      criteria: await criteria.of(db, criteriaVersionId),
      answers: await submissions.answersOf(db, submissionId ?? ''),
      files: await otherWays.sentFiles(db, submissionId ?? ''),
      told: await calls.of(db, submissionId ?? ''),
      works: await worksOf(db, id),
      given: await assessments.of(db, submissionId ?? ''),
      decisions: await decisions.of(db, id),
      community: await settings.read(db),
    };
    return <HearingPage {...props} form={form} now={c.var.actor.at} />;
  }

  return app;
}

function titleOf({ application: { name } }: hearings.Hearing): string {
  return t('Appeal of {name}', { name });
}
