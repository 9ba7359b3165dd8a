import type { House } from '#kernel/house.ts';
import type { Handlers } from '#kernel/jobs.ts';
import * as imports from './import/imports.ts';
import { make } from './import/making.ts';
import * as reminders from './measures/reminders.ts';

export function jobs({ db, clock, config }: House): Handlers {
  return {
    'work.import': async ({ import: id }) => (id ? make(db, id, config.url, clock()) : undefined),
    'work.imports.sweep': () => imports.sweep(db, clock()),
    'work.remind': () => reminders.send(db, config.url, clock()),
  };
}
