import { Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import { COUNTRIES } from '#kernel/countries.ts';
import { NotFound } from '#kernel/errors.ts';
import { emptyForm, type Form, filled, submit } from '#kernel/forms.ts';
import type { House } from '#kernel/house.ts';
import * as jobs from '#kernel/jobs.ts';
import type { Room } from '#kernel/rooms.ts';
import * as settings from '#kernel/settings.ts';
import type { HouseEnv } from '#kernel/web/env.ts';
import { t } from '#kernel/words.ts';
import * as advice from './advice.ts';
import * as community from './community.ts';
import {
  AdviceInput,
  AppointmentInput,
  ClosingInput,
  EvidenceInput,
  KeepingInput,
  Place,
  RoomName,
  SettingsInput,
} from './input.ts';
import * as keeping from './keeping.ts';
import { allow } from './policy.ts';
import * as rooms from './rooms.ts';
import { type Forms, StewardPage } from './views/steward.tsx';

/** The steward's page: the first steps, settings, roles, and jobs that failed for good. */
export function routes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();

  app.use(async (c, next) => {
    allow(c.var.actor, 'steward', {});
    await next();
  });

  app.get('/', async (c) => c.render(await page(), { title: title() }));

  app.put('/settings', (c) =>
    submit(c, SettingsInput, again('settings'), async (wanted) => {
      await community.set(db, wanted, c.var.actor);
      return c.redirect('/steward', 303);
    }),
  );

  app.put('/keeping', (c) =>
    submit(c, KeepingInput, again('keeping'), async (kept) => {
      await keeping.keep(db, kept, c.var.actor);
      return c.redirect('/steward#keeping', 303);
    }),
  );

  app.put('/advice', (c) =>
    submit(c, AdviceInput, again('advice'), async (addresses) => {
      await advice.advise(db, addresses, c.var.actor);
      return c.redirect('/steward#advice', 303);
    }),
  );

  app.put('/evidence', (c) =>
    submit(c, EvidenceInput, again('evidence'), async ({ profile }) => {
      await keeping.gradeBy(db, profile, c.var.actor);
      return c.redirect('/steward#evidence', 303);
    }),
  );

  app.put('/rooms/:room/opening', async (c) => {
    await rooms.open(db, roomIn(c.req.param('room')), c.var.actor);
    return c.redirect('/steward#rooms', 303);
  });

  app.delete('/rooms/:room/opening', async (c) => {
    const room = roomIn(c.req.param('room'));
    return submit(c, ClosingInput, again('rooms'), async ({ sentence }) => {
      await rooms.close(db, room, sentence, c.var.actor);
      return c.redirect('/steward#rooms', 303);
    });
  });

  app.post('/roles', (c) =>
    submit(c, AppointmentInput, again('roles'), async (appointment) => {
      await community.appoint(db, appointment, c.var.actor);
      return c.redirect('/steward#roles', 303);
    }),
  );

  app.delete('/roles/:person/:role/:country', async (c) => {
    const actor: Actor = c.var.actor;
    const place = Place.safeParse(c.req.param());
    if (!place.success) throw new NotFound();
    const { person, role, country } = place.data;
    await community.dismiss(db, person, { role, country: country === 'all' ? null : country }, actor);
    return c.redirect('/steward#roles', 303);
  });

  app.put('/jobs/:job{[0-9]{1,18}}', async (c) => {
    await community.retry(db, c.req.param('job'), c.var.actor);
    return c.redirect('/steward#jobs', 303);
  });

  return app;

  function again(name: keyof Forms) {
    return { title: title(), again: (form: Form) => page({ [name]: form }) };
  }

  async function page(failed: Partial<Forms> = {}) {
    const [now, steps, holders, letters] = await Promise.all([
      settings.read(db),
      community.steps(db),
      community.holders(db),
      jobs.deadLetters(db),
    ]);
    const stored: Forms = {
      settings: filled({
        name: now['community.name'],
        strapline: now['community.strapline'],
        assessments: now['membership.assessments'],
        promiseDays: now['membership.promise-days'],
      }),
      keeping: filled({
        draftMonths: now['retention.draft-months'],
        applicationMonths: now['retention.application-months'],
        letterDays: now['retention.letter-days'],
      }),
      evidence: filled({ profile: now['evidence.profile'] }),
      rooms: filled({ sentence: now['rooms.joining-sentence'] }),
      advice: filled(Object.fromEntries(COUNTRIES.map((country) => [country, now[`advice.${country}`]]))),
      roles: emptyForm,
    };
    const forms = { ...stored, ...failed };
    return <StewardPage community={now} steps={steps} forms={forms} holders={holders} deadLetters={letters} />;
  }
}

function title(): string {
  return t('Looking after the community');
}

function roomIn(name: string): Room {
  const { data } = RoomName.safeParse(name);
  if (!data) throw new NotFound();
  return data;
}
