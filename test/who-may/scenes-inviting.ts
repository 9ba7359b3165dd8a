import { imports, readSheet } from '#features/imports/index.ts';
import { campaigns, invitations } from '#features/inviting/index.ts';
import type { TestHouse } from '../support/house.ts';
import type { Scene } from './scenes.ts';
import { tokenTo } from './scenes-work.ts';

/** An invitation that nobody has answered, and campaigns that run and that do not yet. */
export async function invitingScenes(house: TestHouse): Promise<Record<string, Scene>> {
  const { db, config } = house;
  const email = 'wanted@strangers.example';
  const given = { name: 'Wilma Wanted', email, note: 'You would like it here.' };
  await invitations.invite(db, given, config, await house.actor('amina'));
  const steward = await house.actor('sian');
  const plan = { words: 'Come in.', country: null, sector: null, background: null, goal: 5 };
  const dates = { opensOn: '2026-01-01', closesOn: '2026-12-31' };
  const running = await campaigns.make(db, { ...plan, ...dates, title: 'Running now' }, steward);
  const next = { opensOn: '2027-01-01', closesOn: '2027-12-31' };
  const coming = await campaigns.make(db, { ...plan, ...next, title: 'Next year' }, steward);
  const upload = (rows: string) =>
    imports.upload(db, readSheet(new TextEncoder().encode(`Name,E-mail\n${rows}`)), 'list.csv', steward);
  const faulty = await upload('Faye Fault,nonsense\nGil Good,gil@lists.example');
  const sound = await upload('Sam Sound,sam@lists.example');
  const began = await upload('Bea Brought,bea@lists.example');
  await imports.start(db, await imports.find(db, began, steward), [], config.secret, steward);
  await house.work();
  return {
    'an invitation to join': { token: await tokenTo(house, email, 'join/invited') },
    'a sheet with a fault': { id: faulty },
    'a sound sheet': { id: sound },
    'somebody brought in': { token: await tokenTo(house, 'bea@lists.example', 'join/brought-in') },
    'a campaign': { slug: running },
    'a campaign of next year': { slug: coming },
  };
}
