import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Draft } from '@gonggo/contract';
import type pg from 'pg';
import { PRIMARY_READ_POOL, READ_POOL } from '../src/platform/database/read-pool.ts';
import { type Person, startApi, useApi } from './support/api.ts';
import { upload } from './images/files.ts';
import { hour } from './support/clock.ts';
import { migratedDatabase } from './support/database.ts';
import { aPosting, eventually, soon } from './support/postings.ts';
import { listenTo } from './support/stream.ts';

const api = useApi({ CACHE_MB: '0' });
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

const at = ({ facts }: Draft, rest = '') => `/postings/${encodeURIComponent(facts.slug)}${rest}`;
const site = () => ({ 'x-gonggo-secret': api.config.siteSecret ?? '' });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/api/v1${path}`, { headers, redirect: 'manual' });
const told = async (path: string, more: Record<string, string> = {}) => {
  const { headers, status } = await get(path, { ...site(), ...more });
  const [revision, left] = ['x-gonggo-revision', 'x-gonggo-left'].map((name) => headers.get(name));
  return {
    status,
    etag: headers.get('etag') ?? '',
    revision: revision && Number(revision),
    left: left && Number(left),
  };
};
const revisionNow = async () =>
  Number((await api.sql<{ revision: string }>('SELECT revision FROM change_counter'))[0]?.revision);

/** An address of every kind of public reply, refusals among them. */
async function everyReply(): Promise<[path: string, status: number][]> {
  const live = await aPosting(cto);
  const gone = await aPosting(cto);
  await cto.drafts.withdraw(gone.id);
  const moved = await aPosting(cto);
  await cto.drafts.change(moved.id, moved.revision, { slug: `new-${moved.facts.slug}` });
  await cto.drafts.publish(moved.id);
  const nothing = '0b0e7a3c-5a3e-4d9e-9a53-0f8d1f3b7c11';
  return [
    [at(live), 200],
    [at(live, '?format=markdown'), 200],
    [at(live, '/jsonld'), 200],
    [at(live, `/sections/${live.sections[0]?.id}`), 200],
    [at(live, `/sections/${nothing}`), 404],
    [at(gone), 410],
    [at(moved), 301],
    ['/postings/never-there', 404],
    ['/postings', 200],
    ['/postings?team=nobody', 200],
    ['/facets', 200],
    ['/changes', 200],
    ['/settings', 200],
    [`/images/${nothing}`, 404],
  ];
}

describe('our own site is told how old a reply is', () => {
  test('of every kind, refusals and 304 included; nobody else is', async () => {
    const replies = await everyReply();
    const revision = await revisionNow();
    for (const [path, status] of replies) {
      const word = await told(path);
      expect([path, word.status, word.revision]).toEqual([path, status, revision]);
      if (status === 200) {
        const unchanged = await told(path, { 'if-none-match': word.etag });
        expect([path, unchanged.status, unchanged.revision]).toEqual([path, 304, revision]);
      }
      const strangers: Record<string, string>[] = [
        {},
        { 'x-gonggo-secret': 'guessed' },
        { ...site(), 'x-gonggo-visitor': '192.0.2.1' },
      ];
      for (const others of strangers) {
        const names = [...(await get(path, others)).headers.keys()];
        expect([path, names.filter((name) => name.startsWith('x-gonggo'))]).toEqual([path, []]);
      }
    }
  });

  test('the bytes and their tags are the same for all', async () => {
    const draft = await aPosting(cto);
    for (const path of [at(draft), '/postings', '/settings']) {
      const [mine, theirs] = [await get(path, site()), await get(path)];
      expect(mine.headers.get('etag')).toBe(theirs.headers.get('etag'));
      expect(mine.headers.get('vary')).toBe(theirs.headers.get('vary'));
      expect(await mine.text()).toBe(await theirs.text());
    }
  });

  test('a reply from memory is as old as when it was read', async () => {
    const own = await startApi();
    try {
      const ask = async () => {
        const headers = { 'x-gonggo-secret': own.config.siteSecret ?? '' };
        return (await fetch(`${own.url}/api/v1/postings`, { headers })).headers.get('x-gonggo-revision');
      };
      const before = await ask();
      // Another process's change of which no news came.
      await own.sql('UPDATE change_counter SET revision = revision + 1');
      expect(await ask()).toBe(before);
    } finally {
      await own.stop();
    }
  });
});

test('while only a replica that lags can be asked, replies are as old as it, and are not kept', async () => {
  const replica = await migratedDatabase();
  const own = await startApi({ DATABASE_READ_URL: replica.url });
  try {
    const secret = { 'x-gonggo-secret': own.config.siteSecret ?? '' };
    const stream = await listenTo(own.url, secret);
    const draft = await aPosting(await own.signIn('owner'));
    const [event] = await eventually(
      async () => stream.events,
      (events) => events.length > 0,
    );
    stream.stop();
    const { revision } = event?.data as { revision: number };
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    jest
      .spyOn(own.app.get<pg.Pool>(PRIMARY_READ_POOL), 'query')
      .mockImplementation(() => Promise.reject(away));
    const asked = async (path: string) => {
      const { status, headers } = await fetch(`${own.url}/api/v1${path}`, { headers: secret });
      return { status, revision: Number(headers.get('x-gonggo-revision')) };
    };
    const behind = await asked(at(draft));
    expect(behind.status).toBe(404);
    expect(behind.revision).toBeLessThan(revision);
    expect((await asked('/settings')).revision).toBeLessThan(revision);

    // It has caught up as far as its counter says: what it answers now is new, not what was read before.
    await replica.sql('UPDATE change_counter SET revision = $1', [revision]);
    expect(await asked(at(draft))).toEqual({ status: 404, revision });
    expect((await asked('/settings')).revision).toBe(revision);
  } finally {
    await own.stop();
    await replica.drop();
  }
});

test('it is told the time that is left until the next closing, by the database’s clock', async () => {
  const own = await startApi({ CACHE_MB: '0' });
  try {
    const by = await own.signIn('owner');
    const [first, later, never] = [
      await aPosting(by, { closesAt: soon(3 * hour) }),
      await aPosting(by, { closesAt: soon(5 * hour) }),
      await aPosting(by),
    ];
    const left = async (path: string) => {
      const headers = { 'x-gonggo-secret': own.config.siteSecret ?? '' };
      const word = (await fetch(`${own.url}/api/v1${path}`, { headers })).headers.get('x-gonggo-left');
      return word && Math.round(Number(word) / 60_000);
    };
    await own.clock.setTo(new Date(Date.parse(first.facts.closesAt ?? '') - hour));
    expect(await left(at(first))).toBe(60);
    expect(await left(at(later))).toBe(180);
    expect(await left(at(never))).toBeNull();
    // Whatever counts or lists changes when any of them closes.
    for (const path of ['/postings', '/postings?team=nobody', '/facets']) expect(await left(path)).toBe(60);
    await own.clock.advance(2 * hour);
    expect(await left(at(first))).toBeNull();
    expect(await left('/facets')).toBe(60);
    await own.clock.advance(2 * hour);
    expect(await left('/facets')).toBeNull();
    expect(await left('/settings')).toBeNull();
  } finally {
    await own.stop();
  }
});

test('a list is one statement, whatever it finds and whatever it is asked for', async () => {
  const draft = await aPosting(cto);
  const query = jest.spyOn(api.app.get<pg.Pool>(READ_POOL), 'query');
  const more = (await (await get('/postings?limit=1')).json()) as { page: { nextCursor: string } };
  for (const path of [
    at(draft),
    '/postings',
    '/postings?limit=1',
    `/postings?limit=1&cursor=${more.page.nextCursor}`,
    '/postings?status=closed&team=nobody',
    '/postings?sort=title&include=sections',
    '/postings?sort=closesAt&include=images&team=nobody',
    '/facets',
    '/changes?since=999999',
  ]) {
    query.mockClear();
    const reply = await get(path);
    // The probe of /readyz asks on the same pool once a second.
    const asked = query.mock.calls.filter(([text]) => (text as unknown) !== 'SELECT 1');
    expect([path, reply.status, asked.length]).toEqual([path, 200, 1]);
    if (/nobody/.test(path)) {
      expect(await reply.json()).toEqual({ data: [], page: { nextCursor: null } });
      expect(reply.headers.get('last-modified')).toMatch(/GMT$/);
    }
  }
  query.mockRestore();
});

test('an image of the site says how it may be kept, and changes when its new words are put before the public', async () => {
  const image = await upload(cto);
  const path = `/images/${image.id}`;
  const before = await told(path);
  expect([before.status, before.revision]).toEqual([404, await revisionNow()]);
  const { revision } = await cto.settings.get();
  await cto.settings.change(revision, { logo: image.id });

  const first = await get(path);
  expect(Object.fromEntries(first.headers)).toMatchObject({
    etag: expect.stringMatching(/^"[\w-]+"$/),
    'last-modified': expect.stringMatching(/GMT$/),
    'cache-control': 'public, no-cache',
    vary: 'Accept, Accept-Encoding, Authorization, Cookie',
    'access-control-allow-origin': '*',
  });
  expect((await told(path)).revision).toBe(await revisionNow());
  const since = { 'if-modified-since': first.headers.get('last-modified') ?? '' };
  expect((await get(path, since)).status).toBe(304);
  await new Promise((done) => setTimeout(done, 1100));
  await cto.images.change(image.id, image.revision, { alt: '새 설명' });
  expect(await (await get(path)).json()).toMatchObject({ alt: '' });
  await cto.settings.change((await cto.settings.get()).revision, { logo: image.id });
  const changed = await get(path, since);
  expect([changed.status, await changed.json()]).toEqual([200, expect.objectContaining({ alt: '새 설명' })]);
});
