import type { State } from '#features/work/index.ts';
import { ROWS as BEYOND } from './works-beyond.ts';
import { ROWS as HOSPITAL } from './works-hospital.ts';

/** Weights of the four modes as digits (iterative, pathways, operating model, community), then the state. */
export type Told = {
  title: string;
  problem: string;
  aim: string;
  tried: string;
  modes: string;
  state: State;
  lesson: string;
};

/** `at`: the kinds of organisation that it suits, with bars between them, or one by name. */
export type Row = Omit<Told, 'lesson'> & { at: string; lesson?: string };

/** What people tell in their own words: from hospitals and from everywhere else, in turn. All invented. */
export const TOLD: (Told & { at: string })[] = Array.from(
  { length: Math.max(HOSPITAL.length, BEYOND.length) },
  (_, n) => [HOSPITAL[n], BEYOND[n]].flatMap((row) => (row ? [{ lesson: '', ...row }] : [])),
).flat();

/** The work that the journeys follow. */
export const HOME_BEFORE_LUNCH: Told = {
  title: 'Home before lunch: ready for discharge by 11',
  problem:
    'People who were well enough to go home in the morning left in the late afternoon, tired, in the dark, without their medicines.\n\nBeds that were free at four could not be used until the next day.',
  aim: 'Bring the average wait from “ready to go” to “on the way” from an hour to under fifty minutes by the end of 2024.',
  tried:
    'Two nurses meet for five minutes at eight and name who could go. Medicines are ordered the day before. The pharmacist comes to the ward. A volunteer rings the family at nine.',
  modes: '3100',
  state: 'sustained',
  lesson: 'The huddle needs two people who may decide, and no more. Ring the family before you ring the pharmacy.',
};

/** What an adapted piece of work says of itself. */
export const ADAPTED_STATES: State[] = ['testing', 'sustained', 'testing', 'spreading', 'stopped', 'idea', 'sustained'];

/** How a second place began with what a first had told. */
export const ADAPTED = [
  'We read about it here and rang them. What they would leave out next time, we left out.',
  'Two of us went to see it. We kept the idea and changed who does it, because nobody here has that job.',
  'We began with half: one team, four weeks, and a date on which we would decide.',
  'They sent us their forms. We threw the forms away and kept the first question.',
  'Same idea, fewer people: we are a quarter of their size.',
];

/** What the next person should know, from those who tried it a second time and stopped. */
export const LESSONS = [
  'It needed somebody senior who could say yes on the day. We never found them.',
  'Our data came a month late, so nobody could see whether it helped. Count by hand for a fortnight first.',
  'We changed three things at once and cannot say which one mattered.',
  'The team was moved before winter. Ask who will still be here in six months.',
];
