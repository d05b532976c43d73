import { spawnSync } from 'node:child_process';
import fs, { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { Encoders } from '../../src/images/encoding/encoders.ts';
import { UnusableFile } from '../../src/images/encoding/encoder.ts';
import { Spool, spoolLimits } from '../../src/images/spool.ts';
import { uploadLimit } from '../../src/images/upload.ts';
import { type Person, useApi } from '../support/api.ts';
import { eventually, pictureFile, sendFile } from './files.ts';

const api = useApi();
let author: Person;
beforeAll(async () => void (author = await api.signIn('author')));

const folders = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`gonggo-upload-${process.pid}-`));
const nothingIsLeft = () => eventually(async () => folders().length === 0);

/** An upload that begins and does not go on. */
function beginUpload(length: number | null): ClientRequest {
  const headers = {
    ...author.headers,
    'content-type': 'multipart/form-data; boundary=xyz',
    ...(length === null ? {} : { 'content-length': String(length) }),
  };
  const sending = request(`${api.url}/api/v1/images`, { method: 'POST', headers, agent: false });
  sending.on('error', () => undefined);
  sending.write('--xyz\r\ncontent-disposition: form-data; name="file"; filename="a.gif"\r\n\r\nGIF89a');
  return sending;
}

const answerTo = (sending: ClientRequest) =>
  new Promise<{ status: number | undefined; wait: string | undefined }>((resolve) => {
    sending.on('response', (reply) => {
      reply.resume();
      resolve({ status: reply.statusCode, wait: reply.headers['retry-after'] });
    });
  });

test.each([
  ['files, however small,', 1000, spoolLimits.uploads],
  ['bytes that may come', null, Math.floor(spoolLimits.bytes / uploadLimit)],
])('only so many %s are taken in at once; the rest is told to come back', async (_, length, most) => {
  const taken = Array.from({ length: most }, () => beginUpload(length));
  await eventually(async () => folders().length === most);

  const refused = beginUpload(length);
  expect(await answerTo(refused)).toEqual({ status: 503, wait: '5' });
  expect(folders()).toHaveLength(most);

  for (const sending of [...taken, refused]) sending.destroy();
  await nothingIsLeft();
  expect((await sendFile(author, await pictureFile('png'))).status).toBe(201);
});

const fullDisk = () =>
  new Writable({
    write: (_chunk, _encoding, done) =>
      done(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })),
  }) as fs.WriteStream;

test('a full disk is told as such, keeps nothing and ends with it', async () => {
  const write = fs.createWriteStream;
  // Full for uploads only: a job may be at work on the picture of the test before.
  const full = jest
    .spyOn(fs, 'createWriteStream')
    .mockImplementation((path, options) =>
      String(path).includes('gonggo-upload-') ? fullDisk() : write(path, options),
    );
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const images = (await api.sql('SELECT 1 FROM image')).length;
  const file = await pictureFile('png');

  const reply = await sendFile(author, file);

  expect(full).toHaveBeenCalled();
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await reply.json()).toMatchObject({
    code: 'overloaded',
    detail: expect.stringContaining('no room'),
  });
  await nothingIsLeft();
  expect(await api.sql('SELECT 1 FROM image')).toHaveLength(images);
  full.mockRestore();
  quiet.mockRestore();
  expect((await sendFile(author, file)).status).toBe(201);
});

test('a disk that fills up while the picture is decoded is not the picture’s fault', async () => {
  const { uploads } = api.app.get(Encoders, { strict: false });
  const run = jest.spyOn(uploads, 'run').mockRejectedValueOnce(new UnusableFile('no-room'));
  const reply = await sendFile(author, await pictureFile('png'));
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '60']);
  run.mockRestore();
  await nothingIsLeft();
});

test('what killed processes left behind goes at the next start; what living ones use stays', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const long = new Date(Date.now() - 3_600_000);
  const made = (name: string, at = new Date()) => {
    const folder = join(tmpdir(), name);
    mkdirSync(folder, { recursive: true });
    utimesSync(folder, at, at);
    return folder;
  };
  const gone = [
    made(`gonggo-upload-${dead}-abc`),
    made(`gonggo-avif-${dead}-abc`),
    // Containers give every process the same number.
    made(`gonggo-upload-${process.pid}-before`, new Date(Date.now() - 86_400_000)),
  ];
  const kept = [
    made(`gonggo-upload-${process.ppid}-abc`, long),
    made(`gonggo-upload-${process.pid}-now`),
    made(`gonggo-other-${dead}-abc`),
  ];
  try {
    await new Spool().onModuleInit();
    expect(gone.filter((folder) => existsSync(folder))).toEqual([]);
    expect(kept.filter((folder) => existsSync(folder))).toEqual(kept);
  } finally {
    for (const folder of [...gone, ...kept]) fs.rmSync(folder, { recursive: true, force: true });
  }
});
