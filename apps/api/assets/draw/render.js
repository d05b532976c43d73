import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Points fontconfig at the fonts of the dependencies: the pictures look the same on every machine. Call before sharp loads. */
function useOwnFonts() {
  const fonts = join(here, '../../../../node_modules/pretendard/dist/public/static');
  const file = join(mkdtemp(), 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${dirname(file)}</cachedir></fontconfig>`,
  );
  // eslint-disable-next-line no-restricted-syntax -- set for fontconfig, not read
  process.env.FONTCONFIG_FILE = file;
}

function mkdtemp() {
  const folder = join(tmpdir(), 'gonggo-demo-fonts');
  mkdirSync(folder, { recursive: true });
  return folder;
}

useOwnFonts();
const { default: sharp } = await import('sharp');

/** Writes one picture as WebP, small enough to be committed; screens keep their small text. */
export async function save(name, svg, { quality = 84, lossless = false } = {}) {
  const image = sharp(Buffer.from(svg), { density: 72 });
  const file = join(here, '../demo', `${name}.webp`);
  const { size } = await image.webp(lossless ? { nearLossless: true, quality: 60, effort: 6 } : { quality, smartSubsample: true, effort: 6 }).toFile(file);
  return { name, size };
}
