import { fileURLToPath } from 'node:url';
import { buildPdfFonts } from '../../bin/lib/fonts.mjs';

/** Documents need their fonts; whoever built Cairn has them already. */
export default async function setup() {
  await buildPdfFonts(fileURLToPath(new URL('../../dist/fonts', import.meta.url)));
}
