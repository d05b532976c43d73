import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { jpegFile } from '@gonggo/content/render';
import type { Image } from '@gonggo/contract';
import sharp from 'sharp';
import type { QueryRunner } from 'typeorm';
import { JpegFiles1796400000003 } from '../../src/platform/database/migrations/1796400000003-jpeg-files.ts';
import { type Person, useApi } from '../support/api.ts';
import { eventually, media, pictureFile, sendFile, upload } from './files.ts';

const api = useApi();
let author: Person;
beforeAll(async () => void (author = await api.signIn('author')));

const rows = async (table: string) =>
  Number((await api.sql<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
const leftovers = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`gonggo-upload-${process.pid}-`));

describe('what is taken', () => {
  test.each(['jpeg', 'png', 'webp', 'gif'] as const)(
    '%s becomes WebP in widths up to its own',
    async (format) => {
      const image = await upload(author, format, 1200, 800);

      expect(image).toMatchObject({
        width: 1200,
        height: 800,
        alt: '',
        licence: 'unknown',
        revision: 1,
        uses: 0,
      });
      const webp = image.sources.filter(({ type }) => type === 'image/webp');
      expect(webp.map(({ width, height }) => [width, height])).toEqual([
        [1200, 800],
        [768, 512],
        [480, 320],
      ]);
      for (const { url, width, height } of webp) {
        const reply = await media(api, url, author.headers);
        expect(reply.headers.get('content-type')).toBe('image/webp');
        const data = Buffer.from(await reply.arrayBuffer());
        expect(reply.headers.get('content-length')).toBe(String(data.length));
        expect(await sharp(data).metadata()).toMatchObject({ format: 'webp', width, height });
      }
    },
  );

  test('a wide picture gets all four widths, a small one only its own', async () => {
    const wide = await upload(author, 'jpeg', 3000, 1000);
    const small = await upload(author, 'png', 200, 300);
    const widths = (image: typeof wide) =>
      image.sources.filter(({ type }) => type === 'image/webp').map(({ width }) => width);
    expect(widths(wide)).toEqual([1600, 1080, 768, 480]);
    expect(widths(small)).toEqual([200]);
  });

  test('the words that come with it, in NFC, and a name without folders', async () => {
    const words = {
      alt: '책상'.normalize('NFD'),
      credit: '도토리',
      creditUrl: 'https://example.com/',
      licence: 'cc-by',
    };
    const reply = await sendFile(author, await pictureFile('png'), {
      name: 'C:\\나의\\그림.png'.normalize('NFD'),
      words,
    });

    expect(reply.status).toBe(201);
    expect(await reply.json()).toMatchObject({ ...words, alt: '책상', name: '그림.png' });
    expect(reply.headers.get('location')).toMatch(/^\/api\/v1\/images\/[0-9a-f-]{36}$/);
    expect(reply.headers.get('etag')).toBe('"1"');
  });

  test('the first frame of an animation', async () => {
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 60, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const image = await author.images.upload(new Blob([new Uint8Array(animation)]), 'two.gif');

    expect(image).toMatchObject({ width: 60, height: 40 });
    const file = await (await media(api, `/media/${image.id}/60.webp`, author.headers)).arrayBuffer();
    const { dominant } = await sharp(Buffer.from(file)).stats();
    expect(dominant.r).toBeGreaterThan(200);
  });

  test('a photo is turned as the camera held it and loses where it was taken', async () => {
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a5' } })
      .withExif({
        IFD0: { Make: 'SecretCamera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(photo.includes('SecretCamera') || (await sharp(photo).metadata()).orientation === 6).toBe(true);
    const image = await author.images.upload(new Blob([new Uint8Array(photo)]), 'photo.jpg');

    expect(image).toMatchObject({ width: 600, height: 900 });
    expect(image.sources.at(-1)).toMatchObject({ width: 480, height: 720 });
    const files = await api.sql<{ data: Buffer }>(
      'SELECT data FROM image_chunk JOIN image_variant v ON v.id = variant_id WHERE image_id = $1 AND n = 0',
      [image.id],
    );
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const { data } of files) {
      const { exif, orientation, icc } = await sharp(data).metadata();
      expect({ exif, orientation, icc }).toEqual({ exif: undefined, orientation: undefined, icc: undefined });
      expect(data.includes('SecretCamera')).toBe(false);
    }
  });

  test('large files go in and out in pieces of 256 KB', async () => {
    const noise = {
      create: {
        width: 2600,
        height: 1800,
        channels: 3 as const,
        background: '#888',
        noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
      },
    };
    const image = await author.images.upload(
      new Blob([new Uint8Array(await sharp(noise).jpeg({ quality: 90 }).toBuffer())]),
      'noise.jpg',
    );
    const chunks = await api.sql<{ n: number; size: number }>(
      `SELECT n, length(data) AS size FROM image_chunk JOIN image_variant v ON v.id = variant_id
        WHERE image_id = $1 AND format = 'webp' AND width = 1600 ORDER BY n`,
      [image.id],
    );
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.slice(0, -1).every(({ size }) => size === 262_144)).toBe(true);
    const reply = await media(api, `/media/${image.id}/1600.webp`, author.headers);
    expect(await sharp(Buffer.from(await reply.arrayBuffer())).metadata()).toMatchObject({
      width: 1600,
      format: 'webp',
    });
  });

  test('small text on a screenshot stays as sharp as it was', async () => {
    const lines = Array.from(
      { length: 90 },
      (_, n) => `<path d="M ${(n * 11) % 700} ${n * 5} h 60" stroke="#c22"/>`,
    ).join('');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="800" height="500" fill="#fff"/>${lines}</svg>`;
    const png = await sharp(Buffer.from(svg)).png().toBuffer();
    const { id } = await author.images.upload(new Blob([new Uint8Array(png)]), 'screen.png');

    const file = Buffer.from(await (await media(api, `/media/${id}/800.webp`, author.headers)).arrayBuffer());
    const [before, after] = await Promise.all(
      [png, file].map((data) => sharp(data).removeAlpha().raw().toBuffer()),
    );
    const worst = before?.reduce(
      (most, value, at) => Math.max(most, Math.abs(value - (after?.[at] ?? 0))),
      0,
    );
    expect(worst).toBeLessThanOrEqual(8);
  });

  test('AVIF follows in a job; until then its address answers the WebP', async () => {
    const image = await upload(author, 'png', 640, 480);
    expect(image.sources.map(({ type }) => type)).toContain('image/avif');
    const at = `/media/${image.id}/640.avif`;
    expect((await media(api, at, author.headers)).headers.get('content-type')).toMatch(
      /^image\/(webp|avif)$/,
    );

    await eventually(async () => !(await author.images.get(image.id)).working);
    const reply = await media(api, at, author.headers);
    expect(reply.headers.get('content-type')).toBe('image/avif');
    const data = Buffer.from(await reply.arrayBuffer());
    expect(await sharp(data).metadata()).toMatchObject({ width: 640, height: 480, format: 'heif' });
  });
});

describe('the JPEG, for programs that know no WebP', () => {
  const jpegOf = async (image: Image) => {
    const file = jpegFile(image);
    const reply = await media(api, file?.url ?? '', author.headers);
    return { file, type: reply.headers.get('content-type'), data: Buffer.from(await reply.arrayBuffer()) };
  };

  test.each([3000, 1400, 1250, 1200, 640, 90])(
    'of a picture %i wide is there with the upload',
    async (wide) => {
      const { file, type, data } = await jpegOf(await upload(author, 'jpeg', wide, 600));
      expect(type).toBe('image/jpeg');
      expect(file?.width).toBeLessThanOrEqual(1200);
      expect(await sharp(data).metadata()).toMatchObject({
        format: 'jpeg',
        width: file?.width,
        height: file?.height,
      });
    },
  );

  test('shows what is transparent on white', async () => {
    const clear = {
      width: 40,
      height: 40,
      channels: 4 as const,
      background: { r: 200, g: 0, b: 0, alpha: 0 },
    };
    const png = await sharp({ create: clear }).png().toBuffer();
    const image = await author.images.upload(new Blob([new Uint8Array(png)]), 'clear.png');
    const { data } = await jpegOf(image);
    expect([...(await sharp(data).raw().toBuffer())].every((value) => value > 250)).toBe(true);
  });

  test('of a picture that an older release took is made by the job; until then it is the WebP', async () => {
    const image = await upload(author, 'png', 700, 500);
    await eventually(async () => !(await author.images.get(image.id)).working);
    await api.sql(`DELETE FROM image_variant WHERE image_id = $1 AND format = 'jpeg'`, [image.id]);
    expect((await jpegOf(image)).type).toBe('image/webp');
    await new JpegFiles1796400000003().up(asOwner);
    await eventually(async () => (await jpegOf(image)).type === 'image/jpeg');
  });

  /** Runs statements as the owner of the tables, as migrations do. */
  const asOwner = { query: (text: string) => api.sql(text) } as unknown as QueryRunner;
});

describe('the same file', () => {
  test('is one image: 200 with the words it has', async () => {
    const data = await pictureFile('png');
    const first = await sendFile(author, data, { words: { alt: '처음' } });
    const again = await sendFile(author, data, { name: 'other.png', words: { alt: '나중' } });

    expect([first.status, again.status]).toEqual([201, 200]);
    const image = (await first.json()) as { id: string };
    expect(await again.json()).toMatchObject({ id: image.id, alt: '처음', name: 'picture.png' });
  });

  test('ten times at once is one image', async () => {
    const data = await pictureFile('png');
    const before = await rows('image');
    const replies = await Promise.all(Array.from({ length: 10 }, () => sendFile(author, data)));

    expect(replies.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(await rows('image')).toBe(before + 1);
  });

  test('under one Idempotency-Key is answered as the first time; another file is refused', async () => {
    const data = await pictureFile('png');
    const headers = { 'idempotency-key': 'upload-1' };
    const first = await sendFile(author, data, { headers });
    const again = await sendFile(author, data, { headers });
    const other = await sendFile(author, await pictureFile('png'), { headers });

    expect([first.status, again.status, other.status]).toEqual([201, 201, 422]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
  });
});

test('authors may, viewers, strangers and keys without the scope may not', async () => {
  const data = await pictureFile('png');
  const callers = [
    await api.signIn('viewer'),
    api.anonymous,
    await api.withKey('drafts:write'),
    await api.withKey('images:write'),
  ];
  const statuses = [];
  for (const caller of callers) statuses.push((await sendFile(caller, data)).status);
  expect(statuses).toEqual([403, 401, 403, 201]);
});

test('nothing stays on disk', () => expect(leftovers()).toEqual([]));
