import type { Fields, TestHouse } from './house.ts';

/** A visitor's browser that keeps its cookies: for signing in, step by step. */
export type Jar = {
  get(path: string): Promise<Response>;
  post(path: string, fields?: Fields): Promise<Response>;
  put(path: string, fields?: Fields): Promise<Response>;
  patch(path: string, fields?: Fields): Promise<Response>;
  delete(path: string, fields?: Fields): Promise<Response>;
  json(path: string, body: unknown): Promise<Response>;
  /** The `Set-Cookie` lines of the last answer. */
  lines(): string[];
  cookies: Map<string, string>;
};

export async function openJar(house: TestHouse): Promise<Jar> {
  const browser = await house.as();
  const cookies = new Map<string, string>();
  let lines: string[] = [];
  const headers = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const keep = (answer: Response) => {
    lines = answer.headers.getSetCookie();
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (attributes.some((one) => /^max-age=0$/i.test(one))) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const post = async (path: string, fields: Fields = {}) =>
    keep(await browser.post(path, fields, { headers: headers() }));
  return {
    get: async (path) => keep(await browser.get(path, { headers: headers() })),
    post,
    put: (path, fields) => post(path, { _method: 'PUT', ...fields }),
    patch: (path, fields) => post(path, { _method: 'PATCH', ...fields }),
    delete: (path, fields) => post(path, { _method: 'DELETE', ...fields }),
    json: async (path, body) =>
      keep(
        await browser.get(path, {
          method: 'POST',
          headers: { ...headers(), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    lines: () => lines,
    cookies,
  };
}

/** What the newest letter to an address carries: the token of its link and its code. */
export async function letterTo(
  house: TestHouse,
  email: string,
): Promise<{ path: string; token: string; code: string }> {
  const [letter] = await house.lettersTo(email);
  const link = /https?:\/\/\S+/.exec(letter?.body ?? '')?.[0] ?? 'http://nowhere.invalid/';
  const url = new URL(link);
  return {
    path: `${url.pathname}${url.search}`,
    token: url.searchParams.get('token') ?? '',
    code: /: (\d{6})\b/.exec(letter?.body ?? '')?.[1] ?? '',
  };
}

/** Signs in by the letter's link, as whoever has this address. */
export async function signInByLink(house: TestHouse, email: string, fields: Fields = {}): Promise<Jar> {
  const jar = await openJar(house);
  await jar.post('/sign-in', { email });
  const { token } = await letterTo(house, email);
  await jar.post('/sign-in/link', { token, ...fields });
  return jar;
}
