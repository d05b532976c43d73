import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Draft } from '@gonggo/contract';
import type pg from 'pg';
import { PRIMARY_READ_POOL, READ_POOL } from '../src/platform/database/read-pool.ts';
import { NewsLine } from '../src/platform/invalidation/news-line.ts';
import { probe } from '../src/platform/database/public-database.ts';
import { pngOf } from './proof/pictures.ts';
import { type Person, startApi, type TestApi } from './support/api.ts';
import { emptyDatabase, migratedDatabase, serverUrl, type TestDatabase } from './support/database.ts';
import { aPosting, eventually } from './support/postings.ts';
import { listenTo } from './support/stream.ts';

const at = ({ facts }: Draft, rest = '') => `/api/v1/postings/${encodeURIComponent(facts.slug)}${rest}`;

/** A database that no change ever reaches: a replica whose replaying stands still. */
describe('however far a replica lags', () => {
  let replica: TestDatabase;
  let api: TestApi;
  let owner: Person;
  beforeAll(async () => {
    replica = await migratedDatabase();
    api = await startApi({ DATABASE_READ_URL: replica.url });
    owner = await api.signIn('owner');
    // The line of news stands from here on: nothing older is believed.
    await eventually(
      async () => (await fetch(`${api.url}/api/v1/changes/stream`, { method: 'HEAD' })).status,
      (status) => status === 200,
    );
  });
  afterAll(async () => {
    await api.stop();
    await replica.drop();
  });
  const ask = async (path: string) => {
    const reply = await fetch(`${api.url}${path}`, { redirect: 'manual' });
    return { status: reply.status, text: await reply.text() };
  };

  test('what is published is there at once, in every form, with its pictures', async () => {
    const file = new Blob([new Uint8Array(pngOf(40, 30))]);
    const { id, url } = await owner.images.upload(file, 'face.png').then((image) => ({
      id: image.id,
      url: image.sources[0]?.url ?? '',
    }));
    const authors = [{ accountId: null, name: '가람', role: 'CTO', avatar: id }];
    const posting = await aPosting(owner, { authors });
    const section = `/sections/${posting.sections[0]?.id}`;
    for (const path of [
      at(posting),
      at(posting, '?format=markdown'),
      at(posting, '/jsonld'),
      at(posting, section),
      `/api/v1/images/${id}`,
      url,
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    }
    for (const path of ['/api/v1/postings', '/api/v1/changes'])
      expect((await ask(path)).text).toContain(posting.id);
    expect((await ask('/api/v1/facets')).text).toContain('"count":1');
  });

  test('what is closed or withdrawn by hand is so at once, its pictures too', async () => {
    const file = new Blob([new Uint8Array(pngOf(50, 30))]);
    const image = await owner.images.upload(file, 'other.png');
    const url = image.sources[0]?.url ?? '';
    const authors = [{ accountId: null, name: '나래', role: 'CTO', avatar: image.id }];
    const [closed, withdrawn] = [await aPosting(owner), await aPosting(owner, { authors })];
    expect((await ask(at(withdrawn))).status).toBe(200);
    expect((await ask(url)).status).toBe(200);

    await owner.drafts.close(closed.id);
    await owner.drafts.withdraw(withdrawn.id);
    expect((await ask(at(closed))).text).toContain('"status":"closed"');
    expect((await ask(at(withdrawn))).status).toBe(410);
    const list = await ask('/api/v1/postings?status=all&limit=100');
    expect(list.text).toContain(closed.id);
    expect(list.text).not.toContain(withdrawn.id);
    for (const path of [url, `/api/v1/images/${image.id}`])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });

  test('settings and the stream of changes are the newest, too', async () => {
    const { revision } = await api.anonymous.settings.get();
    await owner.settings.change(revision, { siteName: '반나절' });
    expect(await api.anonymous.settings.get()).toMatchObject({ siteName: '반나절', revision: revision + 1 });

    const stream = await listenTo(api.url);
    const posting = await aPosting(owner);
    const events = await eventually(
      async () => stream.events,
      (all) => all.length > 0,
    );
    stream.stop();
    expect(events.map(({ data }) => (data as { postingId: string }).postingId)).toEqual([posting.id]);
  });
});

test('while a replica is away, readers and health see nothing of it', async () => {
  const api = await startApi({ DATABASE_READ_URL: 'postgres://nobody@127.0.0.1:9/nothing' });
  try {
    const posting = await aPosting(await api.signIn('owner'));
    for (const path of [at(posting), '/api/v1/postings', '/api/v1/settings', '/api/v1/facets'])
      expect([path, (await fetch(api.url + path)).status]).toEqual([path, 200]);
    expect((await fetch(`${api.url}/api/readyz`)).status).toBe(200);
  } finally {
    await api.stop();
  }
});

test('a replica that has replayed nothing yet, not even the tables, is of no matter', async () => {
  const replica = await emptyDatabase();
  const api = await startApi({ DATABASE_READ_URL: replica.url });
  try {
    const posting = await aPosting(await api.signIn('owner'));
    for (const path of [at(posting), '/api/v1/postings', '/api/v1/settings', '/api/v1/changes'])
      expect([path, (await fetch(api.url + path)).status]).toEqual([path, 200]);
  } finally {
    await api.stop();
    await replica.drop();
  }
});

test('what is withdrawn is not shown by a replica that lags because the database is busy', async () => {
  const replica = await migratedDatabase();
  const api = await startApi({ DATABASE_READ_URL: replica.url, CACHE_MB: '0' });
  try {
    const posting = await aPosting(await api.signIn('owner'));
    await replay(api, replica);
    await api.signIn('owner').then((owner) => owner.drafts.withdraw(posting.id));
    const status = async () => (await fetch(api.url + at(posting))).status;
    expect(await status()).toBe(410);

    const primary = jest.spyOn(api.app.get<pg.Pool>(PRIMARY_READ_POOL), 'query');
    const fails = (code: string) =>
      primary.mockImplementation(() => Promise.reject(Object.assign(new Error(code), { code })));
    fails('57014');
    expect(await status()).toBe(503);
    // Nobody can withdraw anything now.
    fails('ECONNREFUSED');
    expect(await status()).toBe(200);
  } finally {
    await api.stop();
    await replica.drop();
  }
});

test('what was withdrawn unheard is not shown by a replica that lags', async () => {
  const replica = await migratedDatabase();
  const api = await startApi({ DATABASE_READ_URL: replica.url, CACHE_MB: '0' });
  try {
    const posting = await aPosting(await api.signIn('owner'));
    await replay(api, replica);
    const status = async () => (await fetch(api.url + at(posting))).status;
    expect(await status()).toBe(200);
    // It is stopping: its line is closed, and what still comes is answered.
    await api.app.get(NewsLine, { strict: false }).beforeApplicationShutdown();
    await api.sql('DELETE FROM published_posting');
    await api.sql('UPDATE change_counter SET revision = revision + 1');
    expect(await status()).toBe(404);
  } finally {
    await api.stop();
    await replica.drop();
  }
});

describe('a replica that says nothing', () => {
  // As many as are served at once: more would be a crowd, which is refused while the first ones wait.
  const burst = async (api: TestApi) => {
    const replies = Array.from({ length: 40 }, () => fetch(`${api.url}/api/v1/postings`));
    return new Set((await Promise.all(replies)).map(({ status }) => status));
  };

  test('from the start costs readers one wait', async () => {
    const replica = await mutable(serverUrl());
    replica.mute(true);
    const api = await startApi({ DATABASE_READ_URL: replica.url, CACHE_MB: '0' });
    const asked = jest.spyOn(api.app.get<pg.Pool>(READ_POOL), 'query');
    try {
      expect(await burst(api)).toEqual(new Set([200]));
      asked.mockClear();
      for (let n = 0; n < 5; n += 1) {
        expect(await burst(api)).toEqual(new Set([200]));
        expect((await fetch(`${api.url}/api/readyz`)).status).toBe(200);
      }
      expect(asked.mock.calls.filter(([text]) => (text as unknown) !== probe)).toEqual([]);
    } finally {
      await api.stop();
      replica.stop();
    }
  });

  test('in the middle of its work is left, and asked again when it speaks', async () => {
    const database = await migratedDatabase();
    const replica = await mutable(database.url);
    const api = await startApi({ DATABASE_READ_URL: replica.url, CACHE_MB: '0' });
    const primary = jest.spyOn(api.app.get<pg.Pool>(PRIMARY_READ_POOL), 'query');
    const primaryAsked = async () => {
      primary.mockClear();
      expect(await fetch(`${api.url}/api/v1/postings`)).toMatchObject({ status: 200 });
      return primary.mock.calls.length > 0;
    };
    try {
      await burst(api);
      await eventually(primaryAsked, (asked) => !asked);
      replica.mute(true);
      expect(await burst(api)).toEqual(new Set([200]));
      expect(await primaryAsked()).toBe(true);
      replica.mute(false);
      await eventually(primaryAsked, (asked) => !asked);
    } finally {
      await api.stop();
      replica.stop();
      await database.drop();
    }
  });
});

/** A way to a server that can be cut off: then it takes connections and bytes, and says nothing. */
async function mutable(databaseUrl: string) {
  const url = new URL(databaseUrl);
  const [host, port] = [url.hostname, Number(url.port || 5432)];
  const sockets = new Set<Socket>();
  let muted = false;
  const server = createServer((near) => {
    const far = connect({ host, port });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.on('data', (bytes) => void (muted || to.write(bytes)));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    mute: (now: boolean) => (muted = now),
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Brings a replica up to date as to what is live. */
async function replay(from: TestApi, to: TestDatabase): Promise<void> {
  const [state] = await from.sql<{ live: unknown; counter: unknown }>(
    `SELECT (SELECT jsonb_agg(p) FROM published_posting p) AS live, (SELECT jsonb_agg(k) FROM change_counter k) AS counter`,
  );
  const values = [JSON.stringify(state?.live), JSON.stringify(state?.counter)];
  await to.sql(`ALTER TABLE published_posting DISABLE TRIGGER ALL`);
  await to.sql(
    `WITH counted AS (UPDATE change_counter k SET revision = c.revision
                        FROM jsonb_populate_recordset(NULL::change_counter, $2) c WHERE k.id = c.id)
     INSERT INTO published_posting SELECT * FROM jsonb_populate_recordset(NULL::published_posting, $1)`,
    values,
  );
}
