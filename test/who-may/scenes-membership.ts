import { conflicts, criteria, criteriaDrafts, founding, panel } from '#features/membership/index.ts';
import { ORIGIN, type TestHouse } from '../support/house.ts';
import { appeal, apply, askedFor, assessBy, begin, good, recording, refuse, tell } from '../support/joining.ts';
import type { Scene } from './scenes.ts';
import { tokenTo } from './scenes-work.ts';

/** Applications in England, in the states in which different people may do something. */
export async function membershipScenes(house: TestHouse): Promise<Record<string, Scene>> {
  const { db } = house;
  const assessor = await house.actor('priya');
  const email = 'founder@strangers.example';
  const given = { name: 'Ivy Brook', email, reason: 'You have done this for years.' };
  const invitation = await founding.invite(db, given, ORIGIN, await house.actor('sian'));
  const draft = await begin(house, 'draft@strangers.example');
  const asked = await askedOf(house, assessor.id ?? '');
  const ready = await apply(house, 'ready@strangers.example');
  await assessBy(house, ready.shortId, [good, good]);
  const known = await apply(house, 'known@strangers.example');
  await conflicts.declare(db, await panel.find(db, known.shortId, assessor), ORIGIN, assessor);
  const withdrawn = await apply(house, 'withdrawn@strangers.example');
  await (await house.as()).put(`${withdrawn.link}/withdrawal`);
  const visitor = await house.as();
  await visitor.put(`${draft}/answers/influence/file`, { file: recording() });
  const told = await tell(house, 'told@strangers.example');
  const speaker = 'speaker@strangers.example';
  const speaks = { 'speaks-name': 'Una Speaker', 'speaks-email': speaker };
  await visitor.put(`${asked.link}/referee`, speaks);
  const refused = await refuse(house, 'refused@strangers.example');
  const appealed = await appeal(house, 'appeal@strangers.example', 'You read the first page only.');
  const steward = await house.actor('sian');
  await criteriaDrafts.begin(db, steward);
  const [written] = await criteria.of(db, (await criteriaDrafts.find(db, steward))?.id ?? '');
  return {
    'criteria being written': { criterion: written?.id ?? '' },
    'an application to read': { short: asked.shortId, token: tokenIn(asked.link), key: 'influence' },
    'an application by file and by telephone': { short: told.shortId, key: 'influence' },
    'an application answered not now': { token: tokenIn(refused.link) },
    'an appeal': { token: tokenIn(appealed.link), short: appealed.short, key: 'influence' },
    'somebody who was named': { token: await tokenTo(house, speaker, 'join/speaking') },
    'an application to decide': { short: ready.shortId },
    'an application of somebody whom the assessor knows': { short: known.shortId },
    'a withdrawn application': { short: withdrawn.shortId, key: 'influence' },
    'the link to a draft': { token: tokenIn(draft), key: 'influence' },
    'an invitation': { id: invitation, token: await tokenTo(house, email, 'join/invitations') },
  };
}

/** An application that this assessor was asked to read; seats go to those who have least to read. */
async function askedOf(house: TestHouse, assessor: string) {
  for (let n = 1; n < 9; n++) {
    const sent = await apply(house, `sent${n}@strangers.example`);
    if ((await askedFor(house, sent.shortId)).includes(assessor)) return sent;
  }
  throw new Error('the assessor was asked to read nothing');
}

function tokenIn(link: string): string {
  return link.split('/').at(-1) ?? '';
}
