import { beforeAll, expect, test } from '@jest/globals';
import { type Person, useApi } from './support/api.ts';
import { addressOf, aPosting, republish } from './support/postings.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  api.anonymous.fetch(path, { headers, method });

test('every public reply says how it may be kept, and HEAD equals GET', async () => {
  const draft = await aPosting(cto);
  const paths = [
    addressOf(draft),
    addressOf(draft, '?format=html'),
    addressOf(draft, '/jsonld'),
    `/postings`,
    '/facets',
    '/changes',
    '/settings',
    addressOf(draft, `/sections/${draft.sections[0]?.id}`),
  ];
  for (const path of paths) {
    const reply = await get(path);
    expect([path, reply.status]).toEqual([path, 200]);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      etag: expect.stringMatching(/^"[\w-]+"$/),
      'last-modified': expect.stringMatching(/GMT$/),
      'cache-control': 'public, no-cache',
      vary: 'Accept, Accept-Encoding',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[\w-]{8,}$/),
    });
    const head = await get(path, {}, 'HEAD');
    const same = (headers: Headers) =>
      Object.fromEntries(
        [...headers].filter(([name]) => !/^(date|x-request-id|connection|keep-alive)$/.test(name)),
      );
    expect(same(head.headers)).toEqual(same(reply.headers));
    expect(await head.text()).toBe('');
  }
});

test('304 by ETag of the same coding and by date; another version has another ETag', async () => {
  const draft = await aPosting(cto, { words: '긴 글이에요. '.repeat(200) });
  const plain = await get(addressOf(draft), { 'accept-encoding': 'identity' });
  const etag = plain.headers.get('etag') ?? '';
  const again = await get(addressOf(draft), {
    'accept-encoding': 'identity',
    'if-none-match': `"x", W/${etag}`,
  });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  const since = plain.headers.get('last-modified') ?? '';
  expect((await get(addressOf(draft), { 'if-modified-since': since })).status).toBe(304);

  const br = await get(addressOf(draft), { 'accept-encoding': 'br' });
  expect(br.headers.get('content-encoding')).toBe('br');
  expect(br.headers.get('etag')).not.toBe(etag);
  expect(await br.json()).toEqual(await plain.json());
  expect((await get(addressOf(draft), { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(200);

  await republish(cto, draft.id);
  const next = await get(addressOf(draft), { 'accept-encoding': 'identity', 'if-none-match': etag });
  expect(next.status).toBe(200);
  expect(next.headers.get('etag')).not.toBe(etag);
});

test('a request id of the caller’s comes back', async () => {
  expect((await get('/postings', { 'x-request-id': 'my-own-request-1' })).headers.get('x-request-id')).toBe(
    'my-own-request-1',
  );
});

test('never stale after the writer’s own answer', async () => {
  const draft = await aPosting(cto);
  for (let version = 2; version < 30; version++) {
    const reading = Array.from({ length: 5 }, () => get(addressOf(draft)));
    await republish(cto, draft.id);
    expect(await api.anonymous.postings.get(draft.facts.slug)).toMatchObject({ version });
    await Promise.all(reading);
  }
});
