import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProblemBody } from '@gonggo/contract';
import sharp from 'sharp';
import { Encoder } from '../../src/images/encoding/encoder.ts';
import { Encoders } from '../../src/images/encoding/encoders.ts';
import { pixelFlood } from '../proof/pictures.ts';
import { type Person, useApi } from '../support/api.ts';
import { pictureFile, sendFile } from './files.ts';

const api = useApi();
let author: Person;
beforeAll(async () => void (author = await api.signIn('author')));
afterEach(async () => {
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`gonggo-upload-${process.pid}-`))).toEqual(
    [],
  );
  expect((await api.sql('SELECT 1 FROM image')).length).toBe(0);
});

async function refusal(reply: Response): Promise<ProblemBody> {
  return (await reply.json()) as ProblemBody;
}

const zip = () =>
  Buffer.concat([
    Buffer.from('504b0304140000000800', 'hex'),
    randomBytes(20),
    deflateRawSync(randomBytes(500)),
  ]);

test.each([
  [
    'SVG',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>',
    ),
  ],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(4000))],
  ['PDF', Buffer.from(`%PDF-1.7\n${'1 0 obj '.repeat(200)}`)],
  ['a ZIP', zip()],
  ['TIFF', Buffer.concat([Buffer.from('49492a0008000000', 'hex'), randomBytes(500)])],
  ['three bytes', Buffer.from([0xff, 0xd8, 0x00])],
])('%s that calls itself a PNG is not an image', async (_, data) => {
  const reply = await sendFile(author, data, { name: 'picture.png' });
  expect(reply.status).toBe(415);
  const { code, detail } = await refusal(reply);
  expect(code).toBe('unsupported-media-type');
  expect(detail).toMatch(/told by their content/);
});

describe('a damaged image', () => {
  test.each(['jpeg', 'png', 'webp', 'gif'] as const)('%s cut off in the middle', async (format) => {
    const noise = {
      create: {
        width: 400,
        height: 300,
        channels: 3 as const,
        background: '#888',
        noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
      },
    };
    const whole = await sharp(noise).toFormat(format).toBuffer();
    const reply = await sendFile(author, whole.subarray(0, Math.floor(whole.length / 3)));
    expect(reply.status).toBe(415);
    expect((await refusal(reply)).detail).toMatch(/damaged or cut off/);
  });

  test.each([
    ['JPEG', 'ffd8ffe000104a464946'],
    ['PNG', '89504e470d0a1a0a'],
    ['GIF', '474946383961'],
    ['WebP', '52494646ffffff7f57454250'],
  ])('the first bytes of a %s and then anything', async (_, start) => {
    const reply = await sendFile(author, Buffer.concat([Buffer.from(start, 'hex'), randomBytes(5000)]));
    expect(reply.status).toBe(415);
  });
});

describe('too much', () => {
  test.each([
    ['a header that promises 50,000 × 50,000', () => Promise.resolve(pixelFlood(50_000, 50_000))],
    [
      '41 megapixels in a few bytes',
      () =>
        sharp({ create: { width: 8200, height: 5000, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
    ],
    [
      'one side of 16,001 pixels',
      () =>
        sharp({ create: { width: 16_001, height: 10, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
    ],
  ])('%s is refused at once', async (_, make) => {
    const data = await make();
    const begun = Date.now();
    const reply = await sendFile(author, data);
    expect(reply.status).toBe(413);
    expect((await refusal(reply)).detail).toMatch(/40 megapixels/);
    expect(Date.now() - begun).toBeLessThan(3000);
  });

  test('21 MB, announced', async () => {
    const reply = await sendFile(
      author,
      Buffer.concat([await pictureFile('png'), randomBytes(21 * 2 ** 20)]),
    );
    expect(reply.status).toBe(413);
    expect((await refusal(reply)).detail).toMatch(/20 MB/);
  });

  test('more than 20 MB, unannounced, piece by piece', async () => {
    const start = await pictureFile('jpeg');
    const status = await new Promise<number>((resolve, reject) => {
      const sending = request(
        `${api.url}/api/v1/images`,
        {
          method: 'POST',
          headers: { ...author.headers, 'content-type': 'multipart/form-data; boundary=xyz' },
        },
        (reply) => {
          reply.resume();
          resolve(reply.statusCode ?? 0);
        },
      );
      sending.on('error', reject);
      sending.write('--xyz\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
      sending.write(start);
      const piece = randomBytes(2 ** 20);
      for (let n = 0; n < 22; n += 1) sending.write(piece);
      sending.end('\r\n--xyz--\r\n');
    });
    expect(status).toBe(413);
  });
});

describe('a form that is not understood', () => {
  const raw = (body: string | Buffer, type = 'multipart/form-data; boundary=xyz') =>
    author.fetch('/images', {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers: { 'content-type': type },
    });
  const part = (name: string, value: string, file = '') =>
    `--xyz\r\ncontent-disposition: form-data; name="${name}"${file ? `; filename="${file}"` : ''}\r\n\r\n${value}\r\n`;

  test.each([
    ['an empty file', async () => sendFile(author, Buffer.alloc(0)), 400, '/file'],
    [
      'another name for the file',
      async () => sendFile(author, await pictureFile('png'), { field: 'image' }),
      400,
      '/image',
    ],
    ['no file', async () => raw(`${part('alt', '그림')}--xyz--\r\n`), 400, '/file'],
    [
      'a field nobody knows',
      async () => sendFile(author, await pictureFile('png'), { words: { title: 'a' } }),
      400,
      '/title',
    ],
    [
      'terms nobody knows',
      async () => sendFile(author, await pictureFile('png'), { words: { licence: 'mine' } }),
      400,
      '/licence',
    ],
    [
      'a credit address that runs',
      async () => sendFile(author, await pictureFile('png'), { words: { creditUrl: 'javascript:alert(1)' } }),
      400,
      '/creditUrl',
    ],
    [
      'an alt that is too long',
      async () => sendFile(author, await pictureFile('png'), { words: { alt: '가'.repeat(301) } }),
      400,
      '/alt',
    ],
    ['a field twice', async () => raw(`${part('alt', 'a')}${part('alt', 'b')}--xyz--\r\n`), 400, '/alt'],
    [
      'a name that reaches for the prototype',
      async () => raw(`${part('__proto__', 'a')}--xyz--\r\n`),
      400,
      undefined,
    ],
    [
      'a body that ends in the middle',
      async () => raw(part('file', 'GIF89a', 'a.gif').slice(0, -10)),
      400,
      undefined,
    ],
    ['nothing at all', async () => raw('--xyz--\r\n'), 400, '/file'],
    ['no boundary', async () => raw('file', 'multipart/form-data; charset=utf-8'), 400, undefined],
    ['noise', async () => raw(randomBytes(3000)), 400, undefined],
    ['JSON', async () => raw('{"file":"a"}', 'application/json'), 415, undefined],
    ['the bare image', async () => raw(await pictureFile('png'), 'image/png'), 415, undefined],
  ])('%s', async (_, send, status, pointer) => {
    const reply = await send();
    const problem = await refusal(reply);
    expect({ status: reply.status, detail: problem.detail }).toMatchObject({ status });
    if (pointer) expect(problem.errors?.map((spot) => spot.pointer)).toEqual([pointer]);
  });

  test('two files', async () => {
    const form = new FormData();
    for (const name of ['a.png', 'b.png'])
      form.append('file', new Blob([new Uint8Array(await pictureFile('png'))]), name);
    expect((await author.fetch('/images', { method: 'POST', body: form })).status).toBe(400);
  });

  test('twenty parts', async () => {
    const parts = Array.from({ length: 20 }, (_, n) => part(`alt${n}`, 'a')).join('');
    expect((await raw(`${parts}--xyz--\r\n`)).status).toBe(400);
  });
});

describe('when decoding goes wrong', () => {
  /** Puts another program in the place of the decoder while `work` runs. */
  async function instead(source: string, work: () => Promise<void>, queue = 10): Promise<void> {
    const program = join(mkdtempSync(join(tmpdir(), 'gonggo-test-')), 'program.cjs');
    writeFileSync(program, source);
    const encoders: { uploads: Encoder } = api.app.get(Encoders, { strict: false });
    const real = encoders.uploads;
    encoders.uploads = new Encoder({ processes: 1, queue, timeout: 500, program });
    try {
      await work();
    } finally {
      encoders.uploads.close();
      encoders.uploads = real;
    }
  }

  test.each([
    ['crashes', `process.on('message', () => process.abort());`],
    ['takes too long', `process.on('message', () => { for (;;); });`],
  ])('a decoder that %s is the file’s fault, told in a 415', async (_, source) => {
    await instead(source, async () => {
      const reply = await sendFile(author, await pictureFile('png'));
      expect(reply.status).toBe(415);
      expect((await refusal(reply)).detail).toMatch(/in reasonable time/);
    });
  });

  test('a full queue answers 503 and when to come back', async () => {
    await instead(
      `process.on('message', () => undefined);`,
      async () => {
        const replies = await Promise.all(
          [1, 2, 3].map(async () => sendFile(author, await pictureFile('png'))),
        );
        const full = replies.find(({ status }) => status === 503);
        expect(replies.map(({ status }) => status).sort()).toEqual([415, 415, 503]);
        expect(full?.headers.get('retry-after')).toBe('5');
      },
      1,
    );
  });
});
