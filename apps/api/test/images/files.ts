import { randomBytes, randomInt } from 'node:crypto';
import type { Image } from '@gonggo/contract';
import sharp from 'sharp';
import type { Caller, TestApi } from '../support/api.ts';

type Format = 'jpeg' | 'png' | 'webp' | 'gif';

/** A picture like no other, in whole pixels of one random colour with a darker corner. */
export async function pictureFile(format: Format, width = 900, height = 600): Promise<Buffer> {
  const [r, g, b] = randomBytes(3);
  const corner = {
    create: { width: randomInt(4, 40), height: 20, channels: 3 as const, background: '#222' },
  };
  return sharp({ create: { width, height, channels: 3, background: { r: r ?? 0, g: g ?? 0, b: b ?? 0 } } })
    .composite([{ input: corner, left: 0, top: 0 }])
    .toFormat(format)
    .toBuffer();
}

/** Sends a form as a browser would. */
export function sendFile(
  caller: Caller,
  data: Buffer,
  {
    name = 'picture.png',
    field = 'file',
    words = {} as Record<string, string>,
    headers = {} as Record<string, string>,
  } = {},
): Promise<Response> {
  const form = new FormData();
  for (const [key, value] of Object.entries(words)) form.set(key, value);
  form.set(field, new Blob([new Uint8Array(data)]), name);
  return caller.fetch('/images', { method: 'POST', body: form, headers });
}

export async function upload(
  caller: Caller,
  format: Format = 'png',
  width = 900,
  height = 600,
): Promise<Image> {
  return caller.images.upload(
    new Blob([new Uint8Array(await pictureFile(format, width, height))]),
    `picture.${format}`,
  );
}

/** A file of an image, with or without somebody's credentials. */
export const media = (api: TestApi, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${api.url}${path}`, { method, headers });

/** Waits until `look` answers something. */
export async function eventually<T>(
  look: () => Promise<T | null | undefined | false>,
  patience = 50_000,
): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('It never came.');
}
