import { expect, test } from '@jest/globals';
import { useApi } from './support/api.ts';
import { hour } from './support/clock.ts';

const api = useApi();

test('a key works within its scopes and nowhere else', async () => {
  const reader = await api.withKey('drafts:read');
  expect((await reader.taxonomy.list()).data).toEqual([]);
  await expect(reader.taxonomy.add({ kind: 'tag', nameKo: '태그' })).rejects.toMatchObject({
    status: 403,
    detail: 'The API key lacks the scope drafts:write.',
  });
});

test('not even a key with every scope comes near accounts, keys, settings or people', async () => {
  const key = await api.withKey(
    'published:read',
    'drafts:read',
    'drafts:write',
    'images:write',
    'postings:publish',
  );
  const refused = { status: 403, code: 'forbidden' };
  await expect(key.accounts.list()).rejects.toMatchObject(refused);
  await expect(key.apiKeys.list()).rejects.toMatchObject(refused);
  await expect(key.apiKeys.add({ name: 'x', scopes: ['drafts:read'] })).rejects.toMatchObject(refused);
  await expect(key.settings.change(1, { siteName: 'x' })).rejects.toMatchObject(refused);
  await expect(key.me.get()).rejects.toMatchObject(refused);
  await expect(key.sessions.list()).rejects.toMatchObject(refused);
  await expect(key.sessions.current()).rejects.toMatchObject(refused);
});

test('only a hash of the key is stored, and its first characters', async () => {
  const { secret, keyId } = await api.withKey('drafts:read');
  expect(secret).toMatch(/^gg_[\w-]{43}$/);
  const rows = await api.sql<{ row: string }>(
    `SELECT row_to_json(api_key)::text AS row FROM api_key
     UNION ALL SELECT row_to_json(audit_event)::text FROM audit_event`,
  );
  for (const { row } of rows) expect(row).not.toContain(secret);
  const owner = await api.signIn('owner');
  const { data } = await owner.apiKeys.list();
  expect(data.find(({ id }) => id === keyId)?.prefix).toBe(secret.slice(0, 9));
});

test('revoking and expiring act on the next request', async () => {
  const owner = await api.signIn('owner');
  const revoked = await api.withKey('drafts:read');
  await owner.apiKeys.revoke(revoked.keyId);
  expect((await revoked.fetch('/taxonomy')).status).toBe(401);
  await expect(owner.apiKeys.revoke(revoked.keyId)).rejects.toMatchObject({ status: 404 });
  expect((await owner.apiKeys.list()).data.map(({ id }) => id)).not.toContain(revoked.keyId);

  const expiresAt = new Date((await api.clock.now()).getTime() + hour).toISOString();
  const { secret } = await owner.apiKeys.add({ name: 'short', scopes: ['drafts:read'], expiresAt });
  const short = api.caller({ authorization: `Bearer ${secret}` });
  expect((await short.fetch('/taxonomy')).status).toBe(200);
  await api.clock.advance(2 * hour);
  expect((await short.fetch('/taxonomy')).status).toBe(401);
  await api.clock.advance(-2 * hour);
});

test.each([
  ['no scope', { scopes: [] }, '/scopes'],
  ['an unknown scope', { scopes: ['accounts:write'] }, '/scopes'],
  ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
  ['no name', { name: '' }, '/name'],
])('a key with %s is refused', async (_what, change, pointer) => {
  const owner = await api.signIn('owner');
  const body = { name: 'x', scopes: ['drafts:read'], ...change } as Parameters<typeof owner.apiKeys.add>[0];
  await expect(owner.apiKeys.add(body)).rejects.toMatchObject({ status: 400, errors: [{ pointer }] });
});

test('a bad token is refused even beside a good cookie', async () => {
  const owner = await api.signIn('owner');
  for (const authorization of [
    'Bearer gg_nonsensenonsensenonsense',
    'Bearer',
    'Basic b3duZXI6b3duZXI=',
    'gg_x',
  ]) {
    const reply = await owner.fetch('/me', { headers: { authorization } });
    expect([reply.status, await reply.json()]).toMatchObject([
      401,
      { detail: expect.stringContaining('not valid') },
    ]);
  }
});

test('a key that may only write is never shown the stored draft, by a save or by a refusal', async () => {
  const owner = await api.signIn('owner');
  const draft = await owner.drafts.create({ title: '아직 비밀인 채용' });
  const { section } = await owner.drafts.addSection(draft.id, draft.outlineRevision, { kind: 'text' });
  await owner.drafts.saveSection(draft.id, section.id, section.revision, { heading: '새 사무실 이야기' });
  const writer = await api.withKey('drafts:write');
  const both = await api.withKey('drafts:write', 'drafts:read');
  const paths = [`/drafts/${draft.id}`, `/drafts/${draft.id}/sections/${section.id}`];

  for (const path of paths) {
    const patch = (who: typeof writer, revision: number) =>
      who.fetch(path, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
        body: '{}',
      });
    const refused = await patch(writer, 999);
    const said = await refused.text();
    expect([refused.status, said.includes('current"')]).toEqual([412, false]);
    expect(said).not.toMatch(/비밀|사무실/);
    const stored = ((await (await patch(both, 999)).json()) as { current: { revision: number } }).current;
    expect(stored).toBeDefined();

    const saved = await patch(writer, stored.revision);
    expect([saved.status, await saved.text()]).toEqual([204, '']);
    expect(saved.headers.get('etag')).toBe(`"${stored.revision + 1}"`);
  }
});

test('a key stops while the account that made it is locked, and the list says so', async () => {
  const [owner, maker] = [await api.signIn('owner'), await api.signIn('owner')];
  const { apiKey, secret } = await maker.apiKeys.add({ name: 'export', scopes: ['drafts:read'] });
  const program = api.caller({ authorization: `Bearer ${secret}` });
  expect(apiKey).toMatchObject({ createdBy: { id: maker.accountId, name: 'A owner' }, stopped: false });
  expect((await program.fetch('/taxonomy')).status).toBe(200);

  await owner.accounts.change(maker.accountId, { locked: true });
  expect((await program.fetch('/taxonomy')).status).toBe(401);
  const listed = async () => (await owner.apiKeys.list()).data.find(({ id }) => id === apiKey.id);
  expect(await listed()).toMatchObject({ stopped: true });

  await owner.accounts.change(maker.accountId, { locked: false });
  expect((await program.fetch('/taxonomy')).status).toBe(200);
});
