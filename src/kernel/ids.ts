import { v7, validate } from 'uuid';
import { NotFound } from './errors.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base 32: no i, l, o or u to misread on paper

/** A new identifier: UUIDv7, so that rows made later sort later. */
export function newId(): string {
  return v7();
}

/** The ten characters that stand for an id in an address and on paper: its last 50 random bits. */
export function shortId(id: string): string {
  const bits = BigInt(`0x${id.replaceAll('-', '').slice(-13)}`);
  return Array.from({ length: 10 }, (_, i) => ALPHABET[Number((bits >> BigInt(45 - 5 * i)) & 31n)]).join('');
}

/** The identifier in an address; anything else is not found, rather than an error of the database. */
export function idIn(text: string): string {
  if (!validate(text)) throw new NotFound();
  return text;
}

/** `Home before lunch!` → `home-before-lunch`. Other scripts keep their letters; an empty result becomes `untitled`. */
export function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return words.slice(0, 60).replace(/-+$/, '') || 'untitled';
}

/** `home-before-lunch-0abc…` → its short id; null when the address has none. */
export function shortIdIn(address: string): string | null {
  return /(?:^|-)([0-9a-hjkmnp-tv-z]{10})$/.exec(address)?.[1] ?? null;
}
