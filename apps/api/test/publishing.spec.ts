import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, useApi } from './support/api.ts';
import { aPosting, aReadyDraft, eventually, firstSection, prose, soon } from './support/postings.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});
const read = (slug: string) => api.anonymous.postings.get(slug);
const changesOf = async (id: string) => {
  const { data } = await api.anonymous.postings.changes();
  return data.filter(({ postingId }) => postingId === id);
};

test('what lacks something is not published, and says what it lacks', async () => {
  const { id } = await cto.drafts.create({ title: '빈 공고' });
  const { ready, findings } = await cto.drafts.readiness(id);
  expect(ready).toBe(false);
  expect(findings.map(({ rule }) => rule)).toContain('job-title-missing');
  await expect(cto.drafts.publish(id)).rejects.toMatchObject({
    status: 409,
    code: 'not-ready',
    errors: expect.arrayContaining([expect.objectContaining({ pointer: '/facts/jobTitle' })]),
  });
  expect(await cto.drafts.get(id)).toMatchObject({ state: 'draft', version: 0 });
  expect(await changesOf(id)).toEqual([]);
});

test('from draft to public: published, edited unseen, published again, withdrawn, published anew', async () => {
  const draft = await aReadyDraft(cto, { words: '처음 글' });
  const { id, facts } = draft;
  await expect(read(facts.slug)).rejects.toMatchObject({ status: 404 });

  const first = await cto.drafts.publish(id);
  expect(first).toMatchObject({
    id,
    state: 'open',
    version: 1,
    closesAt: null,
    url: `http://localhost:3000/posts/${encodeURIComponent(facts.slug)}`,
  });
  const posting = await read(facts.slug);
  expect(posting).toMatchObject({
    id,
    version: 1,
    status: 'open',
    title: facts.title,
    facts: { company: 'Gonggo' },
  });
  expect(posting.sections[0]).toMatchObject({ kind: 'role', anchor: '하는-일', content: prose('처음 글') });
  expect(await cto.drafts.get(id)).toMatchObject({ state: 'open', version: 1, changed: false });

  const { id: sectionId, revision } = firstSection(draft);
  await cto.drafts.saveSection(id, sectionId, revision, { content: prose('고친 글') });
  expect(await read(facts.slug)).toEqual(posting);
  expect(await cto.drafts.get(id)).toMatchObject({ changed: true });

  expect(await cto.drafts.publish(id)).toMatchObject({ state: 'open', version: 2 });
  const second = await read(facts.slug);
  expect(second).toMatchObject({ version: 2, publishedAt: posting.publishedAt });
  expect(second.sections[0]?.content).toEqual(prose('고친 글'));
  expect(Date.parse(second.updatedAt)).toBeGreaterThan(Date.parse(posting.updatedAt));

  expect(await cto.drafts.withdraw(id)).toMatchObject({ state: 'withdrawn', url: null });
  await expect(read(facts.slug)).rejects.toMatchObject({ status: 410, code: 'gone' });
  const { data } = await api.anonymous.postings.list({ status: 'all', limit: 100 });
  expect(data.map((one) => one.id)).not.toContain(id);
  await expect(cto.drafts.withdraw(id)).rejects.toMatchObject({ status: 409 });

  expect(await cto.drafts.publish(id)).toMatchObject({ state: 'open', version: 3 });
  expect(await read(facts.slug)).toMatchObject({ version: 3, publishedAt: posting.publishedAt });
  expect((await changesOf(id)).map(({ type, version }) => [type, version])).toEqual([
    ['published', 1],
    ['updated', 2],
    ['withdrawn', 2],
    ['published', 3],
  ]);
});

test('a withdrawn one says what it was', async () => {
  const { id, facts } = await aPosting(cto);
  await cto.drafts.withdraw(id);
  const reply = await api.anonymous.fetch(`/postings/${encodeURIComponent(facts.slug)}`);
  expect(await reply.json()).toMatchObject({
    status: 410,
    code: 'gone',
    tombstone: { id, slug: facts.slug, locale: 'ko', withdrawnAt: expect.any(String) },
  });
});

test('authors do not publish', async () => {
  const author = await api.signIn('author');
  const { id } = await aReadyDraft(author);
  for (const act of ['publish', 'withdraw', 'close', 'reopen'] as const) {
    const acting = act === 'reopen' ? author.drafts.reopen(id, { closesAt: null }) : author.drafts[act](id);
    await expect(acting).rejects.toMatchObject({ status: 403 });
  }
});

test('a retried publish with the same key publishes once', async () => {
  const { id } = await aReadyDraft(cto);
  const once = { idempotencyKey: `publish-${id}` };
  const answers = await Promise.all(Array.from({ length: 5 }, () => cto.drafts.publish(id, once)));
  expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
  expect((await cto.drafts.publications(id)).data).toHaveLength(1);
});

describe('closing and reopening by hand', () => {
  test('closing is a moment, reopening a publication without what was edited since', async () => {
    const draft = await aPosting(cto, { closesAt: soon(3_600_000), words: '공개된 글' });
    const { id, facts } = draft;
    const closed = await cto.drafts.close(id);
    expect(closed).toMatchObject({ state: 'closed', version: 1 });
    const posting = await read(facts.slug);
    expect(posting).toMatchObject({ status: 'closed', version: 1, facts: { closesAt: closed.closesAt } });
    expect((await cto.drafts.get(id)).facts.closesAt).toBe(facts.closesAt);
    await expect(cto.drafts.close(id)).rejects.toMatchObject({ status: 409 });

    const { id: sectionId } = firstSection(draft);
    await cto.drafts.saveSection(id, sectionId, 1, { content: prose('아직 비밀') });
    const until = soon(7_200_000);
    const { revision } = await cto.drafts.get(id);
    expect(await cto.drafts.reopen(id, { closesAt: until })).toMatchObject({
      state: 'open',
      version: 2,
      closesAt: until,
    });
    const again = await read(facts.slug);
    expect(again).toMatchObject({ status: 'open', version: 2, facts: { closesAt: until } });
    expect(again.sections[0]?.content).toEqual(prose('공개된 글'));
    expect(await cto.drafts.get(id)).toMatchObject({
      revision: revision + 1,
      facts: { closesAt: until },
      changed: true,
      version: 2,
    });
    await expect(cto.drafts.reopen(id, { closesAt: null })).rejects.toMatchObject({ status: 409 });
    expect((await changesOf(id)).map(({ type }) => type)).toEqual(['published', 'closed', 'reopened']);
    expect((await changesOf(id))[1]).toMatchObject({ at: closed.closesAt, closesAt: closed.closesAt });
  });

  test('a closing that has passed is refused, and so is closing what is not live', async () => {
    const { id, edits } = await aPosting(cto);
    await cto.drafts.close(id);
    await expect(cto.drafts.reopen(id, { closesAt: soon(-1000) })).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/closesAt' }],
    });
    expect(await cto.drafts.reopen(id, { closesAt: null })).toMatchObject({ state: 'open', closesAt: null });
    // The closing was saved with it, so that whoever restores on the state before is told.
    expect(await cto.drafts.get(id)).toMatchObject({ edits: edits + 1, changed: false });
    await cto.drafts.withdraw(id);
    await expect(cto.drafts.close(id)).rejects.toMatchObject({ status: 409 });
    await expect(cto.drafts.reopen(id, { closesAt: null })).rejects.toMatchObject({ status: 409 });
  });

  test('a closed posting may be corrected and stays closed', async () => {
    const draft = await aPosting(cto);
    await cto.drafts.close(draft.id);
    await cto.drafts.change(draft.id, draft.revision, { title: '오타를 고친 제목' });
    expect(await cto.drafts.publish(draft.id)).toMatchObject({ state: 'closed', version: 2 });
    expect(await read(draft.facts.slug)).toMatchObject({ status: 'closed', title: '오타를 고친 제목' });
  });
});

test('a new slug leaves the old one as a way to it; a Korean one has a Latin way, too', async () => {
  const draft = await aPosting(cto, { slug: '서울-개발자' });
  const go = async (slug: string, rest = '') => {
    const reply = await api.anonymous.fetch(`/postings/${encodeURIComponent(slug)}${rest}`);
    return [reply.status, reply.headers.get('location')];
  };
  const at = (slug: string) => `/api/v1/postings/${encodeURIComponent(slug)}`;
  expect(await go('seoul-gaebalja')).toEqual([301, at('서울-개발자')]);

  const moved = await cto.drafts.change(draft.id, draft.revision, { slug: '부산-개발자' });
  expect((await read('서울-개발자')).id).toBe(draft.id);
  await cto.drafts.publish(draft.id);
  expect((await read('부산-개발자')).id).toBe(draft.id);
  expect(await go('서울-개발자', '?format=markdown')).toEqual([301, `${at('부산-개발자')}?format=markdown`]);
  expect(await go('서울-개발자', '/jsonld')).toEqual([301, `${at('부산-개발자')}/jsonld`]);
  expect(await go('seoul-gaebalja')).toEqual([301, at('부산-개발자')]);

  // Another posting may take the old address: what is live comes before what moved.
  const other = await aPosting(cto, { slug: '서울-개발자' });
  expect((await read('서울-개발자')).id).toBe(other.id);

  await cto.drafts.withdraw(moved.id);
  expect(await go('부산-개발자')).toEqual([410, null]);
  expect(await go('busan-gaebalja')).toEqual([410, null]);
  expect((await read('서울-개발자')).id).toBe(other.id);
});

test('two languages have their own state and name each other', async () => {
  const ko = await aPosting(cto, { title: '두 언어' });
  const en = await aReadyDraft(cto, { title: 'Two languages', locale: 'en', variantOf: ko.id });
  expect((await read(ko.facts.slug)).links.alternates).toEqual({});
  await cto.drafts.publish(en.id);
  const page = `http://localhost:3000/en/posts/${en.facts.slug}`;
  const before = await api.anonymous.fetch(`/postings/${encodeURIComponent(ko.facts.slug)}`);
  expect((await read(ko.facts.slug)).links.alternates).toEqual({ en: page });
  expect((await api.anonymous.postings.get(en.facts.slug, 'en')).links).toMatchObject({
    html: page,
    alternates: { ko: `http://localhost:3000/posts/${encodeURIComponent(ko.facts.slug)}` },
  });
  expect(await changesOf(ko.id)).toHaveLength(1);

  await cto.drafts.withdraw(en.id);
  expect(await read(ko.facts.slug)).toMatchObject({ status: 'open', version: 1, links: { alternates: {} } });
  const after = await api.anonymous.fetch(`/postings/${encodeURIComponent(ko.facts.slug)}`);
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  await expect(api.anonymous.postings.get(en.facts.slug, 'en')).rejects.toMatchObject({ status: 410 });
});

test('new settings reach what is live without a publish', async () => {
  await aPosting(cto);
  const before = (await api.anonymous.postings.changes()).cursor;
  const settings = await cto.settings.get();
  await cto.settings.change(settings.revision, { siteName: '새 이름' });
  const rows = await eventually(
    () =>
      api.sql<{ count: string }>(
        `SELECT count(*) FROM published_posting WHERE made_with NOT LIKE '% ' || $1 || ' %'`,
        [settings.revision + 1],
      ),
    ([row]) => row?.count === '0',
  );
  expect(rows).toHaveLength(1);
  expect((await api.anonymous.postings.changes()).cursor).toBe(before);
});
