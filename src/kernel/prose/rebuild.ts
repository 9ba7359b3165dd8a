import { type Element, type Node, parse } from './parse.ts';

export type Level = 2 | 3 | 4;
type NameHeading = (level: Level, text: string) => { id: string; level: Level };

const INLINE = new Set(['a', 'strong', 'em', 'code', 'del', 'sub', 'sup', 'br', 'img']);
const HEADINGS: Record<string, Level> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }; // the page has its own h1
const SYNONYMS: Record<string, string> = { b: 'strong', i: 'em' };

/**
 * Sanitised HTML → HTML that is valid by construction: written anew, element by element, from a list of what may stand
 * where. A browser has nothing left to mend in it, and mending is how sanitised text turns back into a script.
 */
export function rebuild(clean: string, nameHeading: NameHeading): string {
  return flow(parse(clean), nameHeading).join('\n');
}

/** Text and attribute values alike. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Where blocks stand: loose text between them becomes paragraphs. */
function flow(nodes: Node[], nameHeading: NameHeading): string[] {
  const blocks: string[] = [];
  let loose: Node[] = [];
  const settle = () => {
    blocks.push(...paragraphs(loose));
    loose = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || isInline(node)) loose.push(node);
    else {
      settle();
      blocks.push(...block(node, nameHeading));
    }
  }
  settle();
  return blocks;
}

function block(element: Element, nameHeading: NameHeading): string[] {
  const { tag, children } = element;
  const level = HEADINGS[tag];
  if (level) return heading(children, level, nameHeading);
  if (tag === 'ul' || tag === 'ol') return list(element, nameHeading);
  if (tag === 'blockquote') return wrapped('blockquote', flow(children, nameHeading));
  if (tag === 'pre') return wrapped('pre', [`<code>${escaped(textOf(children))}</code>`], textOf(children));
  if (tag === 'figure') return figure(children);
  if (tag === 'table') return table(children);
  if (tag === 'hr') return ['<hr>'];
  return flow(children, nameHeading); // p, div, and whatever stands where it cannot stand
}

/** Two line breaks in a row are a new paragraph: so editors write one. */
function paragraphs(nodes: Node[]): string[] {
  return inline(nodes)
    .split(/(?:<br>\s*){2,}/)
    .map((html) => html.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, ''))
    .filter((html) => html !== '' && html.replace(/<[^i][^>]*>|&nbsp;|\u00a0/g, '').trim() !== '')
    .map((html) => (/^<img [^>]*>$/.test(html) ? `<figure>${html}</figure>` : `<p>${html}</p>`));
}

function heading(children: Node[], asked: Level, nameHeading: NameHeading): string[] {
  const text = textOf(children).replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  const { id, level } = nameHeading(asked, text);
  return [`<h${level} id="${escaped(id)}">${inline(children, { images: false }).trim()}</h${level}>`];
}

function list({ tag, attributes, children }: Element, nameHeading: NameHeading): string[] {
  const items = children
    .filter((node) => typeof node !== 'string' || node.trim() !== '')
    .map((node) => (typeof node !== 'string' && node.tag === 'li' ? node.children : [node]))
    .map((nodes) => `<li>${item(nodes, nameHeading)}</li>`);
  if (items.length === 0) return [];
  const start = tag === 'ol' && /^\d{1,4}$/.test(attributes.start ?? '') ? ` start="${attributes.start}"` : '';
  return [`<${tag}${start}>${items.join('')}</${tag}>`];
}

/** A list item or a cell: only text if it can be, blocks if it must. */
function item(nodes: Node[], nameHeading: NameHeading): string {
  const plain = nodes.every((node) => typeof node === 'string' || isInline(node));
  return plain ? inline(nodes).trim() : flow(nodes, nameHeading).join('');
}

function figure(children: Node[]): string[] {
  const image = find(children, 'img');
  const html = image ? picture(image) : '';
  if (html === '') return paragraphs(children);
  const caption = find(children, 'figcaption');
  const words = caption ? inline(caption.children, { images: false }).trim() : '';
  return [`<figure>${html}${words ? `<figcaption>${words}</figcaption>` : ''}</figure>`];
}

function table(children: Node[]): string[] {
  const rows = rowsOf(children).map(
    (row) =>
      `<tr>${row.children
        .filter((cell): cell is Element => typeof cell !== 'string' && (cell.tag === 'th' || cell.tag === 'td'))
        .map(cellOf)
        .join('')}</tr>`,
  );
  const full = rows.filter((row) => row !== '<tr></tr>');
  if (full.length === 0) return paragraphs(children);
  const caption = find(children, 'caption');
  const words = caption ? inline(caption.children, { images: false }).trim() : '';
  return [`<table>${words ? `<caption>${words}</caption>` : ''}<tbody>${full.join('')}</tbody></table>`];
}

function cellOf({ tag, attributes, children }: Element): string {
  const scope = tag === 'th' ? ` scope="${attributes.scope === 'row' ? 'row' : 'col'}"` : '';
  return `<${tag}${scope}>${inline(children).trim()}</${tag}>`;
}

function rowsOf(nodes: Node[]): Element[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.tag === 'tr') return [node];
    return ['thead', 'tbody', 'tfoot'].includes(node.tag) ? rowsOf(node.children) : [];
  });
}

type Place = { images?: boolean; inLink?: boolean };

/** Where only text stands: a block that got in here leaves its words. */
function inline(nodes: Node[], place: Place = {}): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node);
      const tag = SYNONYMS[node.tag] ?? node.tag;
      if (tag === 'br') return '<br>';
      if (tag === 'img') return place.images === false ? '' : picture(node);
      if (tag === 'a') return anchor(node, place);
      const words = inline(node.children, place);
      if (!INLINE.has(tag)) return ` ${words} `;
      return words === '' ? '' : `<${tag}>${words}</${tag}>`;
    })
    .join('');
}

function anchor({ attributes, children }: Element, place: Place): string {
  const href = place.inLink ? null : safeAddress(attributes.href ?? '');
  const words = inline(children, { ...place, inLink: true });
  if (!href || words.trim() === '') return words;
  return /^https?:/i.test(href)
    ? `<a href="${escaped(href)}" rel="noopener">${words}</a>`
    : `<a href="${escaped(href)}">${words}</a>`;
}

/** Only pictures that lie here, served by the room that they belong to: `/stories/…/files/ID`. */
function picture({ attributes }: Element): string {
  const src = attributes.src ?? '';
  if (!/^\/[a-z0-9][a-z0-9/-]*\/files\/[0-9a-f-]{36}$/.test(src)) return '';
  return `<img src="${src}" alt="${escaped(attributes.alt ?? '')}" loading="lazy">`;
}

function safeAddress(href: string): string | null {
  const address = href.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so that java&#9;script: would be one word
  if (address === '' || /[\u0000-\u0020\\]/.test(address) || address.startsWith('//')) return null;
  if (!/^(https?:|mailto:|[/#?])/i.test(address) && /[:\\]/.test(address.split('/')[0] ?? '')) return null; // neither a scheme that we know nor a plain relative address
  if (!URL.canParse(address, 'https://here.invalid')) return null;
  const { protocol } = new URL(address, 'https://here.invalid');
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? address : null;
}

function wrapped(tag: string, blocks: string[], words = blocks.join('')): string[] {
  return words.trim() === '' ? [] : [`<${tag}>${blocks.join('')}</${tag}>`];
}

function isInline({ tag }: Element): boolean {
  return INLINE.has(SYNONYMS[tag] ?? tag);
}

function find(nodes: Node[], tag: string): Element | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const found = node.tag === tag ? node : find(node.children, tag);
    if (found) return found;
  }
  return null;
}

function textOf(nodes: Node[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}
