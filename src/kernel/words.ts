import { AsyncLocalStorage } from 'node:async_hooks';
import { IntlMessageFormat } from 'intl-messageformat';
import { pseudo } from './words/pseudo.ts';

export type Values = Record<string, string | number | Date | null | undefined>;

/** English is the source; `en-XA` is the pseudo-locale that proves that every sentence passes through `t`. */
export type Locale = 'en-GB' | 'en-XA';

const current = new AsyncLocalStorage<Locale>();
const formats = new Map<string, IntlMessageFormat>();

/**
 * A sentence of the interface. The English text is the key; ICU plurals and values in braces:
 * `t('{count, plural, one {# member} other {# members}}', { count })`.
 */
export function t(message: string, values?: Values): string {
  const locale = current.getStore();
  if (!locale && !values && !message.includes('{')) return message;
  return String(formatOf(message, locale ?? 'en-GB').format(values));
}

type Chunks<T> = Record<string, T | string | number | ((chunks: string[]) => T)>;

/** A sentence with marked-up parts: `rich('Read <a>the policy</a>.', { a: (text) => <a href="/comments">{text}</a> })`. */
export function rich<T>(message: string, values: Chunks<T>): (T | string)[] {
  const parts = formatOf(message, locale()).format<T>(values as never);
  return Array.isArray(parts) ? (parts as (T | string)[]) : [parts as T | string];
}

/** Runs `work` with another language for every sentence in it. */
export function inLocale<T>(locale: Locale, work: () => T): T {
  return locale === 'en-GB' ? work() : current.run(locale, work);
}

/** The language of what is being said now. */
export function locale(): Locale {
  return current.getStore() ?? 'en-GB';
}

function formatOf(message: string, locale: Locale): IntlMessageFormat {
  const key = locale === 'en-GB' ? message : `${locale}\n${message}`;
  let format = formats.get(key);
  if (!format) {
    const source = new IntlMessageFormat(message, 'en-GB');
    format = locale === 'en-GB' ? source : new IntlMessageFormat(pseudo(source.getAst()), 'en-GB');
    formats.set(key, format);
  }
  return format;
}
