import { request } from 'node:http';
import { beforeAll, expect, test } from '@jest/globals';
import { type Person, useApi } from './support/api.ts';
import { aPosting, eventually } from './support/postings.ts';
import { listenTo } from './support/stream.ts';

const api = useApi({ CACHE_MB: '0' });
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

const site = () => ({ 'x-gonggo-secret': api.config.siteSecret ?? '' });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/api/v1${path}`, { headers });
const revisionNow = async () =>
  Number((await api.sql<{ revision: string }>('SELECT revision FROM change_counter'))[0]?.revision);

test('the stream names a revision that only grows, and tells our site the newest when it begins', async () => {
  const before = await revisionNow();
  const stream = await listenTo(api.url, site());
  expect(Number(stream.headers['x-gonggo-revision'])).toBeGreaterThanOrEqual(before);
  const anyone = await listenTo(api.url);
  expect(anyone.headers['x-gonggo-revision']).toBeUndefined();
  anyone.stop();

  const draft = await aPosting(cto);
  const settings = await cto.settings.get();
  await cto.settings.change(settings.revision, { taglineKo: '같이 자라요' });
  await cto.drafts.withdraw(draft.id);
  const newest = await revisionNow();
  const revisions = () => stream.events.map(({ data }) => (data as { revision: number }).revision);
  const heard = await eventually(
    async () => revisions(),
    (all) => (all.at(-1) ?? 0) >= newest,
  );
  expect(heard).toEqual([...new Set(heard)].sort((a, b) => a - b));
  expect(heard[0]).toBeGreaterThan(before);
  stream.stop();
});

test('what the database has already, but no news told yet, is told when they come', async () => {
  // A listener that begins between a commit and its notification has the line's number, but not its news.
  const { cursor } = await api.anonymous.postings.changes();
  const stream = await listenTo(api.url, site(), `?since=${Number(cursor) + 1}`);
  await aPosting(cto);
  const [event] = await eventually(
    async () => stream.events,
    (events) => events.length > 0,
    2000,
  );
  expect(event).toMatchObject({ event: 'refresh', data: { revision: await revisionNow() } });
  stream.stop();
});

test('one network may not take all places, and none of our site’s', async () => {
  const as = (address: string) => ({ ...site(), 'x-gonggo-visitor': address });
  const neighbours = Array.from({ length: 20 }, (_, n) => as(`2001:db8:1:2::${n + 1}`));
  const open = await Promise.all(neighbours.map((headers) => listenTo(api.url, headers)));

  const refused = await get('/changes/stream', as('2001:db8:1:2:ffff::1'));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
  expect(await refused.json()).toMatchObject({ code: 'too-many-requests' });
  for (const headers of [as('2001:db8:1:3::1'), as('192.0.2.1'), site()])
    open.push(await listenTo(api.url, headers));

  open[0]?.stop();
  const again = await eventually(
    () => listenTo(api.url, as('2001:db8:1:2::99')).catch(() => null),
    (stream) => stream !== null,
  );
  [...open, again].forEach((stream) => stream?.stop());
});

test('all visitors together leave room for our site', async () => {
  const many = await Promise.all(
    Array.from({ length: 500 }, (_, n) => opened({ ...site(), 'x-gonggo-visitor': `10.9.${n % 50}.1` })),
  );
  expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await get('/changes/stream', { ...site(), 'x-gonggo-visitor': '10.8.0.1' })).status).toBe(503);
  const stream = await listenTo(api.url, site());
  stream.stop();
  many.forEach(({ stop }) => stop());
});

/** Opens a stream and reads nothing but its status. */
function opened(headers: Record<string, string>): Promise<{ status: number; stop: () => void }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${api.url}/api/v1/changes/stream`, { headers, agent: false }, (res) => {
      res.on('error', () => undefined).resume();
      resolve({ status: res.statusCode ?? 0, stop: () => asked.destroy() });
    });
    asked.on('error', reject);
    asked.end();
  });
}
