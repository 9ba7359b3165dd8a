/** A text, or an element with what is in it. */
export type Node = string | Element;
export type Element = { tag: string; attributes: Record<string, string>; children: Node[] };

const VOID = new Set(['br', 'hr', 'img']);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)|</g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;

/**
 * The output of sanitize-html as a tree. It relies on how that writes: small letters, double quotes, every `<`, `>` and `"`
 * of text and values escaped. What does not look so is taken as text.
 */
export function parse(html: string): Node[] {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  for (const [whole, closing, tag, attributes, text] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (!tag) parent.children.push(unescaped(text ?? whole));
    else if (closing) close(open, tag);
    else {
      const element: Element = { tag, attributes: attributesOf(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!VOID.has(tag)) open.push(element);
    }
  }
  return root.children;
}

function close(open: Element[], tag: string): void {
  const at = open.findLastIndex((element) => element.tag === tag);
  if (at > 0) open.length = at;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
