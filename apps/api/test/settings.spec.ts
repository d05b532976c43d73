import { expect, test } from '@jest/globals';
import type { ChangeSettings } from '@gonggo/contract';
import { useApi } from './support/api.ts';

const api = useApi();
const nowhere = '0b0e7a3c-5a3e-4d9e-9a53-0f8d1f3b7c11';

test('a change of settings names the revision it starts from, and everybody sees it', async () => {
  const owner = await api.signIn('owner');
  const before = await api.anonymous.settings.get();
  const after = await owner.settings.change(before.revision, { siteName: '반나절', accent: '#c8321e' });
  expect(after).toMatchObject({ siteName: '반나절', accent: '#c8321e', revision: before.revision + 1 });
  expect(await api.anonymous.settings.get()).toEqual(after);

  const late = owner.settings.change(before.revision, { siteName: 'lost?' });
  await expect(late).rejects.toMatchObject({ status: 412, code: 'stale-revision', current: after });
  expect(await api.anonymous.settings.get()).toEqual(after);
  expect(await api.sql(`SELECT detail FROM audit_event WHERE action = 'settings.changed'`)).toEqual([
    { detail: { fields: ['siteName', 'accent'] } },
  ]);
});

test('of two changes at the same moment one wins', async () => {
  const [one, two] = [await api.signIn('owner'), await api.signIn('owner')];
  for (let i = 0; i < 10; i += 1) {
    const { revision } = await api.anonymous.settings.get();
    const both = await Promise.allSettled([
      one.settings.change(revision, { taglineKo: `하나 ${i}` }),
      two.settings.change(revision, { taglineKo: `둘 ${i}` }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test.each([
  ['none', undefined, 428, 'revision-required'],
  ['any', '*', 400, 'bad-request'],
  ['a weak one', 'W/"1"', 400, 'bad-request'],
  ['a list', '"1", "2"', 400, 'bad-request'],
  ['one without quotes', '1', 400, 'bad-request'],
  ['zero', '"0"', 400, 'bad-request'],
  ['a huge one', '"99999999999"', 400, 'bad-request'],
  ['a word', '"one"', 400, 'bad-request'],
])('a revision that is %s is refused', async (_what, revision, status, code) => {
  const owner = await api.signIn('owner');
  const headers = {
    'content-type': 'application/json',
    ...(revision === undefined ? {} : { 'if-match': revision }),
  };
  const reply = await owner.fetch('/settings', { method: 'PATCH', headers, body: '{"siteName":"x"}' });
  expect([reply.status, await reply.json()]).toEqual([status, expect.objectContaining({ code })]);
});

test.each([
  ['/accent', { accent: 'red; background: url(//evil.example)' }],
  ['/accent', { accent: '#c8321' }],
  ['/logo', { logo: nowhere }],
  ['/homeImage', { homeImage: nowhere }],
  ['/companyUrl', { companyUrl: 'javascript:alert(1)' }],
  ['/siteName', { siteName: '' }],
  ['/revision', { revision: 9 }],
])('a wrong %s is refused', async (pointer, change) => {
  const owner = await api.signIn('owner');
  const { revision } = await api.anonymous.settings.get();
  await expect(owner.settings.change(revision, change as ChangeSettings)).rejects.toMatchObject({
    status: 400,
    errors: [{ pointer }],
  });
});

test('a term gets a slug from its name, is renamed on its revision, and stays while it is used', async () => {
  const editor = await api.signIn('editor');
  const tag = await editor.taxonomy.add({ kind: 'tag', nameKo: '노드 JS', nameEn: 'Node.js' });
  expect(tag).toMatchObject({ slug: '노드-js', revision: 1 });
  await expect(editor.taxonomy.add({ kind: 'tag', nameKo: '노드 js' })).rejects.toMatchObject({
    code: 'slug-taken',
  });
  expect((await editor.taxonomy.add({ kind: 'team', nameKo: '노드 JS' })).slug).toBe('노드-js');

  const renamed = await editor.taxonomy.change(tag.id, 1, { nameEn: 'Node' });
  expect(renamed).toEqual({ ...tag, nameEn: 'Node', revision: 2 });
  await expect(editor.taxonomy.change(tag.id, 1, { nameEn: 'lost?' })).rejects.toMatchObject({
    status: 412,
    current: renamed,
  });
  await expect(editor.taxonomy.change(nowhere, 1, {})).rejects.toMatchObject({ status: 404 });

  const draft = await editor.drafts.create({ title: '노드 개발자' });
  await editor.drafts.change(draft.id, draft.revision, { tagIds: [tag.id] });
  await expect(editor.taxonomy.remove(tag.id, 2)).rejects.toMatchObject({ status: 409, code: 'in-use' });
  const now = await editor.drafts.get(draft.id);
  await editor.drafts.change(draft.id, now.revision, { tagIds: [] });
  await expect(editor.taxonomy.remove(tag.id, 1)).rejects.toMatchObject({ status: 412, current: renamed });
  expect((await editor.fetch(`/taxonomy/${tag.id}`, { method: 'DELETE' })).status).toBe(428);
  await editor.taxonomy.remove(tag.id, 2);
  await expect(editor.taxonomy.remove(tag.id, 2)).rejects.toMatchObject({ status: 404 });
});

test('authors and viewers read the vocabulary, and change nothing of it', async () => {
  for (const role of ['author', 'viewer'] as const) {
    const person = await api.signIn(role);
    const { data } = await person.taxonomy.list();
    await expect(person.taxonomy.add({ kind: 'tag', nameKo: role })).rejects.toMatchObject({ status: 403 });
    await expect(person.taxonomy.change(data[0]?.id ?? nowhere, 1, { nameKo: 'x' })).rejects.toMatchObject({
      status: 403,
    });
    await expect(person.taxonomy.remove(data[0]?.id ?? nowhere, 1)).rejects.toMatchObject({ status: 403 });
  }
});

test.each([
  ['as it came', (etag: string) => etag],
  ['in a list', (etag: string) => `"x", ${etag}`],
  ['as a weak tag', (etag: string) => `W/${etag}`],
  ['as *', () => '*'],
])('settings that the caller has are not sent again: the ETag %s', async (_form, form) => {
  const etag = (await api.anonymous.fetch('/settings')).headers.get('etag') ?? '';
  const reply = await api.anonymous.fetch('/settings', { headers: { 'if-none-match': form(etag) } });
  expect([reply.status, await reply.text()]).toEqual([304, '']);
});
