import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '#test/support/house.ts';
import { paperOf } from './paper.ts';
import { renderPdf } from './render.ts';
import { sampleVersion } from './sample.ts';

const URL = 'https://cairn.example.org';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Node = { role?: string; alt?: string; children?: Node[] };

async function opened(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)));
  const texts = await Promise.all(
    pages.map(async (page) => {
      const { items } = await page.getTextContent();
      return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    }),
  );
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as unknown as Node[];
  const links = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat().map(({ url }) => String(url));
  const nodes = trees.flatMap(flat);
  return { document, text: texts.join('\n').replace(/\s+/g, ' '), nodes, links };
}

function flat(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

test('the number in the PDF is the one on the page, and leads to the same source', async () => {
  const visitor = await house.as();
  const row = await house.db
    .selectFrom('cases')
    .select(['slug', 'short_id'])
    .where('title', 'like', 'Home before lunch%')
    .executeTakeFirstOrThrow();
  const at = `/cases/${row.slug}-${row.short_id}`;
  const page = await (await visitor.get(at)).text();
  const [, source = '', number = ''] = /class="claim-number"><a href="(\/s\/[^"]+)">([^<]+)</.exec(page) ?? [];
  const answer = await visitor.get(`${at}.pdf`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const { text, links } = await opened(new Uint8Array(await answer.arrayBuffer()));
  expect(number).toMatch(/^\d+(\.\d+)? minutes$/);
  expect(text).toContain(number);
  expect(links.some((link) => link.endsWith(source))).toBe(true);
  expect(text).toContain('Evidence 2 of 5: measured');
  const hash = /<code>([0-9a-f]{64})<\/code>/.exec(page)?.[1] ?? 'none';
  expect(text.replaceAll(' ', '')).toContain(hash);
});

test('it is tagged for PDF/UA-1: title, language, headings in order, an alternative for each picture', async () => {
  const { document, nodes } = await opened(renderPdf(paperOf(sampleVersion(), URL)));
  const { metadata, info } = await document.getMetadata();
  expect(metadata?.get('pdfuaid:part')).toBe('1');
  expect(info).toMatchObject({ Title: 'Home before lunch pays for itself in beds', Language: 'en-GB' });
  expect(renderPdf(paperOf(sampleVersion(), URL)).toString('latin1')).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  const levels = nodes.flatMap(({ role }) => (/^H\d$/.test(role ?? '') ? [Number(role?.slice(1))] : []));
  expect(levels.length).toBeGreaterThan(4);
  for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 1)).toBeLessThanOrEqual(1);
  const figures = nodes.filter(({ role }) => role === 'Figure');
  expect(figures.length).toBeGreaterThan(2);
  expect(figures.every(({ alt }) => (alt ?? '') !== '')).toBe(true);
  expect(figures.some(({ alt }) => alt?.startsWith('Chart of'))).toBe(true);
});

test('it is set in our own fonts, embedded', () => {
  const names = renderPdf(paperOf(sampleVersion(), URL))
    .toString('latin1')
    .matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([A-Za-z-]+)/g);
  const used = new Set([...names].map(([, name]) => name?.replace('-Identity-H', '').replace('Ext-', '-')));
  expect([...used].sort()).toEqual([
    'AtkinsonHyperlegibleNext-Bold',
    'AtkinsonHyperlegibleNext-Regular',
    'NewsreaderDisplay-Medium',
    'NewsreaderDisplay-SemiBold',
  ]);
});

test('letters beyond English come from our fonts too', async () => {
  const version = sampleVersion({ context: 'Órla Ní Bhriain, Łukasz Żółć, Siân Ŵyn' });
  const pdf = renderPdf(paperOf(version, URL));
  expect((await opened(pdf)).text).toContain('Łukasz Żółć');
  expect(pdf.toString('latin1')).toContain('AtkinsonHyperlegibleNextExt-Regular');
  expect(pdf.toString('latin1')).not.toContain('Libertinus');
});

/** The sample with these authors. */
function writtenBy(...names: string[]) {
  const version = sampleVersion();
  const [person] = version.blocks.flatMap(({ content }) => (content?.kind === 'person' ? [content] : []));
  if (!person) throw new Error('nobody wrote the sample');
  const others = version.blocks.filter(({ kind }) => kind !== 'person');
  const authors = names.map((name, position) => ({
    ...{ position, kind: 'person' as const, digest: '', salt: null, withdrawnAt: null, erased: false },
    content: { ...person, name, author: true },
  }));
  return { ...version, blocks: [...others, ...authors] };
}

test('names in Welsh, Irish, Ukrainian and Arabic are printed as their bearers write them', async () => {
  const { text } = await opened(renderPdf(paperOf(writtenBy('Siân Ŵyn', 'Órla Ní Bhriain', 'Олена Шевченко'), URL)));
  expect(text).toContain('Siân Ŵyn, Órla Ní Bhriain and Олена Шевченко');
  const arabic = await opened(renderPdf(paperOf(writtenBy('ليلى الحسن'), URL)));
  expect(arabic.text).toMatch(/[\u0600-\u06ff\ufb50-\ufeff]{3}/);
});

test('a name in letters that no font here has is named by its script, never boxes, and whole in the file’s properties', async () => {
  const typed = { ...writtenBy('𓀀𓀁 𓀂', 'Rhys Pugh'), ask: 'Fund it 𓀀, please.' };
  const { text, document } = await opened(renderPdf(paperOf(typed, URL)));
  expect(text).toContain('[in another script] and Rhys Pugh');
  expect(text).toContain('Fund it [in another script], please.');
  expect(text).toContain('They stand as they were written at cairn.example.org/s/0a1b2c3d4e');
  expect(text).toContain('49.4 minutes');
  expect((await document.getMetadata()).info).toMatchObject({ Author: expect.stringContaining('𓀀𓀁 𓀂') });
});

test('of several claims the first page gives the sum, before the story and the charts', async () => {
  const version = sampleVersion();
  const [first, ...others] = version.blocks;
  const ten = { ...version, blocks: [...Array.from({ length: 10 }, () => first!), ...others] };
  const { document } = await opened(renderPdf(paperOf(ten, URL)));
  const { items } = await (await document.getPage(1)).getTextContent();
  const page = items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(page).toContain('In short');
  expect(page.match(/49\.4 minutes/g)).toHaveLength(10);
  const none = { ...version, blocks: others.filter(({ kind }) => kind !== 'claim') };
  expect((await opened(renderPdf(paperOf(none, URL)))).text).not.toContain('In short');
});

test('what people typed is printed as typed, whatever it means elsewhere', async () => {
  const title = '#import "x": * $a^2$ *bold* _it_ <script>alert(1)</script> \\u{41} @cite [x] // = `raw`';
  const { text } = await opened(renderPdf(paperOf(sampleVersion({ title, ask: title }), URL)));
  expect(text.replaceAll(' ', '').split(title.replaceAll(' ', '')).length).toBeGreaterThan(2);
});

test('the same version makes the same bytes', () => {
  const [one, two] = [renderPdf(paperOf(sampleVersion(), URL)), renderPdf(paperOf(sampleVersion(), URL))];
  expect(one.equals(two)).toBe(true);
});

test('a block whose consent was withdrawn leaves only the date', async () => {
  const version = sampleVersion();
  const blocks = version.blocks.map((block, i) =>
    i === 1 ? { ...block, salt: null, content: null, withdrawnAt: new Date('2026-11-01T12:00:00Z') } : block,
  );
  const { text } = await opened(renderPdf(paperOf({ ...version, blocks }, URL)));
  expect(text).toContain('Withdrawn on 1 November 2026');
  expect(text).not.toContain('Two nurses');
});
