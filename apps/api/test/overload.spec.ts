import { expect, test } from '@jest/globals';
import pg from 'pg';
import { startApi, useApi } from './support/api.ts';
import { eventually, waitingSql } from './support/postings.ts';

const api = useApi();

/** Holds a table so that every statement on it waits. */
async function whileLocked<T>(table: string, work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: api.database.url });
  await holder.connect();
  await holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  try {
    return await work();
  } finally {
    await holder.end();
  }
}

test('when the database stands still, everybody is told within seconds, health answers, and then it goes on', async () => {
  const person = await api.signIn('viewer');
  const began = Date.now();
  await whileLocked('session', async () => {
    // Not checked against OpenAPI one by one: this thread is also the one that serves.
    const asked = Array.from({ length: 300 }, () =>
      fetch(`${api.url}/api/v1/me`, { headers: person.headers }),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const healthBegan = Date.now();
    expect((await fetch(`${api.url}/api/healthz`)).status).toBe(200);
    expect(Date.now() - healthBegan).toBeLessThan(2_000);

    const replies = await Promise.all(asked);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([503]));
    for (const { headers } of replies) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await replies[0]?.json()).toMatchObject({ code: 'overloaded' });
  });
  expect((await person.fetch('/me')).status).toBe(200);
});

test('connections that the database drops are replaced without a hand', async () => {
  const person = await api.signIn('viewer');
  await api.sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  const statuses = new Set<number>();
  const until = Date.now() + 10_000;
  while (!statuses.has(200) && Date.now() < until) statuses.add((await person.fetch('/me')).status);
  expect(statuses.has(200)).toBe(true);
  expect([...statuses].every((status) => status === 200 || status === 503)).toBe(true);
  expect((await api.anonymous.fetch('/settings')).status).toBe(200);
});

test('stopping ends what listens and lets what works finish', async () => {
  const other = await startApi();
  const person = await other.signIn('viewer');
  const stream = await fetch(`${other.url}/api/v1/changes/stream`);
  const ended = stream.body?.pipeTo(new WritableStream()).catch(() => undefined);
  const holder = new pg.Client({ connectionString: other.database.url });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE session IN ACCESS EXCLUSIVE MODE');
  // As many as there are connections to the database: all of them are at work when the stop comes.
  const working = Array.from({ length: 10 }, () => person.fetch('/me'));
  await eventually(
    () => other.sql(waitingSql),
    (rows) => rows.length === working.length,
  );
  const began = Date.now();
  const stopped = other.app.close();
  // Short: with the wait above it must stay below the lock timeout of two seconds.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await holder.end();
  expect((await Promise.all(working)).map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
  await Promise.all([stopped, ended]);
  expect(Date.now() - began).toBeLessThan(10_000);
  await other.database.drop();
  expect(other.violations).toEqual([]);
});
