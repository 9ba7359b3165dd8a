import { globSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from '../paths.ts';

let fonts: Promise<unknown> | null = null;

/**
 * A drawing as a picture, twice as fine as a screen, on white: for slides and for programs that know no SVG. Its words are
 * in our own fonts, whatever fonts the machine has. Throws what sharp throws for text that is no SVG.
 */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  fonts ??= Promise.all(globSync(join(root, 'dist/fonts/*.ttf')).map(known));
  await fonts;
  const drawing = sharp(Buffer.from(svg), { density: 144 });
  return new Uint8Array(await drawing.flatten({ background: '#ffffff' }).png({ compressionLevel: 9 }).toBuffer());
}

/** A font that has set one word is known to everything that this process draws: libvips hands it to fontconfig. */
async function known(fontfile: string): Promise<void> {
  await sharp({ text: { text: 'a', fontfile } })
    .png()
    .toBuffer();
}
