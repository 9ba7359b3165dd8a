import sharp from 'sharp';
import { Invalid } from '../errors.ts';
import { t } from '../words.ts';

export type Picture = { bytes: Uint8Array; type: string; ending: string; width: number; height: number };

const LONGEST_SIDE = 2000;
const MOST_PIXELS = 50_000_000; // a camera of today; a few kilobytes can unpack to far more
const SECONDS = 20;

sharp.cache(false);

/**
 * A picture drawn anew: turned as the camera was held, at most `longestSide` pixels long, and without anything that its file said
 * besides (place, camera, name, thumbnails). Throws Invalid where it cannot be read.
 */
export async function redraw(bytes: Uint8Array, field: string, longestSide = LONGEST_SIDE): Promise<Picture> {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true });
    const { format } = await image.metadata();
    const drawn = image
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: SECONDS });
    const [encoded, type, ending] =
      format === 'jpeg'
        ? [drawn.jpeg({ quality: 82, mozjpeg: true }), 'image/jpeg', 'jpg']
        : format === 'webp'
          ? [drawn.webp({ quality: 82 }), 'image/webp', 'webp']
          : [drawn.png({ compressionLevel: 9 }), 'image/png', 'png'];
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), type, ending, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Error && /pixel limit/.test(error.message))
      throw new Invalid({ [field]: t('That picture has too many pixels. Please send one with at most 50 million.') });
    throw new Invalid({
      [field]: t('We cannot read that picture. Please open it, save it again as JPEG or PNG, and send that.'),
    });
  }
}
