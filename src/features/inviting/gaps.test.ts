import { expect, test } from 'vitest';
import { gapsIn } from './gaps.ts';
import { type Step, thingToday } from './steps.ts';

test('what is missing is what there is less than half as much of as elsewhere, the widest gap first', () => {
  const counts = [
    { key: 'acute', here: 18, elsewhere: 50 },
    { key: 'housing', here: 0, elsewhere: 20 },
    { key: 'hospice', here: 1, elsewhere: 25 },
    { key: 'vcse', here: 1, elsewhere: 5 },
    { key: 'ambulance', here: 0, elsewhere: 4 },
  ];
  // 20 here, 104 elsewhere: spread alike, 3.8 would be in housing, 4.8 in hospices, 1 in the voluntary sector, 0.8 in ambulances
  expect(gapsIn(counts)).toEqual([
    { key: 'housing', here: 0, elsewhere: 20, likely: 4 },
    { key: 'hospice', here: 1, elsewhere: 25, likely: 5 },
  ]);
});

test('where nobody is yet, here or elsewhere, nothing can be said to be missing', () => {
  expect(gapsIn([{ key: 'acute', here: 0, elsewhere: 9 }])).toEqual([]);
  expect(gapsIn([{ key: 'acute', here: 9, elsewhere: 0 }])).toEqual([]);
});

test('the thing to do is one of what is not done, another every day, and none when all is', () => {
  const steps: Step[] = [
    { name: 'can-help', href: '/a', done: true },
    { name: 'comment', href: '/b', done: false },
    { name: 'invite', href: '/c', done: false },
  ];
  expect([thingToday(steps, '2026-11-02')?.name, thingToday(steps, '2026-11-03')?.name]).toEqual(['comment', 'invite']);
  expect(thingToday(steps.slice(0, 1), '2026-11-02')).toBeNull();
});
