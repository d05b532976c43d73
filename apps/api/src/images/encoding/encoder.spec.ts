import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { Encoder } from './encoder.ts';
import type { UploadTask } from './messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'gonggo-encoder-'));
afterAll(() => rmSync(folder, { recursive: true }));
let encoder: Encoder;
afterEach(() => encoder.close());

const task: UploadTask = { kind: 'upload', file: '/nowhere', type: 'png', folder };
const answering = `process.on('message', () => setTimeout(() => process.send({ ok: true, result: String(process.pid) }), 50));`;

/** An encoder whose process is this program. */
function withProgram(
  source: string,
  options: Partial<ConstructorParameters<typeof Encoder>[0]> = {},
): Encoder {
  const program = join(folder, `${Math.random()}.cjs`);
  writeFileSync(program, source);
  encoder = new Encoder({ processes: 1, queue: 10, timeout: 5000, program, ...options });
  return encoder;
}

describe('a process that fails', () => {
  test.each([
    ['crashes', `process.on('message', () => process.abort());`],
    [
      'runs out of memory',
      `process.on('message', () => { const all = []; for (;;) all.push(new Array(1e6).fill({})); });`,
    ],
    ['ends without a word', `process.on('message', () => process.exit(0));`],
    ['cannot start', `throw new Error('no');`],
  ])(
    'that %s: the file is given up, and the next one is served',
    async (_, source) => {
      await expect(withProgram(source).run(task)).rejects.toMatchObject({ reason: 'gave-up' });
      await expect(encoder.run(task)).rejects.toMatchObject({ reason: 'gave-up' });
    },
    30_000,
  );

  test('that hangs is ended at the time limit', async () => {
    const begun = Date.now();
    const run = withProgram(`process.on('message', () => { for (;;); });`, { timeout: 400 }).run(task);
    await expect(run).rejects.toMatchObject({ reason: 'gave-up' });
    expect(Date.now() - begun).toBeLessThan(3000);
  });

  test('after its answer is replaced', async () => {
    const dying = `process.on('message', () => { process.send({ ok: true, result: String(process.pid) }); setTimeout(() => process.exit(1), 20); });`;
    const first = await withProgram(dying).run<string>(task);
    await new Promise((next) => setTimeout(next, 300));
    expect(await encoder.run<string>(task)).not.toBe(first);
  });
});

test('a process is used again, and sees nothing of our environment', async () => {
  const source = `process.on('message', () => process.send({ ok: true, result: { pid: process.pid, env: Object.keys(process.env) } }));`;
  const first = await withProgram(source).run<{ pid: number; env: string[] }>(task);
  const second = await encoder.run<{ pid: number; env: string[] }>(task);
  expect(second.pid).toBe(first.pid);
  expect(
    first.env.filter((name) => name !== 'NODE_CHANNEL_FD' && name !== 'NODE_CHANNEL_SERIALIZATION_MODE'),
  ).toEqual([]);
});

test('waiting has an end: what is too much is refused with a time to come back', async () => {
  const busy = withProgram(answering, { processes: 1, queue: 2 });
  const runs = await Promise.allSettled(Array.from({ length: 5 }, () => busy.run(task)));
  expect(runs.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect(runs.at(-1)).toMatchObject({
    reason: { status: 503, code: 'overloaded', extra: { headers: { 'retry-after': '5' } } },
  });
});

test('two at a time, when there are two processes', async () => {
  const pair = withProgram(answering, { processes: 2 });
  const pids = await Promise.all(Array.from({ length: 6 }, () => pair.run<string>(task)));
  expect(new Set(pids).size).toBe(2);
});

test('closing ends all processes and refuses what waits', async () => {
  const runs = [withProgram(answering.replace('50', '60000')).run(task), encoder.run(task)];
  const settled = Promise.allSettled(runs);
  await new Promise((next) => setTimeout(next, 200));
  encoder.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(encoder.run(task)).rejects.toMatchObject({ status: 503 });
});
