import type { Fields } from './house.ts';

/** Somebody's browser at a real address, as far as these tests need one: it keeps its session. */
export type Client = {
  get(path: string): Promise<Response>;
  /** A form as browsers send it; `_method` makes it another verb. */
  send(path: string, fields: Fields): Promise<Response>;
  /** The same person at the address of a later start. */
  at(url: string): Client;
};

/** Signs in as one of the demo's people; without a name, a visitor. */
export async function openClient(url: string, name?: string): Promise<Client> {
  const visitor = clientWith(url, '');
  if (!name) return visitor;
  const page = await (await visitor.get('/demo')).text();
  const card = page.split('<li class="card">').find((one) => one.includes(`Sign in as ${name}`));
  const person = /name="person" value="([^"]+)"/.exec(card ?? '')?.[1] ?? '';
  const answer = await visitor.send('/demo/session', { person });
  if (answer.status !== 303) throw new Error(`${name} was not signed in: ${answer.status}`);
  return clientWith(
    url,
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  );
}

function clientWith(url: string, cookie: string): Client {
  const headers = { cookie, origin: url, 'sec-fetch-site': 'same-origin' };
  return {
    get: (path) => fetch(`${url}${path}`, { headers, redirect: 'manual' }),
    send: (path, fields) =>
      fetch(`${url}${path}`, { method: 'POST', headers, redirect: 'manual', body: bodyOf(fields) }),
    at: (later) => clientWith(later, cookie),
  };
}

function bodyOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
