import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient } from '@gonggo/contract/client';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/app.setup.ts';
import { type Person, serve, useApi } from './support/api.ts';
import { aPosting, eventually, republish } from './support/postings.ts';
import { listenTo } from './support/stream.ts';

let other: NestFastifyApplication;
afterAll(() => other.close());
const api = useApi();
let cto: Person;
let otherUrl: string;
beforeAll(async () => {
  cto = await api.signIn('owner');
  other = await createApp(api.config);
  otherUrl = await serve(other);
});

const there = () => createClient({ baseUrl: otherUrl }).postings;
const statusThere = async (slug: string) =>
  (await fetch(`${otherUrl}/api/v1/postings/${encodeURIComponent(slug)}`, { redirect: 'manual' })).status;

test('what one process publishes and withdraws, another one shows within a second', async () => {
  const took: number[] = [];
  for (let n = 0; n < 10; n++) {
    const draft = await aPosting(cto, { slug: `seen-elsewhere-${n}` });
    const { slug } = draft.facts;
    await eventually(
      () => statusThere(slug),
      (status) => status === 200,
      1000,
    );
    await republish(cto, draft.id);
    const began = Date.now();
    await eventually(
      () => there().get(slug),
      ({ version }) => version === 2,
      1000,
    );
    took.push(Date.now() - began);
    await eventually(
      () => there().list({ limit: 100 }),
      ({ data }) => data.some(({ id, version }) => id === draft.id && version === 2),
      1000,
    );

    await cto.drafts.withdraw(draft.id);
    await eventually(
      () => statusThere(slug),
      (status) => status === 410,
      1000,
    );
    await eventually(
      () => there().list({ limit: 100 }),
      ({ data }) => data.every(({ id }) => id !== draft.id),
      1000,
    );
  }
  expect(Math.max(...took)).toBeLessThan(1000);
});

test('a 404 that was remembered gives way to what is published', async () => {
  expect(await statusThere('not-yet')).toBe(404);
  expect(await statusThere('not-yet')).toBe(404);
  await aPosting(cto, { slug: 'not-yet' });
  await eventually(
    () => statusThere('not-yet'),
    (status) => status === 200,
    1000,
  );
});

test('a process that hears no news shows nothing old, and hears again by itself', async () => {
  const { id, facts } = await aPosting(cto);
  for (let version = 2; version <= 6; version++) {
    await there().get(facts.slug);
    await api.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'gonggo news' AND datname = current_database()`);
    await republish(cto, id);
    await eventually(
      () => there().get(facts.slug),
      (posting) => posting.version === version,
      1000,
    );
  }
  const deaf = () =>
    api.sql<{ count: number }>(`SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE application_name = 'gonggo news' AND datname = current_database()`);
  await eventually(deaf, ([row]) => row?.count === 2);
});

test('listeners of every process hear it; when news stop they are hung up on and come back without a gap', async () => {
  const first = await eventually(
    () => listenTo(otherUrl).catch(() => null),
    (stream) => stream !== null,
  );
  if (!first) throw new Error('It listens by now');
  const draft = await aPosting(cto);
  await eventually(
    async () => first.events,
    (events) => events.length === 1,
    1000,
  );
  await api.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'gonggo news' AND datname = current_database()`);
  await republish(cto, draft.id);
  await first.ended;

  const last = first.events.at(-1)?.id ?? '';
  const again = await eventually(
    () => listenTo(otherUrl, { 'last-event-id': last }).catch(() => null),
    (stream) => stream !== null,
  );
  await cto.drafts.withdraw(draft.id);
  const events = await eventually(
    async () => [...first.events, ...(again?.events ?? [])],
    (all) => all.length === 3,
  );
  expect(events.map(({ data }) => (data as { type: string }).type)).toEqual([
    'published',
    'updated',
    'withdrawn',
  ]);
  again?.stop();
});

test('a database that cuts every connection, again and again, ends no process; reading works again by itself', async () => {
  const { facts } = await aPosting(cto);
  let cutting = true;
  const seen = new Set<number>();
  const read = async () => {
    while (cutting) seen.add(await statusThere(facts.slug));
  };
  const write = async () => {
    while (cutting) seen.add((await cto.fetch('/drafts?limit=1')).status);
  };
  const load = [read(), read(), read(), write(), write()];
  for (let n = 0; n < 20; n++) {
    await api.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'gonggo%'`);
    await new Promise((done) => setTimeout(done, 50));
  }
  cutting = false;
  await Promise.all(load);
  expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  await eventually(
    () => statusThere(facts.slug),
    (status) => status === 200,
    10_000,
  );
  await cto.drafts.publish((await cto.drafts.list({ limit: 1 })).data[0]?.id ?? '');
});
