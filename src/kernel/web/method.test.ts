import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { HouseEnv } from './env.ts';
import { methodOfForm } from './method.ts';

const app = new Hono<HouseEnv>();
app.use(methodOfForm(app));
app.all('/', async (c) => c.json([c.req.method, await c.req.parseBody({ all: true }).catch(() => ({}))]));

const answerTo = async (body: FormData | URLSearchParams) => (await app.request('/', { method: 'POST', body })).json();

test.each([['urlencoded', new URLSearchParams()] as const, ['multipart', new FormData()] as const])(
  'a form (%s) with another verb keeps every box that was ticked',
  async (_, form) => {
    form.append('_method', 'PUT');
    form.append('methods', 'pdsa');
    form.append('methods', 'lean');
    form.append('title', 'Ó & ü');
    expect(await answerTo(form)).toEqual(['PUT', { methods: ['pdsa', 'lean'], title: 'Ó & ü' }]);
  },
);

test('a form without one, or with no verb of ours, stays what it is', async () => {
  expect(await answerTo(new URLSearchParams({ title: 'x' }))).toEqual(['POST', { title: 'x' }]);
  expect(await answerTo(new URLSearchParams({ _method: 'GET' }))).toEqual(['POST', { _method: 'GET' }]);
});
