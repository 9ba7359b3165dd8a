import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { slug } from '../ids.ts';
import { escaped, type Level, rebuild } from './rebuild.ts';

/**
 * Sanitised HTML: the only raw HTML that a page may show, through the `Prose` component. Made here and nowhere else.
 * `headings` are those of the text, in order, with the ids that they carry in it.
 */
export type Prose = { readonly html: string; readonly headings: readonly Heading[]; readonly words: number };
export type Heading = { id: string; level: Level; text: string };

const TAGS = {
  blocks: ['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr'],
  figures: ['figure', 'figcaption', 'img'],
  tables: ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  inline: ['a', 'strong', 'b', 'em', 'i', 'code', 'del', 'sub', 'sup', 'br'],
};

const made = new Map<string, Prose>();
const REMEMBERED = 300;

/**
 * Rich text as it was written, in Markdown or in the HTML of an editor, as prose. Keep what was written and call this on
 * each reading: the result is remembered, and a stricter rule of tomorrow holds for the texts of today.
 */
export function richText(source: string): Prose {
  const known = made.get(source);
  if (known) return known;
  const prose = make(isHtml(source) ? source : marked.parse(source, { async: false, gfm: true }));
  if (made.size >= REMEMBERED) made.delete(made.keys().next().value ?? '');
  made.set(source, prose);
  return prose;
}

/** Plain text as people type it into a comment: paragraphs, line breaks, and addresses as links that lend no rank. */
export function plainText(source: string): Prose {
  const paragraphs = source
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const html = paragraphs.map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>')}</p>`).join('\n');
  return { html, headings: [], words: wordsIn(source) };
}

/** Whole minutes that reading takes at 230 words a minute (silent reading of English: Brysbaert 2019 found 238); at least one. */
export function readingMinutes({ words }: Prose): number {
  return Math.max(1, Math.round(words / 230));
}

/** An editor such as Trix sends HTML from the first character on; Markdown that begins so means it too. */
function isHtml(source: string): boolean {
  return /^\s*<(?:div|p|h[1-6]|ul|ol|blockquote|figure|table|pre|section|article)\b/i.test(source);
}

function make(html: string): Prose {
  const clean = sanitizeHtml(html, {
    allowedTags: Object.values(TAGS).flat(),
    allowedAttributes: { a: ['href'], img: ['src', 'alt'], th: ['scope'], td: [], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 40, // deeper than any text that a person wrote
  });
  const headings: Heading[] = [];
  const ids = new Set<string>();
  const safe = rebuild(clean, (asked, text) => {
    const id = unused(`part-${slug(text)}`, ids);
    const level = deepest(asked, headings.at(-1)?.level ?? 1);
    headings.push({ id, level, text });
    return { id, level };
  });
  return { html: safe, headings, words: wordsIn(safe.replace(/<[^>]*>/g, ' ')) };
}

/** A heading may be one level below the last and no deeper, so that who listens to the page misses nothing. */
function deepest(asked: Level, last: number): Level {
  if (asked === 4 && last < 3) return last < 2 ? 2 : 3;
  return asked === 3 && last < 2 ? 2 : asked;
}

/** Headings of the same words get ids that differ. The prefix keeps them apart from the page's own ids. */
function unused(id: string, ids: Set<string>): string {
  let n = 1;
  let free = id;
  while (ids.has(free)) free = `${id}-${++n}`;
  ids.add(free);
  return free;
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"'\]]+)/)
    .map((part, i) => (i % 2 === 1 ? link(part) : escaped(part)))
    .join('');
}

function link(address: string): string {
  const end = /[.,;:!?)]+$/.exec(address)?.[0] ?? ''; // a full stop after an address ends the sentence
  const href = address.slice(0, address.length - end.length);
  if (!URL.canParse(href)) return escaped(address);
  return `<a href="${escaped(href)}" rel="nofollow ugc noopener">${escaped(href)}</a>${escaped(end)}`;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
