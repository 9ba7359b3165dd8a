import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Claims = { sub: string; email: string; email_verified: boolean; name: string };

/** A small OpenID Connect provider that lets in whoever `claims` says, with PKCE and signed tokens. */
export async function openProvider(claims: () => Claims): Promise<{ issuer: string; close(): Promise<void> }> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked = new Map<string, { challenge: string; nonce: string | null }>();
  const tokens = new Set<string>();
  const server = createServer(async (request, answer) => {
    const url = new URL(request.url ?? '/', issuer);
    const json = (body: unknown, status = 200) =>
      answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (url.pathname === '/keys')
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const { searchParams } = url;
      asked.set(code, { challenge: searchParams.get('code_challenge') ?? '', nonce: searchParams.get('nonce') });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      return answer.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === '/token') {
      const form = new URLSearchParams(await textOf(request));
      const known = asked.get(form.get('code') ?? '');
      asked.delete(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!known || proof !== known.challenge) return json({ error: 'invalid_grant' }, 400);
      const access = randomUUID();
      tokens.add(access);
      const now = Math.floor(Date.now() / 1000);
      const body = { iss: issuer, aud: 'cairn', iat: now, exp: now + 300, nonce: known.nonce, ...claims() };
      return json({ access_token: access, token_type: 'Bearer', expires_in: 300, id_token: signed(body) });
    }
    if (url.pathname === '/me' && tokens.has((request.headers.authorization ?? '').slice(7))) return json(claims());
    return json({ error: 'not_found' }, 404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { issuer, close: () => new Promise((resolve) => server.close(() => resolve())) };

  function signed(body: unknown): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: '1' })}.${part(body)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`;
  }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
