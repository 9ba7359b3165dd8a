import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from './support/house.ts';
import { connectUndoing, undone } from './support/undoing.ts';
import { TABLE } from './who-may/rooms/index.ts';
import { pathIn, type Stage, send, setStage } from './who-may/scenes.ts';
import { READERS, type Reader } from './who-may/table.ts';

let house: TestHouse;
let stage: Stage;
beforeAll(async () => {
  house = await openHouse({ connected: connectUndoing });
  stage = await setStage(house);
});
afterAll(() => house.close());

/** Longer than anything that a form takes; what it begins with is found again. */
const FAR_TOO_LONG = ' and so on'.repeat(7000);

/** Every form, where somebody may send it: a reader and a scene for each. */
const FORMS = Object.entries(TABLE).flatMap(([route, { kind, scenes }]) => {
  if (kind !== 'form') return [];
  for (const [scene, answers] of Object.entries(scenes))
    for (const reader of READERS) if (answers[reader] === 422) return [{ route, scene, reader }];
  return [];
});

test('every form of the table is one that somebody may send', () => {
  const forms = Object.entries(TABLE).filter(([, { kind }]) => kind === 'form');
  const unsent = forms.map(([route]) => route).filter((route) => !FORMS.some((form) => form.route === route));
  expect(unsent).toEqual(['POST /founding/:token']); // the world has been founded: founding.test.ts sends it
});

test.each(FORMS)(
  '$route hands back what is missing or wrong, and keeps what was typed',
  async ({ route, scene, reader }) => {
    const empty = await sent(route, scene, reader, {});
    expectSummary(empty.page);
    const form = formOf(empty.page, route, empty.path);
    expect(form, 'the form once more').toBeDefined();
    const fields = fieldsOf(form ?? '');
    const typed = Object.fromEntries(fields.map(({ name }) => [name, `${name} as typed${FAR_TOO_LONG}`]));
    const nonsense = Object.fromEntries(choicesOf(form ?? '').map((name) => [name, '?']));
    const { page, path } = await sent(route, scene, reader, { ...typed, ...nonsense });
    expectSummary(page);
    const again = fieldsOf(formOf(page, route, path) ?? '');
    const beginning = (text?: string) => text?.slice(0, 200);
    const kept = fields.filter(({ secret }) => !secret).map(({ name }) => ({ name, kept: beginning(typed[name]) }));
    const found = kept.map(({ name }) => ({
      name,
      kept: beginning(again.find((field) => field.name === name)?.value),
    }));
    expect(found).toEqual(kept);
  },
);

test.each(FORMS)('$route refuses before it reads', async ({ route }) => {
  const typed = { name: FAR_TOO_LONG, title: FAR_TOO_LONG, reason: FAR_TOO_LONG, body: FAR_TOO_LONG, email: '?' };
  for (const [scene, answers] of Object.entries(TABLE[route]?.scenes ?? {}))
    for (const refusal of [403, 404, 409]) {
      const reader = READERS.findLast((one) => answers[one] === refusal);
      if (!reader) continue;
      const path = pathIn(route, stage.scenes[scene] ?? {});
      const { status } = await undone(house.db, () => send(stage.browsers[reader], route, path, typed));
      expect(status, `${reader}, ${scene}`).toBe(refusal);
    }
});

async function sent(route: string, scene: string, reader: Reader, fields: Record<string, string>) {
  const path = pathIn(route, stage.scenes[scene] ?? {});
  const answer = await undone(house.db, () => send(stage.browsers[reader], route, path, fields));
  const page = await answer.text();
  expect({ status: answer.status, page: answer.status === 422 ? '' : page.slice(0, 300) }).toEqual({
    status: 422,
    page: '',
  });
  return { page, path };
}

/** The summary has a line for each sentence, and each line leads to a field that is there. */
function expectSummary(page: string): void {
  const summary = /<div class="nhsuk-error-summary".*?<\/div>/s.exec(page)?.[0] ?? '';
  expect(summary).toContain('<li>');
  const sentences = [...summary.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) => line.replace(/<[^>]+>/g, ''));
  expect(sentences.filter((one) => /Invalid |Too (big|small)|expected/.test(one))).toEqual([]); // zod's own words
  const lines = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(lines.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
}

/** The form on this page that is sent where this one was. */
function formOf(page: string, route: string, path: string): string | undefined {
  const [method = ''] = route.split(' ');
  return page.match(/<form\b.*?<\/form>/gs)?.find((form) => {
    const verb = /name="_method" value="(\w+)"/.exec(form)?.[1] ?? /method="(\w+)"/.exec(form)?.[1]?.toUpperCase();
    return verb === method && form.includes(`action="${path}"`); // a button's `formaction` too
  });
}

type Field = { name: string; value: string; secret: boolean };

/** Where something can be typed. */
function fieldsOf(form: string): Field[] {
  const boxes = [...form.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].map(([, head = '', value = '']) => ({
    name: attribute(head, 'name'),
    value,
    secret: false,
  }));
  const lines = [...form.matchAll(/<input\b([^>]*)>/gs)]
    .map(([, head = '']) => ({ head, type: attribute(head, 'type') }))
    .filter(({ type }) => /^(text|email|search|password|date|url|tel)$/.test(type))
    .map(({ head, type }) => ({
      name: attribute(head, 'name'),
      value: attribute(head, 'value'),
      secret: type === 'password',
    }));
  return [...boxes, ...lines].filter(({ name }) => name !== 'leave-empty'); // who fills that in is no person
}

/** What is chosen rather than typed. */
function choicesOf(form: string): string[] {
  const chosen = [...form.matchAll(/<(?:select|input)\b([^>]*)>/gs)].map(([tag, head = '']) => ({
    name: attribute(head, 'name'),
    isChoice: tag.startsWith('<select') || /^(radio|checkbox)$/.test(attribute(head, 'type')),
  }));
  return [...new Set(chosen.filter(({ isChoice }) => isChoice).map(({ name }) => name))];
}

function attribute(head: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1] ?? '';
}
