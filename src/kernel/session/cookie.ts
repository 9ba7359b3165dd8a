import { createHmac, timingSafeEqual } from 'node:crypto';

/** The session's cookie: `token.signature`, in better-auth's form. */
export type SessionCookie = {
  /** The token in a request's or an answer's cookies, if its signature is ours. */
  tokenIn(cookies: string | null): string | null;
  /** `name=value` for a token. */
  of(token: string): string;
  /** better-auth's `Set-Cookie` lines as we send them: on a shared computer a session ends with the browser. */
  lines(answer: Headers, shared: boolean): string[];
  /** What follows `name=value` in a `Set-Cookie` line. */
  attributes: string;
  /** The line that makes a browser forget its session. */
  forget: string;
};

export function sessionCookie(secret: string, secure: boolean): SessionCookie {
  const name = secure ? '__Secure-cairn.session_token' : 'cairn.session_token';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const sign = (token: string) => createHmac('sha256', secret).update(token).digest('base64');
  const pattern = new RegExp(`(?:^|;\\s*)${name.replace('.', '\\.')}=([^;]+)`);
  return {
    tokenIn(cookies) {
      const [token, signature] = decoded(pattern.exec(cookies ?? '')?.[1]).split(/\.(?=[^.]*$)/);
      return token && signature && same(signature, sign(token)) ? token : null;
    },
    of: (token) => `${name}=${encodeURIComponent(`${token}.${sign(token)}`)}`,
    lines(answer, shared) {
      const lines = answer.getSetCookie();
      if (!shared) return lines;
      return lines.map((line) =>
        line.startsWith(`${name}=`) ? line.replace(/; *(max-age|expires)=[^;]*/gi, '') : line,
      );
    },
    attributes,
    forget: `${name}=; Max-Age=0; ${attributes}`,
  };
}

function decoded(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '');
  } catch {
    return '';
  }
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
