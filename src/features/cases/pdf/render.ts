import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { root } from '#kernel/paths.ts';
import type { Paper } from './paper.ts';

const TEMPLATE = join(root, 'src/features/cases/pdf');
const FONTS = join(root, 'dist/fonts');
const KEEP = 10; // how many documents ago a memoised part may have been used

/**
 * A paper → a tagged PDF (PDF/UA-1), the same bytes for the same paper. What people typed reaches the template as data
 * and is printed as typed.
 */
export function renderPdf(paper: Paper): Buffer {
  const typst = compiler();
  const result = typst.compile({ mainFilePath: join(TEMPLATE, 'case.typ'), inputs: { paper: JSON.stringify(paper) } });
  const document = result.result;
  if (!document) throw new Error(`The document cannot be set: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`);
  const pdf = typst.pdf(document, { pdfStandard: 'ua-1' });
  typst.evictCache(KEEP);
  return pdf;
}

let made: NodeCompiler | null = null;

function compiler(): NodeCompiler {
  if (!existsSync(FONTS) || !readdirSync(FONTS).some((name) => name.endsWith('.ttf')))
    throw new Error('dist/fonts is empty: build first.');
  made ??= NodeCompiler.create({ workspace: TEMPLATE, fontArgs: [{ fontPaths: [FONTS] }] });
  return made;
}
