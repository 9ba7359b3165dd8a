import { createHmac, timingSafeEqual } from 'node:crypto';
import { Invalid } from './errors.ts';
import { t } from './words.ts';

const AT_LEAST = 2000; // nobody fills in four fields in two seconds
const AT_MOST = 24 * 60 * 60 * 1000; // a form that was kept for later use is a program's

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

/** Throws Invalid where the form was sent too soon for a person, too late, or with a stamp that is not ours. */
export function requirePerson(secret: string, text: string, at: Date): void {
  const age = ageOf(secret, text, at);
  if (age > AT_MOST)
    throw new Invalid({ form: t('This form had been open for a long time. Please look it over and send it again.') });
  if (age < AT_LEAST)
    throw new Invalid({ form: t('That was very quick. Please check what you typed and send it again.') });
}

/** The stamp that a form comes back with: the one that it had, while it holds, or a new one. */
export function renewed(secret: string, text: string, at: Date): string {
  return ageOf(secret, text, at) <= AT_MOST ? text : stamp(secret, at);
}

function ageOf(secret: string, text: string, at: Date): number {
  const opened = openedAt(secret, text);
  return opened ? at.getTime() - opened.getTime() : Number.POSITIVE_INFINITY;
}

function signature(secret: string, time: string): string {
  return createHmac('sha256', secret).update(`form opened at ${time}`).digest('hex');
}
