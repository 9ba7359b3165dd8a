import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from './support/house.ts';
import { connectUndoing, undone } from './support/undoing.ts';
import { testParents } from './who-may/parents.ts';
import { TABLE } from './who-may/rooms/index.ts';
import { pathIn, type Stage, send, setStage } from './who-may/scenes.ts';
import { type Answers, everybody, READERS } from './who-may/table.ts';

let house: TestHouse;
let stage: Stage;

beforeAll(async () => {
  house = await openHouse({ connected: connectUndoing });
  stage = await setStage(house);
});
afterAll(() => house.close());

test('the table speaks of every route that the app has, and of no other', () => {
  // `ALL` is what happens to each request before and after a room answers it: no place of its own.
  const places = house.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(TABLE).sort()).toEqual([...new Set(places)].sort());
});

test.each(Object.entries(TABLE))('%s answers each reader as the table says', async (route, { scenes }) => {
  const given: Record<string, Answers> = {};
  for (const name of Object.keys(scenes)) {
    const path = pathIn(route, stage.scenes[name] ?? {});
    const answers = everybody(0);
    for (const reader of READERS)
      answers[reader] = (await undone(house.db, () => send(stage.browsers[reader], route, path))).status;
    given[name] = answers;
  }
  expect(given).toEqual(scenes);
});

testParents(() => stage);
