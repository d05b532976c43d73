import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { JobInfo, JobList } from '@gonggo/contract';
import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from '../src/app.setup.ts';
import { Transactions } from '../src/platform/database/transactions.ts';
import { enqueue, type NewJob } from '../src/platform/jobs/enqueue.ts';
import { type JobHandler, JobRunner } from '../src/platform/jobs/job-runner.ts';
import { useApi } from './support/api.ts';
import { eventually } from './support/postings.ts';

const api = useApi();

const handle = (kind: string, handler: JobHandler, app: INestApplicationContext = api.app) =>
  app.get(JobRunner, { strict: false }).handle(kind, handler);
const add = (job: NewJob) => api.app.get(Transactions, { strict: false }).run((tx) => enqueue(tx, job));
const jobsOf = async (kind: string) => {
  const owner = await api.signIn('owner');
  const { data } = await owner.send<JobList>('GET', '/jobs');
  return data.filter((job) => job.kind === kind);
};
const rowsOf = (kind: string) =>
  api.sql<{ done: boolean; attempts: number; lastError: string | null }>(
    `SELECT done_at IS NOT NULL AS done, attempts, last_error AS "lastError" FROM job WHERE kind = $1`,
    [kind],
  );
const newKind = () => `test ${randomUUID()}`;

test('a job is done if, and only if, its transaction commits', async () => {
  const kind = newKind();
  const done: unknown[] = [];
  handle(kind, async (payload) => void done.push(payload['n']));
  const transactions = api.app.get(Transactions, { strict: false });
  const failing = transactions.run(async (tx) => {
    await enqueue(tx, { kind, payload: { n: 1 } });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  await add({ kind, payload: { n: 2 } });
  await eventually(
    () => rowsOf(kind),
    ([row]) => row?.done === true,
  );
  expect(done).toEqual([2]);
});

test('what fails is tried again later, and kept with its error when it keeps failing', async () => {
  const kind = newKind();
  let tries = 0;
  handle(kind, async () => {
    tries += 1;
    throw new Error(`no luck ${tries}`);
  });
  await add({ kind, maxAttempts: 2 });
  const [waiting] = await eventually(
    () => jobsOf(kind),
    ([job]) => job?.state === 'waiting' && job.attempts === 1,
  );
  expect(waiting).toMatchObject({ lastError: 'no luck 1', attempts: 1, maxAttempts: 2, doneAt: null });
  expect(Date.parse(waiting?.runAt ?? '')).toBeGreaterThan(Date.now() - 1000);
  const [failed] = await eventually(
    () => jobsOf(kind),
    ([job]) => job?.state === 'failed',
    10_000,
  );
  expect(failed).toMatchObject({ attempts: 2, lastError: 'no luck 2' });
  await new Promise((done) => setTimeout(done, 1500));
  expect(tries).toBe(2);
});

test('what succeeds at last forgets its error', async () => {
  const kind = newKind();
  let tries = 0;
  handle(kind, async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
  });
  await add({ kind });
  await eventually(
    () => rowsOf(kind),
    ([row]) => row?.done === true,
    10_000,
  );
  expect(await rowsOf(kind)).toEqual([{ done: true, attempts: 2, lastError: null }]);
});

test('the job of a process that went away is taken again when its lease ends', async () => {
  const kind = newKind();
  await add({ kind });
  await api.sql(
    `UPDATE job SET attempts = 1, locked_by = gen_random_uuid(), locked_until = clock_timestamp() + interval '2 s' WHERE kind = $1`,
    [kind],
  );
  let done = 0;
  handle(kind, async () => void (done += 1));
  await new Promise((later) => setTimeout(later, 1200));
  expect(done).toBe(0);
  await eventually(
    () => rowsOf(kind),
    ([row]) => row?.done === true,
  );
  expect([done, (await rowsOf(kind))[0]?.attempts]).toEqual([1, 2]);
});

test('one key is one waiting job; a new one takes the place of one that is being done', async () => {
  const kind = newKind();
  const seen: unknown[] = [];
  let finishFirst: () => void = () => undefined;
  handle(kind, async ({ n }) => {
    seen.push(n);
    if (n === 1) await new Promise<void>((done) => (finishFirst = done));
  });
  const later = new Date(Date.now() + 3_600_000);
  await add({ kind, uniqueKey: kind, payload: { n: 0 }, runAt: later });
  await add({ kind, uniqueKey: kind, payload: { n: 1 } });
  await eventually(
    async () => seen,
    (all) => all.length === 1,
  );
  await add({ kind, uniqueKey: kind, payload: { n: 2 } });
  finishFirst();
  await eventually(
    () => rowsOf(kind),
    ([row]) => row?.done === true,
  );
  expect(seen).toEqual([1, 2]);
  expect(await rowsOf(kind)).toHaveLength(1);
});

test('two processes share the work, each job done once; stopping waits for what was begun', async () => {
  const kind = newKind();
  const second = await createApp(api.config);
  await second.init();
  const done: string[] = [];
  for (const [name, app] of Object.entries({ first: api.app, second })) {
    handle(
      kind,
      async ({ n }) => {
        await new Promise((later) => setTimeout(later, 150));
        done.push(`${String(n)} ${name}`);
      },
      app,
    );
  }
  for (let n = 0; n < 40; n++) await add({ kind, payload: { n } });
  await eventually(
    async () => done.filter((one) => one.endsWith('second')).length,
    (count) => count >= 3,
  );
  await second.close();
  await eventually(
    () => rowsOf(kind),
    (rows) => rows.every((row) => row.done),
    20_000,
  );
  expect(done.map((one) => Number(one.split(' ')[0])).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, n) => n),
  );
  expect(new Set(done.map((one) => one.split(' ')[1]))).toEqual(new Set(['first', 'second']));
});

test('only owners see the jobs', async () => {
  for (const role of ['editor', 'author', 'viewer'] as const) {
    const person = await api.signIn(role);
    await expect(person.send<JobInfo[]>('GET', '/jobs')).rejects.toMatchObject({ status: 403 });
  }
  const key = await api.withKey('drafts:read', 'postings:publish');
  await expect(key.send<JobInfo[]>('GET', '/jobs')).rejects.toMatchObject({ status: 403 });
  await expect(api.anonymous.send<JobInfo[]>('GET', '/jobs')).rejects.toMatchObject({ status: 401 });
});
