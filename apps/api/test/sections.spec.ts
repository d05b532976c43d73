import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { type Person, useApi } from './support/api.ts';
import { aReadyDraft, applyContent, firstSection, prose } from './support/postings.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

test('are added where wanted, saved, ordered and taken out, each with its own revision', async () => {
  const { id, revision } = await cto.drafts.create({ title: '공고' });
  const a = await cto.drafts.addSection(id, 1, { kind: 'role', heading: '하는 일', content: prose('가') });
  const b = await cto.drafts.addSection(id, 2, { kind: 'apply', content: applyContent });
  const c = await cto.drafts.addSection(id, 3, { kind: 'introduction', position: 0 });
  expect(c.outline).toEqual({ revision: 4, sectionIds: [c.section.id, a.section.id, b.section.id] });
  expect(c.section).toMatchObject({ heading: '', revision: 1, updatedBy: 'A owner' });

  const saved = await cto.drafts.saveSection(id, a.section.id, 1, { content: prose('나') });
  expect(saved).toMatchObject({ revision: 2, heading: '하는 일', content: prose('나') });
  expect((await cto.drafts.saveSection(id, a.section.id, 2, { heading: '역할' })).content).toEqual(
    prose('나'),
  );

  const ordered = await cto.drafts.order(id, 4, [b.section.id, a.section.id, c.section.id]);
  expect(ordered).toEqual({ revision: 5, sectionIds: [b.section.id, a.section.id, c.section.id] });
  expect(await cto.drafts.removeSection(id, a.section.id, 5)).toEqual({
    revision: 6,
    sectionIds: [b.section.id, c.section.id],
  });
  const draft = await cto.drafts.get(id);
  expect(draft).toMatchObject({ revision, outlineRevision: 6 });
  expect(draft.sections.map((section) => section.id)).toEqual([b.section.id, c.section.id]);
  await expect(cto.drafts.getSection(id, a.section.id)).rejects.toMatchObject({ status: 404 });
});

test('changing the outline on an old revision is refused with the present one', async () => {
  const { id } = await cto.drafts.create({ title: '공고' });
  const { outline, section } = await cto.drafts.addSection(id, 1, { kind: 'text' });
  const late = { status: 412, current: outline };
  await expect(cto.drafts.addSection(id, 1, { kind: 'text' })).rejects.toMatchObject(late);
  await expect(cto.drafts.order(id, 1, [section.id])).rejects.toMatchObject(late);
  await expect(cto.drafts.removeSection(id, section.id, 1)).rejects.toMatchObject(late);
});

test('the outline takes exactly the sections there are', async () => {
  const { id } = await cto.drafts.create({ title: '공고' });
  const { section } = await cto.drafts.addSection(id, 1, { kind: 'text' });
  for (const ids of [[], [section.id, section.id], [randomUUID()], [section.id, randomUUID()]]) {
    await expect(cto.drafts.order(id, 2, ids)).rejects.toMatchObject({ status: 400 });
  }
});

test('a section of another draft is not found here', async () => {
  const [one, two] = [await cto.drafts.create({ title: '하나' }), await cto.drafts.create({ title: '둘' })];
  const { section } = await cto.drafts.addSection(one.id, 1, { kind: 'text' });
  await expect(cto.drafts.getSection(two.id, section.id)).rejects.toMatchObject({ status: 404 });
  await expect(cto.drafts.saveSection(two.id, section.id, 1, { heading: 'x' })).rejects.toMatchObject({
    status: 404,
  });
  await expect(cto.drafts.removeSection(two.id, section.id, 1)).rejects.toMatchObject({ status: 404 });
});

test('content is what its kind holds: pointers into the body, limits by name', async () => {
  const { id } = await cto.drafts.create({ title: '공고' });
  const add = (content: object) => cto.drafts.addSection(id, 1, { kind: 'role', content: content as never });
  await expect(add({ intro: 7, body: prose('x').body })).rejects.toMatchObject({
    status: 400,
    code: 'invalid-document',
    errors: expect.arrayContaining([expect.objectContaining({ pointer: '/content/intro' })]),
  });
  const link = {
    type: 'text',
    text: 'x',
    marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
  };
  const bad = { version: 1, doc: { type: 'doc', content: [{ type: 'paragraph', content: [link] }] } };
  await expect(add({ intro: '', body: bad })).rejects.toMatchObject({ code: 'invalid-document' });
  await expect(add(prose('가'.repeat(200_000)))).rejects.toMatchObject({ status: 413, code: 'too-large' });

  const imageId = randomUUID();
  const people = { intro: '', people: [{ name: '민지', role: '', words: '', imageId }] };
  await expect(cto.drafts.addSection(id, 1, { kind: 'people', content: people })).rejects.toMatchObject({
    status: 400,
    errors: [{ pointer: '/content', message: expect.stringContaining(imageId) }],
  });
  expect((await cto.drafts.get(id)).sections).toEqual([]);
});

test('a posting holds a hundred of them and not one more', async () => {
  const { id } = await cto.drafts.create({ title: '긴 공고' });
  for (let n = 1; n <= 100; n++) await cto.drafts.addSection(id, n, { kind: 'text' });
  await expect(cto.drafts.addSection(id, 101, { kind: 'text' })).rejects.toMatchObject({ status: 400 });
});

test('saves without a revision are refused', async () => {
  const draft = await aReadyDraft(cto);
  const { id } = firstSection(draft);
  const reply = await cto.fetch(`/drafts/${draft.id}/sections/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: '{"heading":"x"}',
  });
  expect(reply.status).toBe(428);
});
