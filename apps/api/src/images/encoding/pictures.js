// @ts-check
import { join } from 'node:path';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';

/**
 * From an uploaded file to our own files. Runs in the encoding process only (see `encoder.ts`): plain JavaScript,
 * so that the same file serves the built API and the tests.
 *
 * @typedef {import('./messages.ts').EncodedFile} EncodedFile
 * @typedef {import('./messages.ts').EncodedUpload} EncodedUpload
 * @typedef {import('./messages.ts').UploadTask} UploadTask
 * @typedef {import('./messages.ts').AvifTask} AvifTask
 * @typedef {{ data: Buffer, info: { width: number, height: number, channels: 1 | 2 | 3 | 4 } }} Pixels
 */

// libvips reads dozens of formats; a file decides which by its bytes. All are shut but the four we take.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((type) => `VipsForeignLoad${type}File`),
});
sharp.cache(false);
sharp.concurrency(1);

const pixelLimit = 40_000_000;
const sideLimit = 16_000;
/** Widest picture kept: the source of every later variant. */
const originalWidth = 2560;
const variantWidths = [1600, 1080, 768, 480];
/** Flatness from which a picture counts as a graphic, and from which lossless is the smaller way. */
const graphicFrom = 0.5;
const losslessFrom = 0.88;

/** A file that can't be used, with the reason the author gets to read about. */
export class Unusable extends Error {
  /** @param {import('./messages.ts').UnusableReason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {Pixels} pixels */
const from = ({ data, info }) => sharp(data, { raw: info, limitInputPixels: pixelLimit });

/** Widths to make of a picture this wide: never enlarged, and none that is nearly another.
 *  @param {number} width */
export function widthsFor(width) {
  const widest = Math.min(width, /** @type {number} */ (variantWidths[0]));
  return [widest, ...variantWidths.filter((one) => one < widest * 0.9)];
}

/**
 * Screenshots and drawings have large areas of one colour each, photographs none. How much of the picture its 32 most
 * frequent colours cover, told on a grid of samples: 0 to 1.
 * @param {Pixels} pixels
 */
async function flatness(pixels) {
  const size = Math.min(256, pixels.info.width, pixels.info.height);
  const grid = await from(pixels)
    .resize(size, size, { fit: 'fill', kernel: 'nearest' })
    .removeAlpha()
    .raw()
    .toBuffer();
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < grid.length; at += 3) {
    const colour = grid.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts.values()].sort((a, b) => b - a).slice(0, 32);
  return frequent.reduce((sum, count) => sum + count, 0) / (size * size);
}

/** @param {Pixels} pixels */
async function thumbhashOf(pixels) {
  const { data, info } = await from(pixels)
    .resize(100, 100, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

/**
 * Small text blurs first in the halved colour resolution of lossy WebP, so graphics are spared that. Where nearly
 * everything is flat and not scaled, keeping it as it is takes no more bytes than that.
 * @param {number} flat @param {boolean} scaled
 */
function webp(flat, scaled) {
  if (flat < graphicFrom) return { quality: 80, effort: 4 };
  if (flat < losslessFrom || scaled) return { quality: 90, smartSubsample: true, effort: 2 };
  return { nearLossless: true, quality: 60, effort: 1 };
}

/**
 * @param {Pixels} pixels @param {string} folder @param {number} width
 * @param {EncodedFile['format']} format
 * @param {(image: import('sharp').Sharp) => import('sharp').Sharp} encode
 * @returns {Promise<EncodedFile>}
 */
async function write(pixels, folder, width, format, encode) {
  const name = `${width}.${format}`;
  const resized = width === pixels.info.width ? from(pixels) : from(pixels).resize({ width });
  const { height } = await encode(resized).toFile(join(folder, name));
  return { name, format, width, height };
}

/** @param {string} file @param {import('./messages.ts').UploadTask['type']} type */
async function decode(file, type) {
  // `failOn: error` refuses what is cut off, and lets pass what a camera wrote a little wrong.
  const image = sharp(file, { limitInputPixels: false, failOn: 'error' });
  const { width = 0, height = 0, format } = await image.metadata();
  if (format !== type) throw new Unusable('unreadable');
  if (width * height > pixelLimit || Math.max(width, height) > sideLimit)
    throw new Unusable('too-many-pixels');
  const { data, info } = await sharp(file, { limitInputPixels: pixelLimit, failOn: 'error' })
    .autoOrient()
    .resize({ width: originalWidth, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const turned = /** @type {{ width: number, height: number }} */ ((await image.metadata()).autoOrient);
  return { pixels: { data, info }, turned };
}

/** The one JPEG, for programs that know nothing newer (`jpegFile` of libs/content names it); no transparency.
 *  @param {Pixels} pixels @param {string} folder */
function jpeg(pixels, folder) {
  const width = widthsFor(pixels.info.width).find((one) => one <= 1200) ?? pixels.info.width;
  const options = { quality: 82, progressive: true };
  return write(pixels, folder, width, 'jpeg', (image) => image.flatten({ background: '#fff' }).jpeg(options));
}

/** Decodes once; what is kept is our own encoding, so neither metadata nor a crafted file survives.
 *  @param {UploadTask} task @returns {Promise<EncodedUpload>} */
export async function encodeUpload({ file, type, folder }) {
  const { pixels, turned } = await decode(file, type);
  // JPEG has blurred its edges already: nothing is left to spare.
  const flat = type === 'jpeg' ? 0 : await flatness(pixels);
  const { width } = pixels.info;
  const best = flat < losslessFrom ? { quality: 94, effort: 2 } : { lossless: true, effort: 1 };
  const files = [await write(pixels, folder, width, 'original', (image) => image.webp(best))];
  for (const one of widthsFor(width)) {
    files.push(await write(pixels, folder, one, 'webp', (image) => image.webp(webp(flat, one !== width))));
  }
  files.push(await jpeg(pixels, folder));
  const graphic = flat >= graphicFrom;
  return { width: turned.width, height: turned.height, graphic, thumbhash: await thumbhashOf(pixels), files };
}

/** AVIF files, and the JPEG, of a picture we encoded ourselves.
 *  @param {AvifTask} task @returns {Promise<EncodedFile[]>} */
export async function encodeAvif({ file, graphic, widths, withJpeg, folder }) {
  const { pixels } = await decode(file, 'webp');
  const files = withJpeg ? [await jpeg(pixels, folder)] : [];
  for (const width of widths) {
    const options = { quality: graphic ? 68 : 50, effort: 2, chromaSubsampling: '4:4:4' };
    files.push(await write(pixels, folder, width, 'avif', (image) => image.avif(options)));
  }
  return files;
}
