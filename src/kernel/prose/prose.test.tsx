import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { expect, test } from 'vitest';
import { Prose } from '../ui/index.ts';
import { plainText, readingMinutes, richText } from './index.ts';

const OWN = '/stories/home-before-lunch-0abcdefghj/files/0190a0a0-0000-7000-8000-000000000000';

/** What people with bad intentions have typed into forms for twenty years, and what browsers made of it. */
const NASTY = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  `<img src="${OWN}" onload="alert(1)" style="position:fixed">`,
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\tscript:alert(1)">x</a>',
  '<a href="jav&#x0A;ascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example/">x</a>',
  '<a href="/\\evil.example/">x</a>',
  '<a href="\\\\evil.example">x</a>',
  '[x](javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](https://evil.example/pixel.gif)',
  '![x](javascript:alert(1))',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<iframe src="https://evil.example"></iframe>',
  '<object data="x.swf"></object><embed src="x">',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<template><script>alert(1)</script></template>',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<h2 id="main" class="skip-link">x</h2>',
  '<a name="main" id="main" href="#">x</a>',
  '<form action="https://evil.example"><input name="password"><button>Sign in</button></form>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '`<script>alert(1)</script>`',
  '<p>"><img src=x onerror=alert(1)></p>',
  '<a href="https://x.example/&quot; onmouseover=&quot;alert(1)">x</a>',
];

const ELEMENT =
  /<(\/?)(p|h[2-4]|ul|ol|li|blockquote|pre|hr|figure|figcaption|img|table|caption|tbody|tr|th|td|a|strong|em|code|del|sub|sup|br)((?: [a-z]+="[^"<>]*")*)>/g;
const ATTRIBUTES = ['href', 'rel', 'id', 'src', 'alt', 'loading', 'scope', 'start'];

/** Every `<` begins an element of the list, every attribute is of the list, every address is harmless. */
function expectHarmless(html: string): void {
  expect(html.replaceAll(ELEMENT, '')).not.toMatch(/[<>]/);
  for (const [, , , attributes] of html.matchAll(ELEMENT))
    for (const [, name = '', value = ''] of (attributes ?? '').matchAll(/ ([a-z]+)="([^"]*)"/g)) {
      expect(ATTRIBUTES).toContain(name);
      if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|\/(?![/\\])|#|\?|[^:/\\]*$|[^:/\\]+\/)/i);
      if (name === 'src') expect(value).toMatch(/^\/[a-z0-9/-]+\/files\/[0-9a-f-]{36}$/);
      if (name === 'id') expect(value).toMatch(/^part-/);
    }
}

/** Where each element stands, a browser leaves it: reading the HTML and writing it again changes nothing. */
function expectStable(html: string): void {
  const again = sanitizeHtml(html, { allowedTags: false, allowedAttributes: false, allowVulnerableTags: true });
  const same = (text: string) => text.replaceAll(' />', '>').replaceAll('&quot;', '"');
  expect(same(again)).toBe(same(html));
}

test.each(NASTY)('nothing harmful is left of %s', (nasty) => {
  for (const around of [
    nasty,
    `<div>${nasty}</div>`,
    `- a\n- ${nasty}`,
    `<table><tr><td>${nasty}</table>`,
    `> ${nasty}`,
  ]) {
    expectHarmless(richText(around).html);
    expectHarmless(plainText(around).html);
  }
});

test('nothing harmful is left of nasty pieces in any order', () => {
  const pieces = fc.constantFrom(
    ...NASTY,
    ...['<p>', '</p>', '<div>', '</div>', '<a href="/x">', '</a>', '<ul>', '<li>', '</ul>', '<table>', '<tr>', '<td>'],
    ...['</table>', '<svg>', '</svg>', '<math>', '<style>', '</style>', '<!--', '-->', '"', "'", '<', '>', '&', '&lt;'],
    ...['<h1>', '</h1>', '<figure>', '<b>', '</b>', '\n\n', '**', '`', '[x](', ')', '<pre>', '</pre>', '\u0000'],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 14 }), (parts) => {
      const { html } = richText(parts.join(''));
      expectHarmless(html);
      expectStable(html);
      expectHarmless(plainText(parts.join('')).html);
    }),
    { numRuns: 1500 },
  );
});

test('what was made once stays as it is when it is made again', () => {
  const source = '<div>One<br><br>Two <b>three</b></div><h1>Four</h1><ul><li>five<ul><li>six</li></ul></li></ul>';
  const { html } = richText(source);
  expect(richText(html.replace(' id="part-four"', '')).html).toBe(html);
});

test('Markdown and the HTML of an editor give the same kind of page', () => {
  expect(richText('## Who was missing\n\nWe **asked**.\n\n1. one\n2. two').html).toBe(
    '<h2 id="part-who-was-missing">Who was missing</h2>\n<p>We <strong>asked</strong>.</p>\n<ol><li>one</li><li>two</li></ol>',
  );
  expect(richText('<h1>Who was missing</h1><div>We <strong>asked</strong>.<br><br>Again.</div>').html).toBe(
    '<h2 id="part-who-was-missing">Who was missing</h2>\n<p>We <strong>asked</strong>.</p>\n<p>Again.</p>',
  );
});

test('headings have ids that differ and levels that miss no step', () => {
  const { headings, html } = richText('#### Deep\n\n## Same\n\n#### Same\n');
  expect(headings).toEqual([
    { id: 'part-deep', level: 2, text: 'Deep' },
    { id: 'part-same', level: 2, text: 'Same' },
    { id: 'part-same-2', level: 3, text: 'Same' },
  ]);
  expect(html).toContain('<h3 id="part-same-2">');
});

test('only pictures of our own are shown', () => {
  expect(richText(`<figure><img src="${OWN}" alt="A whiteboard"><figcaption>Day 1</figcaption></figure>`).html).toBe(
    `<figure><img src="${OWN}" alt="A whiteboard" loading="lazy"><figcaption>Day 1</figcaption></figure>`,
  );
  expect(richText('![](https://elsewhere.example/a.png)').html).toBe('');
});

test('a table keeps its heads, and text between cells does not break it', () => {
  const { html } = richText('<table><caption>Falls</caption>loose<tr><th>Month<td>3</table>');
  expect(html).toBe(
    '<table><caption>Falls</caption><tbody><tr><th scope="col">Month</th><td>3</td></tr></tbody></table>',
  );
});

test('a comment is paragraphs, with addresses as links that lend no rank', () => {
  expect(plainText('Well done!\nSee https://example.org/a?b=1&c=2.\n\n<b>No</b> *marks*').html).toBe(
    '<p>Well done!<br>See <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow ugc noopener">https://example.org/a?b=1&amp;c=2</a>.</p>\n' +
      '<p>&lt;b&gt;No&lt;/b&gt; *marks*</p>',
  );
});

test('reading time counts words and is never nothing', () => {
  expect(readingMinutes(richText('One word'))).toBe(1);
  expect(readingMinutes(richText('word '.repeat(690)))).toBe(3);
});

test('a page shows prose as it is', async () => {
  expect(String(await (<Prose text={richText('**Yes**')} />))).toBe(
    '<div class="prose"><p><strong>Yes</strong></p></div>',
  );
});
