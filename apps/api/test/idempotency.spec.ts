import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { hashOfBody } from '../src/platform/idempotency/idempotency.ts';
import { Housekeeping } from '../src/operations/housekeeping.ts';
import { password, useApi } from './support/api.ts';
import { day, hour } from './support/clock.ts';

const api = useApi();
const json = { 'content-type': 'application/json' };
const tags = (name: string) => api.sql('SELECT id FROM term WHERE name_ko = $1', [name]);

test('ten at the same moment and one later make one thing and get one reply', async () => {
  const editor = await api.signIn('editor');
  const post = () =>
    editor.fetch('/taxonomy', {
      method: 'POST',
      headers: { ...json, 'idempotency-key': 'one-tag' },
      body: JSON.stringify({ kind: 'tag', nameKo: '한 번만' }),
    });
  const replies = await Promise.all(Array.from({ length: 10 }, post));
  replies.push(await post());
  expect(replies.map(({ status }) => status)).toEqual(Array<number>(11).fill(201));
  const bodies = await Promise.all(replies.map((reply) => reply.text()));
  expect(new Set(bodies).size).toBe(1);
  expect(replies.map(({ headers }) => headers.get('etag'))).toEqual(Array<string>(11).fill('"1"'));
  expect(replies.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(10);
  expect(await tags('한 번만')).toHaveLength(1);
});

test('the same key with another body is refused, in another order of keys it is the same', async () => {
  const editor = await api.signIn('editor');
  const post = (body: string) =>
    editor.fetch('/taxonomy', { method: 'POST', headers: { ...json, 'idempotency-key': 'k' }, body });
  expect((await post('{"kind":"tag","nameKo":"가"}')).status).toBe(201);
  expect((await post('{ "nameKo": "가", "kind": "tag" }')).headers.get('idempotency-replayed')).toBe('true');
  const other = await post('{"kind":"tag","nameKo":"나"}');
  expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([
    422,
    'idempotency-mismatch',
  ]);
  expect(await tags('나')).toHaveLength(0);
});

test('keys of other people and of other paths are other keys', async () => {
  const [one, two] = [await api.signIn('editor'), await api.signIn('owner')];
  await one.taxonomy.add({ kind: 'tag', nameKo: '다' }, { idempotencyKey: 'same' });
  await two.taxonomy.add({ kind: 'tag', nameKo: '라' }, { idempotencyKey: 'same' });
  await two.accounts.add(
    { email: 'n@gonggo.example', name: 'N', role: 'viewer' },
    { idempotencyKey: 'same' },
  );
});

test('secrets are shown once and never stored', async () => {
  const owner = await api.signIn('owner');
  const key = () => owner.apiKeys.add({ name: 'k', scopes: ['drafts:read'] }, { idempotencyKey: 'a-key' });
  const first = await key();
  const second = await key();
  expect(first.secret).toMatch(/^gg_/);
  expect(second).toEqual({ ...first, secret: null });

  const account = () =>
    owner.accounts.add(
      { email: 'm@gonggo.example', name: 'M', role: 'viewer' },
      { idempotencyKey: 'an-account' },
    );
  const invited = await account();
  const token = invited.invitation.url?.split('#')[1] ?? '';
  expect((await account()).invitation.url).toBeNull();
  const rows = await api.sql<{ row: string }>(
    'SELECT row_to_json(idempotency)::text AS row FROM idempotency',
  );
  for (const { row } of rows) {
    expect(row).not.toContain(first.secret);
    expect(row).not.toContain(token);
  }
});

test('what was refused is not kept: mended, it works under the same key', async () => {
  const editor = await api.signIn('editor');
  const add = (nameKo: string) => editor.taxonomy.add({ kind: 'team', nameKo }, { idempotencyKey: 'mend' });
  await editor.taxonomy.add({ kind: 'team', nameKo: '있어요' });
  await expect(add('있어요')).rejects.toMatchObject({ status: 409, code: 'slug-taken' });
  expect((await add('없어요')).nameKo).toBe('없어요');
});

test('a broken key is refused before anything is done', async () => {
  const editor = await api.signIn('editor');
  for (const key of ['', 'with space', '한글'.repeat(1), 'x'.repeat(201)]) {
    const headers = { ...json, 'idempotency-key': encodeURI(key) === key ? key : 'tab\there' };
    const reply = await editor.fetch('/taxonomy', {
      method: 'POST',
      headers,
      body: JSON.stringify({ kind: 'tag', nameKo: `깨진 ${key.length}` }),
    });
    expect(reply.status).toBe(400);
  }
});

test('what is kept of a body tells nobody its password, not even by trying', async () => {
  const person = await api.signIn('author');
  const key = randomUUID();
  const body = { current: password, next: `another ${password}` };
  const change = () =>
    person.fetch('/me/password', {
      method: 'POST',
      headers: { ...json, 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  expect((await change()).status).toBe(204);
  expect((await change()).headers.get('idempotency-replayed')).toBe('true');
  const [row] = await api.sql<{ body_hash: string; text: string }>(
    `SELECT body_hash, row_to_json(idempotency)::text AS text FROM idempotency WHERE path = '/api/v1/me/password' AND actor = $1`,
    [person.accountId],
  );
  expect(row?.body_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(row?.body_hash).not.toBe(hashOfBody(body));
  expect(row?.text).not.toContain(key);
});

test('replies are kept for a day at least, and not for ever', async () => {
  const editor = await api.signIn('editor');
  const add = () => editor.taxonomy.add({ kind: 'tag', nameKo: '하루' }, { idempotencyKey: 'a-day' });
  const first = await add();
  await api.clock.advance(day);
  await api.app.get(Housekeeping, { strict: false }).tidy();
  expect(await add()).toEqual(first);

  await api.clock.advance(day + hour);
  await api.app.get(Housekeeping, { strict: false }).tidy();
  await expect(add()).rejects.toMatchObject({ status: 409, code: 'slug-taken' });
  await api.clock.advance(-2 * day - hour);
});

test('more people at once than there are connections change what is theirs, though each is counted', async () => {
  const people = await Promise.all(Array.from({ length: 14 }, () => api.signIn('author')));
  const send = (path: string, body: object) =>
    Promise.all(
      people.map((person) =>
        person.fetch(path, {
          method: 'POST',
          headers: { ...json, 'idempotency-key': randomUUID() },
          body: JSON.stringify(body),
        }),
      ),
    );
  const begin = Date.now();
  const replies = [
    ...(await send('/me/password', { current: password, next: `another ${password}` })),
    ...(await send('/me/totp', { password: `another ${password}` })),
    ...(await send('/me/totp', { password: `another ${password}`, code: '000000' })),
  ];
  expect(replies.map(({ status }) => status).sort()).toEqual([
    ...Array<number>(14).fill(200),
    ...Array<number>(14).fill(204),
    ...Array<number>(14).fill(400), // a wrong code
  ]);
  expect(Date.now() - begin).toBeLessThan(20_000);
});
