import { beforeAll, expect, test } from '@jest/globals';
import { type Person, useApi } from './support/api.ts';
import { aPosting, firstSection, prose } from './support/postings.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});
const read = (slug: string) => api.anonymous.postings.get(slug);

test('publications stay as they were', async () => {
  const draft = await aPosting(cto, { title: '첫 제목' });
  await cto.drafts.change(draft.id, draft.revision, { title: '둘째 제목' });
  await cto.drafts.publish(draft.id);
  const { data } = await cto.drafts.publications(draft.id);
  expect(data.map(({ version, title, live }) => [version, title, live])).toEqual([
    [2, '둘째 제목', true],
    [1, '첫 제목', false],
  ]);
  expect(data[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await cto.drafts.publication(draft.id, 1)).toMatchObject({
    version: 1,
    title: '첫 제목',
    status: 'open',
  });
  await expect(cto.drafts.publication(draft.id, 3)).rejects.toMatchObject({ status: 404 });
  expect((await cto.fetch(`/drafts/${draft.id}/publications/x`)).status).toBe(404);
});

test('publications come back into the draft with all revisions moved on, and the public sees nothing of it', async () => {
  const draft = await aPosting(cto, { words: '처음', title: '처음 제목' });
  const section = firstSection(draft);
  const apply = draft.sections[1];
  await cto.drafts.saveSection(draft.id, section.id, 1, { content: prose('둘째') });
  await cto.drafts.removeSection(draft.id, apply?.id ?? '', draft.outlineRevision);
  await cto.drafts.addSection(draft.id, draft.outlineRevision + 1, { kind: 'text', heading: '나중에' });
  const changed = await cto.drafts.change(draft.id, draft.revision, { title: '둘째 제목', applyUrl: null });

  const restored = await cto.drafts.restore(draft.id, 1, changed.edits);
  expect(restored.facts).toEqual(draft.facts);
  expect(restored.sections.map(({ id, heading, content }) => ({ id, heading, content }))).toEqual(
    draft.sections.map(({ id, heading, content }) => ({ id, heading, content })),
  );
  expect(restored.revision).toBe(changed.revision + 1);
  expect(restored.outlineRevision).toBe(changed.outlineRevision + 1);
  expect(restored.sections[0]?.revision).toBe(3);
  // The one that had been deleted had revision 1: an old copy of it must not pass for this one.
  expect(restored.sections[1]?.revision).toBeGreaterThan(1);
  await expect(cto.drafts.saveSection(draft.id, section.id, 2, { heading: 'x' })).rejects.toMatchObject({
    status: 412,
  });
  expect((await read(draft.facts.slug)).version).toBe(1);
  // The public had nothing else meanwhile, so this is no other publication.
  await cto.drafts.publish(draft.id);
  expect(await read(draft.facts.slug)).toMatchObject({ version: 1, title: '처음 제목' });
});

test('a restore never overwrites what somebody saved meanwhile: the whole draft’s revision must be named', async () => {
  const draft = await aPosting(cto);
  const engineer = await api.signIn('editor');
  const again = (headers: Record<string, string> = {}) =>
    cto.fetch(`/drafts/${draft.id}/publications/1/restore`, { method: 'POST', headers });
  const saved = await engineer.drafts.saveSection(draft.id, firstSection(draft).id, 1, {
    content: prose('동료가 방금 저장한 글'),
  });

  const late = cto.drafts.restore(draft.id, 1, draft.edits);

  await expect(late).rejects.toMatchObject({
    status: 412,
    code: 'stale-revision',
    current: { id: draft.id, edits: draft.edits + 1, sections: [saved, draft.sections[1]] },
  });
  expect((await again()).status).toBe(428);
  for (const tag of ['*', `W/"${draft.edits + 1}"`, '"1", "2"', '"x"'])
    expect((await again({ 'if-match': tag })).status).toBe(400);
  expect(await cto.drafts.getSection(draft.id, saved.id)).toEqual(saved);
  expect((await cto.drafts.restore(draft.id, 1, draft.edits + 1)).edits).toBe(draft.edits + 2);
});

test('of restores and saves sent at once on the same state, no save is swallowed', async () => {
  const draft = await aPosting(cto);
  const { id, edits, revision, outlineRevision } = draft;
  const all = await Promise.allSettled([
    ...[1, 2, 3].map(() => cto.drafts.restore(id, 1, edits)),
    cto.drafts.change(id, revision, { summary: '바꾼 요약이에요. 다시 쓰면 안 돼요.' }),
    cto.drafts.addSection(id, outlineRevision, { kind: 'text' }),
  ]);
  const [first, second, third, facts, added] = all.map(({ status }) => status === 'fulfilled');
  const restored = [first, second, third].filter(Boolean).length;
  expect(restored).toBeLessThanOrEqual(1);
  // Either the restore came first and the saves were refused, or a save came first and the restore was.
  expect([restored, facts || added]).toEqual(restored ? [1, false] : [0, true]);
});

test('publications cannot be rewritten, not even by the API', async () => {
  const { id } = await aPosting(cto);
  const roles = await api.sql<{ may: boolean }>(
    `SELECT has_table_privilege('gonggo_test_app', 'publication', 'UPDATE') AS may`,
  );
  expect([id.length, roles[0]?.may]).toEqual([36, false]);
});
