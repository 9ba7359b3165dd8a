import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * When a form was opened, signed: whoever sends it back cannot say that it was earlier. `1793612345678.3f9a…`. It needs no
 * script, no cookie and nobody else's service.
 */
export function stamp(secret: string, at: Date): string {
  return `${at.getTime()}.${signature(secret, String(at.getTime()))}`;
}

/** The instant of a stamp; null when this house did not sign it. */
export function openedAt(secret: string, text: string): Date | null {
  const [, time = '', given = ''] = /^(\d{1,15})\.([0-9a-f]{64})$/.exec(text) ?? [];
  if (time === '') return null;
  const same = timingSafeEqual(Buffer.from(given), Buffer.from(signature(secret, time)));
  return same ? new Date(Number(time)) : null;
}

function signature(secret: string, time: string): string {
  return createHmac('sha256', secret).update(`form opened at ${time}`).digest('hex');
}
