import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { root } from '#kernel/paths.ts';
import { drawable } from './letters.ts';
import type { Paper } from './paper.ts';

const TEMPLATE = join(root, 'src/features/cases/pdf');
const FONTS = join(root, 'dist/fonts');
/** Where machines keep the fonts that their operator has installed. */
const OF_THE_MACHINE = ['/usr/share/fonts', '/usr/local/share/fonts', '/Library/Fonts'];
const KEEP = 10; // how many documents ago a memoised part may have been used

/**
 * A paper → a tagged PDF (PDF/UA-1), the same bytes for the same paper and fonts. What people typed reaches the template as
 * data and is printed as typed. Letters that our own fonts lack come from the machine's; for those that no font here has,
 * PDF/UA allows no empty boxes, so the words that need them are named instead.
 */
export function renderPdf(paper: Paper): Buffer {
  const own = set(paper, compiler('own'));
  if (own.pdf) return own.pdf;
  const wider = set(paper, compiler('all'));
  if (wider.pdf) return wider.pdf;
  const named = set(drawable(paper, wider.missing), compiler('all'));
  if (named.pdf) return named.pdf;
  throw new Error(`The document cannot be set: ${named.missing}`);
}

/** The document, or the letters that no font has. Throws on anything else. */
function set(paper: Paper, typst: NodeCompiler): { pdf: Buffer; missing: null } | { pdf: null; missing: string } {
  const result = typst.compile({ mainFilePath: join(TEMPLATE, 'case.typ'), inputs: { paper: JSON.stringify(paper) } });
  const document = result.result;
  if (!document) throw new Error(`The document cannot be set: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`);
  try {
    return { pdf: typst.pdf(document, { pdfStandard: 'ua-1' }), missing: null };
  } catch (error) {
    const missing = missingIn(String(error));
    if (missing === '') throw error;
    return { pdf: null, missing };
  } finally {
    typst.evictCache(KEEP);
  }
}

/** The letters that Typst complains of. It writes marks without a letter as `\u{9be}`. */
function missingIn(complaint: string): string {
  const texts = [...complaint.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(
    ([, text = '']) => text,
  );
  return texts
    .join('')
    .replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

const made = new Map<'own' | 'all', NodeCompiler>();

function compiler(fonts: 'own' | 'all'): NodeCompiler {
  if (!existsSync(FONTS) || !readdirSync(FONTS).some((name) => name.endsWith('.ttf')))
    throw new Error('dist/fonts is empty: build first.');
  const fontPaths = fonts === 'own' ? [FONTS] : [FONTS, ...OF_THE_MACHINE.filter((path) => existsSync(path))];
  const typst = made.get(fonts) ?? NodeCompiler.create({ workspace: TEMPLATE, fontArgs: [{ fontPaths }] });
  made.set(fonts, typst);
  return typst;
}
