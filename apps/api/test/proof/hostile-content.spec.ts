import { beforeAll, expect, test } from '@jest/globals';
import { sectionKinds } from '@gonggo/content';
import type { DraftSection, ProblemBody } from '@gonggo/contract';
import { type Person, useApi } from '../support/api.ts';
import { aReadyDraft, firstSection, prose } from '../support/postings.ts';
import { counted, documents, heavy, nested } from './hostile/documents.ts';
import { fingerprint, quiet } from './fingerprint.ts';
import { asResponse, jsonOf, type RawReply, send } from './raw-http.ts';

const api = useApi();
let author: Person;
let draftId: string;
let before: DraftSection;

beforeAll(async () => {
  author = await api.signIn('author');
  const draft = await aReadyDraft(author);
  draftId = draft.id;
  before = firstSection(draft);
  await quiet(api);
});

/** Text of our own, so that lone surrogates and all go out as they are. */
const write = (method: 'PATCH' | 'POST', path: string, revision: number, body: unknown): Promise<RawReply> =>
  send(api.url, {
    method,
    path: `/api/v1${path}`,
    headers: { ...author.headers, 'content-type': 'application/json', 'if-match': `"${revision}"` },
    body: JSON.stringify(body),
  });

const bodies = (value: unknown) => ({ content: { intro: '', body: value } });

test.each(documents)('%s is refused, and the section stays as it was', async (_, value) => {
  const untouched = await fingerprint(api);
  const path = `/drafts/${draftId}/sections`;
  const { outlineRevision } = await author.drafts.get(draftId);

  for (const reply of [
    await write('PATCH', `${path}/${before.id}`, before.revision, bodies(value)),
    await write('POST', path, outlineRevision, { kind: 'role', ...bodies(value) }),
    await write('POST', path, outlineRevision, {
      kind: 'faq',
      content: { intro: '', items: [{ question: '왜요?', answer: value }] },
    }),
  ]) {
    const problem = jsonOf(reply) as ProblemBody;
    expect([400, 413]).toContain(reply.status);
    expect(['invalid-document', 'bad-request', 'too-large']).toContain(problem.code);
    expect(problem.detail.length).toBeGreaterThan(20);
    expect(problem.errors?.every(({ message }) => message.length > 5)).toBe(true);
    expect(reply.ms).toBeLessThan(3_000);
    expect(asResponse(reply).headers.get('content-type')).toMatch(/^application\/problem\+json/);
  }
  expect(await author.drafts.getSection(draftId, before.id)).toEqual(before);
  expect(await fingerprint(api)).toEqual(untouched);
});

test.each([
  ['a line of text', prose('그냥 글이에요.').body],
  ['24 levels', nested(24)],
  ['5,000 nodes', counted(5_000)],
  ['510 KB', heavy(510)],
])('%s is taken: what is refused is refused for what it is', async (_, value) => {
  const { id, sections } = await aReadyDraft(author);
  const section = firstSection({ sections } as never);

  const reply = await write('PATCH', `/drafts/${id}/sections/${section.id}`, section.revision, bodies(value));

  expect(reply.status).toBe(200);
  expect(reply.ms).toBeLessThan(3_000);
});

const nasty = [
  null,
  0,
  '',
  [],
  [null],
  [[]],
  {},
  { kind: 'role' },
  { body: {} },
  { intro: {}, body: null },
  { groups: [{}] },
  { items: [[]] },
];

test.each(sectionKinds)('a section of kind %s takes no content of another shape', async (kind) => {
  const { outlineRevision } = await author.drafts.get(draftId);
  for (const content of nasty) {
    const reply = await write('POST', `/drafts/${draftId}/sections`, outlineRevision, { kind, content });
    expect([kind, content, reply.status]).toEqual([kind, content, 400]);
    expect((jsonOf(reply) as ProblemBody).errors?.length).toBeGreaterThan(0);
  }
});

test('a hundred sections are the most', async () => {
  const { id, outlineRevision } = await author.drafts.create({ title: '길고 긴 글' });
  let revision = outlineRevision;
  for (let n = 0; n < 100; n += 1) {
    revision = (await author.drafts.addSection(id, revision, { kind: 'text' })).outline.revision;
  }
  const reply = await write('POST', `/drafts/${id}/sections`, revision, { kind: 'text' });
  expect(reply.status).toBe(400);
  expect((jsonOf(reply) as ProblemBody).detail).toMatch(/100/);
});
