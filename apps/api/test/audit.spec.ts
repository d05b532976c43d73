import { expect, test } from '@jest/globals';
import { useApi } from './support/api.ts';
import { eventually } from './support/postings.ts';

const api = useApi();

const signIn = (email: string, password: string) =>
  api.caller({ origin: api.config.siteUrl }).fetch('/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });

test('sign-ins, good and bad, are written down with their address, and no secret is', async () => {
  const owner = await api.signIn('owner');
  await signIn(owner.email, 'a secret that somebody mistyped');
  await signIn('nobody@gonggo.example', 'a secret that somebody mistyped');
  const { data } = await owner.auditEvents.list({ action: 'session.' });
  expect(data.slice(0, 3)).toMatchObject([
    {
      action: 'session.refused',
      actorName: 'stranger',
      subjectId: null,
      detail: { reason: 'unknown email' },
    },
    {
      action: 'session.refused',
      subjectId: owner.accountId,
      subjectName: owner.email,
      detail: { reason: 'wrong password' },
    },
    { action: 'session.begun', actorId: owner.accountId, detail: { address: expect.any(String) } },
  ]);
  expect(JSON.stringify(data)).not.toContain('mistyped');
});

test('a wait is written down once, however often it is tried', async () => {
  const owner = await api.signIn('owner');
  const { email, accountId } = await api.account('viewer');
  const place = api.caller({ origin: api.config.siteUrl });
  for (let n = 0; n < 15; n += 1) {
    await place.fetch('/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'guess' }),
    });
  }
  const { data } = await owner.auditEvents.list({ action: 'session.limited', subjectId: accountId });
  expect(data).toHaveLength(1);
});

test('what a stranger makes up fills neither the log nor the counts', async () => {
  const place = api.caller({ origin: api.config.siteUrl });
  const rows = async (table: string) =>
    Number((await api.sql<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
  const guess = (n: number) =>
    place.fetch('/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `somebody-${n}@gonggo.example`, password: 'guess' }),
    });
  // Until the place must wait.
  let n = 0;
  while ((await guess(n)).status !== 429 && n < 60) n += 1;
  const [logged, counted] = [await rows('audit_event'), await rows('rate_limit')];
  // A wait ends now and then: those tries are the ones that may leave rows.
  let passed = 0;
  for (let more = 0; more < 100; more += 1) if ((await guess(1_000 + more)).status !== 429) passed += 1;
  expect(passed).toBeLessThan(20);
  expect(await rows('audit_event')).toBeLessThanOrEqual(logged + passed + 1);
  expect(await rows('rate_limit')).toBeLessThanOrEqual(counted + 2 * passed);
}, 60_000);

test('refused authorisations, ended sessions and deleted drafts leave a row', async () => {
  const [owner, viewer] = [await api.signIn('owner'), await api.signIn('viewer')];
  for (let n = 0; n < 3; n += 1) await viewer.fetch('/accounts');
  await expect(viewer.drafts.create({ title: '안 되는 공고' })).rejects.toMatchObject({ status: 403 });
  const key = await api.withKey('drafts:read');
  await key.fetch('/accounts');
  const draft = await owner.drafts.create({ title: '지울 공고' });
  await owner.drafts.remove(draft.id, draft.revision);
  await viewer.sessions.signOut();

  const by = async (actorId: string, action?: string) =>
    (await owner.auditEvents.list({ actorId, ...(action ? { action } : {}) })).data;
  await eventually(
    () => by(viewer.accountId, 'access.'),
    ({ length }) => length === 2,
  );
  expect(await by(viewer.accountId)).toMatchObject([
    { action: 'session.ended' },
    { action: 'access.refused', detail: { route: 'POST /api/v1/drafts' } },
    { action: 'access.refused', detail: { route: 'GET /api/v1/accounts' } },
    { action: 'session.begun' },
  ]);
  expect(await by(key.keyId, 'access.refused')).toHaveLength(1);
  expect((await owner.auditEvents.list({ subjectId: draft.id })).data[0]).toMatchObject({
    action: 'posting.deleted',
    actorId: owner.accountId,
    detail: { title: '지울 공고' },
  });
});

test('the log is read page by page, and filtered by time', async () => {
  const owner = await api.signIn('owner');
  const all = (await owner.auditEvents.list({ limit: 100 })).data;
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const { data, page } = await owner.auditEvents.list({ limit: 3, ...(cursor ? { cursor } : {}) });
    pages.push(...data.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(pages).toEqual(all.map(({ id }) => id));
  expect((await owner.auditEvents.list({ until: all.at(-1)?.at ?? '' })).data).toEqual([]);
});

test('whoever serves can neither change nor delete what was written down or published', async () => {
  for (const statement of [
    `UPDATE audit_event SET action = 'x'`,
    'DELETE FROM audit_event',
    `UPDATE publication SET title = 'x'`,
    'DELETE FROM publication',
  ]) {
    await expect(asServing(statement)).rejects.toThrow(/permission denied/);
  }
});

/** As the role whose connections serve authors, and undone whatever happens. */
async function asServing(statement: string): Promise<void> {
  await api.sql(
    `DO $$ BEGIN SET LOCAL ROLE gonggo_test_app; ${statement}; RAISE EXCEPTION 'it was allowed'; END $$`,
  );
}
