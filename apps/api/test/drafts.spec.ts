import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, useApi } from './support/api.ts';
import { aPosting, aReadyDraft } from './support/postings.ts';

const api = useApi();
let cto: Person;
let editor: Person;
let author: Person;
beforeAll(async () => {
  [cto, editor, author] = await Promise.all([
    api.signIn('owner'),
    api.signIn('editor'),
    api.signIn('author'),
  ]);
});

describe('a new draft', () => {
  test('has a slug that keeps Hangul, its creator as author, and nothing else', async () => {
    const draft = await author.drafts.create({ title: '백엔드 개발자 (Node.js)를 찾아요' });
    expect(draft).toMatchObject({
      state: 'draft',
      revision: 1,
      outlineRevision: 1,
      version: 0,
      changed: true,
      sections: [],
    });
    expect(draft.facts.slug).toBe('백엔드-개발자-node-js-를-찾아요');
    expect(draft.facts.authors).toEqual([
      { accountId: author.accountId, name: 'A author', role: '', avatar: null },
    ]);
    expect(draft.facts.closesAtZone).toBe('Asia/Seoul');
    expect(await author.drafts.get(draft.id)).toEqual(draft);
  });

  test('takes the next number when its title is taken, in each language apart', async () => {
    const title = `같은 제목 ${randomUUID()}`;
    const slugs = await Promise.all(
      Array.from({ length: 8 }, async () => (await cto.drafts.create({ title })).facts.slug),
    );
    const [base = ''] = [...slugs].sort((a, b) => a.length - b.length);
    expect(new Set(slugs)).toEqual(new Set([base, ...[2, 3, 4, 5, 6, 7, 8].map((n) => `${base}-${n}`)]));
    expect((await cto.drafts.create({ title, locale: 'en' })).facts.slug).toBe(base);
  });

  test('may name its slug, and is told when that is taken', async () => {
    const { facts } = await cto.drafts.create({ title: 'A', slug: `My Own ${randomUUID()}` });
    expect(facts.slug).toMatch(/^my-own-/);
    await expect(cto.drafts.create({ title: 'B', slug: facts.slug })).rejects.toMatchObject({
      status: 409,
      code: 'slug-taken',
    });
  });

  test('can be another language of a posting, once per language', async () => {
    const ko = await cto.drafts.create({ title: '공고' });
    const en = await cto.drafts.create({ title: 'Posting', locale: 'en', variantOf: ko.id });
    expect(en.variants).toEqual([{ id: ko.id, locale: 'ko' }]);
    expect((await cto.drafts.get(ko.id)).variants).toEqual([{ id: en.id, locale: 'en' }]);
    await expect(cto.drafts.create({ title: 'Again', locale: 'en', variantOf: ko.id })).rejects.toMatchObject(
      { status: 409 },
    );
    await expect(
      cto.drafts.create({ title: 'X', locale: 'en', variantOf: randomUUID() }),
    ).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/variantOf' }],
    });
  });

  test('text that comes decomposed is stored composed', async () => {
    const { facts } = await cto.drafts.create({ title: '각'.normalize('NFD') });
    expect(facts.title).toBe('각'.normalize('NFC'));
  });
});

describe('facts', () => {
  test('change one by one, and every one of them comes back', async () => {
    const team = await cto.taxonomy.add({ kind: 'team', nameKo: `플랫폼 ${randomUUID()}` });
    const family = await cto.taxonomy.add({ kind: 'jobFamily', nameKo: `백엔드 ${randomUUID()}` });
    const tag = await cto.taxonomy.add({ kind: 'tag', nameKo: `Node.js ${randomUUID()}` });
    const draft = await cto.drafts.create({ title: '공고' });
    const facts = {
      title: '새 제목',
      jobTitle: '백엔드 개발자',
      summary: '두 줄\n요약',
      slug: `slug-${randomUUID()}`,
      cover: null,
      company: '회사',
      team: team.slug,
      jobFamily: family.slug,
      experience: { minYears: 1, maxYears: null },
      level: 'senior' as const,
      employmentType: 'FULL_TIME' as const,
      locations: [{ country: 'KR', region: '경기', locality: '성남' }],
      remote: 'hybrid' as const,
      pay: { currency: 'KRW', min: 60_000_000, max: 900_000_000_000, unit: 'YEAR' as const },
      openings: 2,
      opensAt: '2026-12-01T00:00:00.000Z',
      closesAt: '2026-12-31T14:59:00.000Z',
      closesAtZone: 'Europe/Berlin',
      applyUrl: 'mailto:jobs@gonggo.example',
      tagIds: [tag.id],
      authors: [{ accountId: null, name: '홍길동', role: 'CTO', avatar: null }],
    };
    const saved = await cto.drafts.change(draft.id, draft.revision, facts);
    expect(saved.facts).toEqual(facts);
    expect(saved.revision).toBe(2);

    const one = await cto.drafts.change(draft.id, saved.revision, {
      pay: null,
      experience: null,
      team: null,
    });
    expect(one.facts).toEqual({ ...facts, pay: null, experience: null, team: null });
    expect(one).toMatchObject({ revision: 3, outlineRevision: 1 });
  });

  test('a save from an older revision is refused with the stored copy, and changes nothing', async () => {
    const draft = await cto.drafts.create({ title: 'first' });
    const saved = await cto.drafts.change(draft.id, draft.revision, { title: 'second' });
    const late = cto.drafts.change(draft.id, draft.revision, { title: 'lost?' });
    await expect(late).rejects.toMatchObject({ status: 412, code: 'stale-revision', current: saved });
    expect(await cto.drafts.get(draft.id)).toEqual(saved);
  });

  test('a save must name one revision', async () => {
    const draft = await cto.drafts.create({ title: '공고' });
    const change = (headers: Record<string, string>) =>
      cto.fetch(`/drafts/${draft.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"title":"x"}',
      });
    expect((await change({})).status).toBe(428);
    for (const tag of ['*', 'W/"1"', '"1", "2"', '1', '"0"', '"x"']) {
      expect([tag, (await change({ 'if-match': tag })).status]).toEqual([tag, 400]);
    }
    const saved = await change({ 'if-match': '"1"' });
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);
  });

  test('what cannot be is refused at its spot', async () => {
    const { id, revision } = await cto.drafts.create({ title: '공고' });
    const wrong: [Parameters<typeof cto.drafts.change>[2], string][] = [
      [{ team: 'no-such-team' }, '/team'],
      [{ jobFamily: 'no-such-family' }, '/jobFamily'],
      [{ tagIds: [randomUUID()] }, '/tagIds/0'],
      [{ cover: { imageId: randomUUID(), alt: '' } }, '/cover/imageId'],
      [{ authors: [{ accountId: randomUUID(), name: 'x', role: '', avatar: null }] }, '/authors/0/accountId'],
      [{ authors: [{ accountId: null, name: 'x', role: '', avatar: randomUUID() }] }, '/authors/0/avatar'],
      [{ experience: { minYears: 5, maxYears: 1 } }, '/experience/maxYears'],
      [{ pay: { currency: 'KRW', min: 2, max: 1, unit: 'YEAR' } }, '/pay/max'],
      [{ pay: { currency: 'won', min: 1, max: 2, unit: 'YEAR' } }, '/pay/currency'],
      [{ closesAtZone: 'Mars/Olympus' }, '/closesAtZone'],
      [{ locations: [{ country: 'kr', region: '', locality: '' }] }, '/locations/0/country'],
      [{ closesAt: '2026-02-31T00:00:00Z' }, '/closesAt'],
      [{ applyUrl: 'javascript:alert(1)' }, '/applyUrl'],
    ];
    for (const [change, pointer] of wrong) {
      await expect(cto.drafts.change(id, revision, change)).rejects.toMatchObject({
        status: 400,
        errors: [{ pointer }],
      });
    }
    expect((await cto.drafts.get(id)).revision).toBe(revision);
  });

  test('a slug of another posting cannot be taken, one’s own can be changed', async () => {
    const [one, two] = [await cto.drafts.create({ title: '하나' }), await cto.drafts.create({ title: '둘' })];
    await expect(cto.drafts.change(two.id, 1, { slug: one.facts.slug })).rejects.toMatchObject({
      code: 'slug-taken',
    });
    expect((await cto.drafts.change(two.id, 1, { slug: 'Zwei Zwei' })).facts.slug).toBe('zwei-zwei');
  });
});

describe('who may', () => {
  test('authors edit what is theirs, editors everything, viewers nothing', async () => {
    const viewer = await api.signIn('viewer');
    const theirs = await author.drafts.create({ title: '내 글' });
    const others = await cto.drafts.create({ title: '남의 글' });
    expect((await author.drafts.change(theirs.id, 1, { title: '고침' })).mayEdit).toBe(true);
    await expect(author.drafts.change(others.id, 1, { title: 'x' })).rejects.toMatchObject({ status: 403 });
    expect((await author.drafts.get(others.id)).mayEdit).toBe(false);
    expect(await editor.drafts.get(others.id)).toMatchObject({ mayEdit: true, mayPublish: true });
    await expect(viewer.drafts.create({ title: 'x' })).rejects.toMatchObject({ status: 403 });
    expect(await viewer.drafts.get(others.id)).toMatchObject({ mayEdit: false, mayPublish: false });
  });

  test('whoever is named as an author may edit', async () => {
    const draft = await cto.drafts.create({ title: '함께 쓰는 글' });
    const authors = [{ accountId: author.accountId, name: '민지', role: '', avatar: null }];
    const { outlineRevision } = await cto.drafts.change(draft.id, 1, { authors });
    const { section } = await author.drafts.addSection(draft.id, outlineRevision, { kind: 'text' });
    expect(section.updatedBy).toBe('A author');
  });

  test('deleting: authors their own unpublished, editors all that is not live', async () => {
    const own = await author.drafts.create({ title: '지울 글' });
    await author.drafts.remove(own.id, 1);
    await expect(author.drafts.get(own.id)).rejects.toMatchObject({ status: 404 });

    const draft = await aReadyDraft(author);
    await editor.drafts.publish(draft.id);
    await expect(author.drafts.remove(draft.id, draft.revision)).rejects.toMatchObject({ status: 403 });
    await expect(editor.drafts.remove(draft.id, draft.revision)).rejects.toMatchObject({ status: 409 });
    await editor.drafts.withdraw(draft.id);
    await expect(editor.drafts.remove(draft.id, draft.revision - 1)).rejects.toMatchObject({ status: 412 });
    await editor.drafts.remove(draft.id, draft.revision);
    await expect(api.anonymous.postings.get(draft.facts.slug)).rejects.toMatchObject({ status: 410 });
  });

  test('a key does what its scopes say', async () => {
    const reader = await api.withKey('drafts:read');
    const writer = await api.withKey('drafts:read', 'drafts:write');
    const draft = await aReadyDraft(writer);
    expect(draft.createdBy).toBeNull();
    expect((await reader.drafts.get(draft.id)).id).toBe(draft.id);
    await expect(reader.drafts.create({ title: 'x' })).rejects.toMatchObject({ status: 403 });
    await expect(writer.drafts.publish(draft.id)).rejects.toMatchObject({ status: 403 });
    expect(await (await api.withKey('postings:publish')).drafts.publish(draft.id)).toMatchObject({
      state: 'open',
    });
  });
});

test('drafts are listed newest change first, page by page, by state, language and whose', async () => {
  const owner = await api.signIn('owner');
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.push((await owner.drafts.create({ title: `목록 ${n}`, locale: 'en' })).id);
  await owner.drafts.change(made[0] as string, 1, { title: '맨 위로' });

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { data, page } = await owner.drafts.list({ mine: true, limit: 2, cursor });
    expect(data.length).toBeLessThanOrEqual(2);
    seen.push(...data.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([made[0], made[4], made[3], made[2], made[1]]);

  const live = await aPosting(owner, { locale: 'en' });
  expect((await owner.drafts.list({ mine: true, state: 'open' })).data.map(({ id }) => id)).toEqual([
    live.id,
  ]);
  expect((await owner.drafts.list({ mine: true, locale: 'ko' })).data).toEqual([]);
  expect((await owner.drafts.list({ mine: true, state: 'open' })).data[0]).toMatchObject({
    version: 1,
    changed: false,
    mayEdit: true,
  });

  const reply = await owner.fetch('/drafts?sort=title');
  expect(reply.status).toBe(400);
  for (const wrong of [
    'cursor=x',
    'limit=0',
    'limit=101',
    'limit=1e1',
    'mine=yes',
    'state=gone',
    `cursor=${Buffer.from(`2026-02-31 00:00:00+00|${randomUUID()}`).toString('base64url')}`,
  ]) {
    expect([wrong, (await owner.fetch(`/drafts?${wrong}`)).status]).toEqual([wrong, 400]);
  }
});
