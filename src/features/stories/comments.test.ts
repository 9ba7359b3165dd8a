import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '#test/cast.ts';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { storyTitled } from '#test/world/stories.ts';
import { comments, desk } from './index.ts';
import { jobs } from './jobs.ts';

let house: TestHouse;
let story: Awaited<ReturnType<typeof storyTitled>>;
let address: string;
beforeAll(async () => {
  house = await openHouse();
  story = await storyTitled(house.db, 'The village hall has better parking', await house.actor('niamh'));
  address = `/stories/${story.address}`;
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const email = 'Ada@Parking.example';
const said = { name: 'Ada Parker', email, body: 'We tried a chapel.\n\nIt was cold.' };

async function commentOf(body: string) {
  const { id } = await house.db
    .selectFrom('comments')
    .select('id')
    .where('body', 'like', `${body}%`)
    .executeTakeFirstOrThrow();
  return comments.byId(house.db, id, await house.actor('morag'));
}

/** The path of the link in the newest letter to somebody. */
async function linkTo(who: string): Promise<string> {
  const [letter] = await house.lettersTo(who);
  return /http:\/\/localhost:3000(\/comments\/[\w-]+)/.exec(letter?.body ?? '')?.[1] ?? '';
}

test('a comment stays private until its writer confirms it and a moderator approves it', async () => {
  const visitor = await house.as();
  const morag = await house.as('morag');
  const sent = await visitor.post(`${address}/comments`, said);
  expect(sent.headers.get('location')).toBe(`${address}?said=unconfirmed#comments`);
  expect(await text(visitor.get(`${address}?said=unconfirmed`))).toContain('look at your e-mail');
  expect(await text(morag.get('/moderation'))).not.toContain('We tried a chapel');

  const link = await linkTo(email);
  const opened = await text(visitor.get(link));
  expect(opened).toContain('We tried a chapel');
  expect(opened).toContain('noindex');
  expect(await text(morag.get('/moderation'))).not.toContain('We tried a chapel');
  expect((await visitor.put(`${link}/confirmation`)).status).toBe(303);
  expect((await visitor.put(`${link}/confirmation`)).status).toBe(303);

  const onDesk = await text(morag.get('/moderation'));
  expect(onDesk).toContain('We tried a chapel');
  expect(onDesk.toLowerCase()).not.toContain(email.toLowerCase());
  expect(await text(visitor.get(address))).not.toContain('We tried a chapel');

  const { short } = await commentOf('We tried a chapel');
  const approval = `${address}/comments/${short}/approval`;
  for (const name of ['amina', 'niamh', 'sian', undefined] as const) {
    const answer = await (await house.as(name)).put(approval);
    expect(answer.status).toBe(404);
  }
  expect((await morag.put(approval)).status).toBe(303);
  const page = await text(visitor.get(address));
  expect(page).toContain('<p>We tried a chapel.</p>');
  expect(page).toContain('Ada Parker');
  expect(page.toLowerCase()).not.toContain('parking.example');
  expect((await house.lettersTo(email))[0]?.subject).toContain('can be read now');
  expect((await house.lettersTo(cast.rhys.email))[0]?.subject).toContain('A comment on your story');

  expect((await (await house.as('amina')).delete(approval)).status).toBe(403);
  expect((await morag.delete(approval)).status).toBe(303);
  expect(await text(visitor.get(address))).not.toContain('We tried a chapel');
  expect((await desk.waiting(house.db, await house.actor('morag'))).map((one) => one.short)).toContain(short);
  await morag.put(approval);
});

test('moderators get one letter when their desk was empty, not one for each comment', async () => {
  const waiting = await desk.waiting(house.db, await house.actor('morag'));
  const morag = await house.as('morag');
  for (const one of waiting) await morag.put(`/stories/${one.storyAddress}/comments/${one.short}/approval`);
  const before = (await house.lettersTo(cast.morag.email)).length;
  await (await house.as('callum')).post(`${address}/comments`, { body: 'Which choir?' });
  await (await house.as('callum')).post(`${address}/comments`, { body: 'And which kettle?' });
  expect(await house.lettersTo(cast.morag.email)).toHaveLength(before + 1);
});

test('somebody who is signed in needs no letter, and sees their own comment while it waits', async () => {
  const amina = await house.as('amina');
  const sent = await amina.post(`${address}/comments`, {
    body: 'I would come for the choir alone.',
    name: 'Not Amina',
  });
  expect(sent.headers.get('location')).toBe(`${address}?said=waiting#comments`);
  const own = await text(amina.get(address));
  expect(own).toContain('I would come for the choir alone.');
  expect(own).toContain('Waiting for a moderator; only you see it');
  expect(own).not.toContain('Not Amina');
  expect(await text((await house.as('rhys')).get(address))).not.toContain('I would come for the choir alone.');
});

test('a moderator refuses with a reason, which is kept and sent; it can be undone', async () => {
  const morag = await house.as('morag');
  const { short } = await commentOf('I would come for the choir alone.');
  const one = `${address}/comments/${short}`;
  const empty = await morag.put(`${one}/refusal`, { reason: '' });
  expect(empty.status).toBe(422);
  expect(await text(empty)).toContain('Give a reason: it goes to whoever wrote the comment.');
  expect((await (await house.as('amina')).put(`${one}/refusal`, { reason: 'Mine' })).status).toBe(403);
  expect((await morag.put(`${one}/refusal`, { reason: 'The choir is not taking bookings.' })).status).toBe(303);
  expect((await house.lettersTo(cast.amina.email))[0]?.body).toContain('The choir is not taking bookings.');
  expect(await text(morag.get('/moderation'))).toContain('The choir is not taking bookings.');
  expect((await morag.put(`${one}/approval`)).status).toBe(409);
  expect(await text((await house.as()).get(address))).not.toContain('I would come for the choir alone.');
  expect((await (await house.as('rhys')).delete(`${one}/refusal`)).status).toBe(404);
  expect((await morag.delete(`${one}/refusal`)).status).toBe(303);
  expect(await text(morag.get(one))).toContain('Or refuse it');
});

test('what was typed comes back, with a sentence for each field', async () => {
  const answer = await (await house.as()).post(`${address}/comments`, {
    name: '',
    email: 'ada(at)parking',
    body: 'Kept words',
  });
  expect(answer.status).toBe(422);
  const page = await text(answer);
  for (const part of ['Kept words', 'ada(at)parking', 'Tell us the name to show', 'Type your e-mail address in full'])
    expect(page).toContain(part);
  expect(page).toContain('The village hall has better parking');
  const silent = await (await house.as('tom')).post(`${address}/comments`, { body: '' });
  expect(silent.status).toBe(422);
  expect(await text(silent)).toContain('Write your comment.');
});

test('a comment is text: nothing in it runs', async () => {
  await (await house.as('tom')).post(`${address}/comments`, {
    body: '<img src=x onerror=alert(1)> https://x.example/',
  });
  const page = await text((await house.as('tom')).get(address));
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).toContain('rel="nofollow ugc noopener"');
});

test('an answer stands below what it answers, one level deep', async () => {
  const { short } = await commentOf('We tried a chapel');
  const form = await text((await house.as('rhys')).get(`${address}?answer=${short}`));
  expect(form).toContain('Answer Ada Parker');
  await (await house.as('rhys')).post(`${address}/comments`, { body: 'Bring a heater.', replyTo: short });
  const reply = await commentOf('Bring a heater.');
  await (await house.as('morag')).put(`${address}/comments/${reply.short}/approval`);
  await (await house.as('orla')).post(`${address}/comments`, { body: 'Two heaters.', replyTo: reply.short });
  expect((await commentOf('Two heaters.')).replyTo).toBe((await commentOf('We tried a chapel')).id);
  const [thread] = await comments.of(house.db, story, await house.actor('morag'));
  expect(thread?.replies.map(({ body }) => body)).toEqual(['Bring a heater.']);
  const stray = await (await house.as('orla')).post(`${address}/comments`, {
    body: 'Lost answer',
    replyTo: '0123456789',
  });
  expect(stray.status).toBe(422);
  expect(await text(stray)).toContain('Lost answer');
});

test('whoever wrote a comment takes it back by the link; its place stays where somebody answered', async () => {
  const visitor = await house.as();
  const link = await linkTo(email);
  const gone = await visitor.delete(link);
  expect(gone.headers.get('location')).toBe('/comments/withdrawn');
  expect(await text(visitor.get('/comments/withdrawn'))).toContain('Your comment is gone');
  expect((await visitor.get(link)).status).toBe(404);
  expect((await visitor.delete(link)).status).toBe(404);
  const page = await text(visitor.get(address));
  expect(page).not.toContain('Ada Parker');
  expect(page).not.toContain('We tried a chapel');
  expect(page).toContain('Its writer took it back.');
  expect(page).toContain('Bring a heater.');
  const traces = await house.db.selectFrom('comments').selectAll().where('email', '=', email).execute();
  expect(traces).toEqual([]);
});

test('somebody who is signed in takes back their own comment, and nobody else’s', async () => {
  const { short } = await commentOf('Bring a heater.');
  expect((await (await house.as('amina')).delete(`${address}/comments/${short}`)).status).toBe(403);
  expect((await (await house.as()).delete(`${address}/comments/${short}`)).status).toBe(403);
  expect((await (await house.as('rhys')).delete(`${address}/comments/${short}`)).status).toBe(303);
  expect(await text((await house.as()).get(address))).not.toContain('Bring a heater.');
});

test('a link that nobody was sent opens nothing', async () => {
  const visitor = await house.as();
  expect((await visitor.get('/comments/0123456789abcdef0123456789abcdef')).status).toBe(404);
  expect((await visitor.put('/comments/0123456789abcdef0123456789abcdef/confirmation')).status).toBe(404);
});

test('a comment cannot be found through another story', async () => {
  const other = await storyTitled(house.db, 'What I do with the six hours', await house.actor('morag'));
  const { short } = await commentOf('Which choir?');
  const answer = await (await house.as('morag')).put(`/stories/${other.address}/comments/${short}/approval`);
  expect(answer.status).toBe(404);
});

test('a machine that fills in every field is thanked and forgotten', async () => {
  const sent = await (await house.as()).post(`${address}/comments`, {
    ...said,
    body: 'Cheap pills',
    'leave-empty': 'x',
  });
  expect(sent.status).toBe(303);
  expect(await house.db.selectFrom('comments').select('id').where('body', '=', 'Cheap pills').execute()).toEqual([]);
});

test('an address gets few letters in an hour', async () => {
  const visitor = await house.as();
  const again = { name: 'Eve', email: 'eve@flood.example', body: 'Again' };
  for (let n = 0; n < 5; n += 1) expect((await visitor.post(`${address}/comments`, again)).status).toBe(303);
  const answer = await visitor.post(`${address}/comments`, { ...again, email: 'EVE@flood.example' });
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBeTruthy();
});

test('what nobody confirms in eight days is deleted', async () => {
  const { id } = await commentOf('First!');
  const forget = jobs(house)['comments.forget'];
  await forget?.({ comment: id });
  expect((await commentOf('First!')).state).toBe('unconfirmed');
  const later = { ...house, clock: () => new Date(house.clock().getTime() + 9 * 86_400_000) };
  const proved = await commentOf('Which choir?');
  await jobs(later)['comments.forget']?.({ comment: proved.id });
  await jobs(later)['comments.forget']?.({ comment: id });
  await expect(commentOf('First!')).rejects.toThrow();
  expect((await commentOf('Which choir?')).state).toBe('waiting');
});

test('a story that is closed takes no comments; its author and editors close and open it', async () => {
  expect((await (await house.as('amina')).put(`${address}/closure`)).status).toBe(403);
  expect((await (await house.as('rhys')).put(`${address}/closure`)).status).toBe(303);
  const page = await text((await house.as()).get(address));
  expect(page).toContain('This story takes no more comments.');
  expect(page).not.toContain('Send your comment');
  expect((await (await house.as()).post(`${address}/comments`, said)).status).toBe(403);
  expect((await (await house.as('niamh')).delete(`${address}/closure`)).status).toBe(303);
  expect(await text((await house.as()).get(address))).toContain('Send your comment');
});
