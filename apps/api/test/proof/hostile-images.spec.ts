import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Image } from '@gonggo/contract';
import sharp from 'sharp';
import { type Person, useApi } from '../support/api.ts';
import { formWith } from './authorisation/attempts.ts';
import { quiet } from './fingerprint.ts';
import { chunk, pngOf, signature } from './pictures.ts';
import { jsonOf, send } from './raw-http.ts';

const api = useApi();
let author: Person;
beforeAll(async () => void (author = await api.signIn('author')));

const payload = '<script>alert("marker-of-the-payload")</script>';

async function upload(file: Buffer, name?: string) {
  const { type, bytes } = formWith(file, name);
  const headers = { ...author.headers, 'content-type': type };
  return send(api.url, { method: 'POST', path: '/api/v1/images', headers, body: bytes });
}

const base = (format: 'jpeg' | 'webp' | 'gif' | 'png') =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#a33' } }).toFormat(format);

/** Chunks slipped in right after the header of a PNG. */
const withChunk = (png: Buffer, type: string, data: Buffer) => withChunks(png, [chunk(type, data)]);
const withChunks = (png: Buffer, chunks: Buffer[]) =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

describe('a good picture that is also something else', () => {
  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['a page behind a PNG', () => Buffer.concat([pngOf(8, 8), Buffer.from(payload)])],
    [
      'a page behind a JPEG',
      async () => Buffer.concat([await base('jpeg').toBuffer(), Buffer.from(payload)]),
    ],
    [
      'a page in the words of a PNG',
      () => withChunk(pngOf(8, 8), 'tEXt', Buffer.from(`Comment\0${payload}`)),
    ],
    [
      'a page in the EXIF of a JPEG',
      () =>
        base('jpeg')
          .withExif({ IFD0: { ImageDescription: payload } })
          .toBuffer(),
    ],
    [
      'a page in the EXIF of a WebP',
      () =>
        base('webp')
          .withExif({ IFD0: { Copyright: payload } })
          .toBuffer(),
    ],
    ['a page in the comment of a GIF', async () => gifWithComment(await base('gif').toBuffer())],
    [
      'an archive behind a PNG',
      () => Buffer.concat([pngOf(8, 8), Buffer.from('504b0506', 'hex'), Buffer.from(payload)]),
    ],
    [
      'XMP that is a page',
      () => withChunk(pngOf(8, 8), 'iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${payload}`)),
    ],
  ])('%s: only the picture is kept', async (_, make) => {
    const reply = await upload(await make());
    expect(reply.status).toBe(201);
    const image = jsonOf(reply) as Image;

    const kept = await api.sql<{ data: Buffer }>(
      `SELECT c.data FROM image_chunk c JOIN image_variant v ON v.id = c.variant_id WHERE v.image_id = $1`,
      [image.id],
    );
    expect(kept.length).toBeGreaterThan(0);
    for (const { data } of kept) expect(data.includes('marker-of-the-payload')).toBe(false);
    for (const { url } of image.sources) {
      const file = await send(api.url, {
        method: 'GET',
        path: new URL(url, api.url).pathname,
        headers: author.headers,
      });
      expect(file.body.includes('marker-of-the-payload')).toBe(false);
      expect(file.headers['x-content-type-options']).toBe('nosniff');
      expect(file.headers['content-security-policy']).toMatch(/sandbox/);
      expect(file.headers['content-type']).toMatch(/^image\/(webp|avif)$/);
    }
  });
});

describe('a picture that costs more than it looks', () => {
  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['words that unpack to 100 MB', () => withChunk(pngOf(8, 8), 'zTXt', bomb('Comment\0\0', 100))],
    ['a profile that unpacks to 100 MB', () => withChunk(pngOf(8, 8), 'iCCP', bomb('sRGB\0\0', 100))],
    ['pixels that unpack to 100 MB in a picture of 8 × 8', () => pngOf(8, 8, Buffer.alloc(100 * 2 ** 20))],
    ['an animation of 2,000 frames', () => animation(2_000)],
    [
      'twenty thousand comments',
      () => withChunks(pngOf(8, 8), Array(20_000).fill(chunk('tEXt', Buffer.from('a\0b')))),
    ],
    [
      'a length of 4 GB',
      () => Buffer.concat([signature, Buffer.from('ffffffff', 'hex'), Buffer.from('IHDR'), Buffer.alloc(64)]),
    ],
  ])('%s is answered in time, and the server stays quick', async (_, make) => {
    const file = await make();
    const sending = upload(file);
    const health: number[] = [];
    while (!(await Promise.race([sending.then(() => true), pause(20).then(() => false)]))) {
      health.push((await send(api.url, { method: 'GET', path: '/api/healthz' })).ms);
    }
    const { status, ms } = await sending;
    expect([200, 201, 400, 413, 415]).toContain(status);
    expect(ms).toBeLessThan(3_000);
    for (const one of health) expect(one).toBeLessThan(1_000);
  });
});

test('the name of a file is one harmless line', async () => {
  for (const name of [
    '../../etc/passwd',
    'a\\..\\b.png',
    'x'.repeat(5_000),
    'a%00.png',
    '<b>.png',
    '.htaccess',
  ]) {
    const reply = await upload(pngOf(8, 8), name);
    expect([name, reply.status]).toEqual([name, 201]);
    expect((jsonOf(reply) as Image).name).not.toMatch(/[/\\\n]|\.\./);
  }
  await quiet(api);
});

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const bomb = (head: string, megabytes: number) =>
  Buffer.concat([Buffer.from(head, 'latin1'), deflateSync(Buffer.alloc(megabytes * 2 ** 20))]);

/** A comment is an extension block, put before the first frame. */
function gifWithComment(gif: Buffer): Buffer {
  const at = gif.indexOf(Buffer.from('21f904', 'hex'));
  const block = Buffer.concat([
    Buffer.from('21fe', 'hex'),
    Buffer.of(payload.length),
    Buffer.from(payload),
    Buffer.of(0),
  ]);
  return Buffer.concat([gif.subarray(0, at), block, gif.subarray(at)]);
}

/** One frame of a GIF, over and over. */
async function animation(frames: number): Promise<Buffer> {
  const gif = await base('gif').toBuffer();
  const start = gif.indexOf(Buffer.from('21f904', 'hex'));
  const frame = gif.subarray(start, -1);
  return Buffer.concat([
    gif.subarray(0, start),
    ...Array.from({ length: frames }, () => frame),
    Buffer.of(0x3b),
  ]);
}
