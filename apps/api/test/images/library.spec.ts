import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Draft, Image } from '@gonggo/contract';
import { type Person, useApi } from '../support/api.ts';
import { upload } from './files.ts';

const api = useApi();
let owner: Person;
let author: Person;
beforeAll(async () => {
  owner = await api.signIn('owner');
  author = await api.signIn('author');
});

const problemOf = (work: Promise<unknown>) => expect(work).rejects;

async function draftCovered(by: Person, { id }: Image): Promise<Draft> {
  const draft = await by.drafts.create({ title: `글 ${randomUUID()}`, jobTitle: '개발자' });
  return by.drafts.change(draft.id, draft.revision, { cover: { imageId: id, alt: '그림' } });
}

async function publish(by: Person, draft: Draft): Promise<void> {
  await by.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'quote',
    content: { words: '좋아요', who: '귤', imageId: null },
  });
  await by.drafts.change(draft.id, draft.revision, { applyUrl: 'https://example.com/' });
  await by.drafts.publish(draft.id);
}

test('the library is newest first and can be read to its end', async () => {
  const made: string[] = [];
  for (let n = 0; n < 5; n += 1) made.unshift((await upload(author, 'png', 40, 30)).id);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { data, page } = await author.images.library({ limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...data.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.slice(0, 5)).toEqual(made);
  expect(new Set(seen).size).toBe(seen.length);
  for (const query of ['?cursor=x', '?limit=0', '?limit=101', '?sort=name']) {
    expect((await author.fetch(`/images/library${query}`)).status).toBe(400);
  }
});

describe('the words of an image', () => {
  test('are changed on the revision they were read at', async () => {
    const image = await upload(author);
    const changed = await author.images.change(image.id, 1, { alt: '새 설명', licence: 'own' });
    expect(changed).toMatchObject({ alt: '새 설명', licence: 'own', credit: '', revision: 2 });

    await problemOf(author.images.change(image.id, 1, { alt: '늦은 설명' })).toMatchObject({
      status: 412,
      code: 'stale-revision',
      current: { alt: '새 설명', revision: 2 },
    });
    expect(
      (
        await author.fetch(`/images/${image.id}`, {
          method: 'PATCH',
          body: '{}',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(428);
  });

  test('two who change them at once: one wins', async () => {
    const { id } = await upload(author);
    const both = await Promise.allSettled([
      author.images.change(id, 1, { alt: 'a' }),
      owner.images.change(id, 1, { alt: 'b' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('are their uploader’s and the editors’', async () => {
    const { id } = await upload(author);
    const other = await api.signIn('author');
    await problemOf(other.images.change(id, 1, { alt: 'x' })).toMatchObject({ status: 403 });
    await problemOf(other.images.remove(id, 1)).toMatchObject({ status: 403 });
    await problemOf((await api.signIn('viewer')).images.change(id, 1, { alt: 'x' })).toMatchObject({
      status: 403,
    });
    expect((await (await api.signIn('editor')).images.change(id, 1, { alt: 'y' })).alt).toBe('y');
    expect((await (await api.withKey('images:write')).images.change(id, 2, { alt: 'z' })).alt).toBe('z');
  });
});

describe('deleting', () => {
  test('what nothing uses is gone with all its bytes', async () => {
    const { id } = await upload(author);
    await author.images.remove(id, 1);
    await problemOf(author.images.get(id)).toMatchObject({ status: 404 });
    expect(await api.sql('SELECT 1 FROM image_variant WHERE image_id = $1', [id])).toEqual([]);
    expect(
      await api.sql(
        'SELECT 1 FROM image_chunk c LEFT JOIN image_variant v ON v.id = variant_id WHERE v.id IS NULL',
      ),
    ).toEqual([]);
    await problemOf(author.images.remove(id, 1)).toMatchObject({ status: 404 });
  });

  test('what a draft shows is refused, and the refusal names it', async () => {
    const image = await upload(author);
    const draft = await draftCovered(author, image);
    await problemOf(owner.images.remove(image.id, 1)).toMatchObject({
      status: 409,
      code: 'in-use',
      detail: expect.stringContaining(draft.facts.title),
    });
    expect(await author.images.uses(image.id)).toEqual({
      data: [{ postingId: draft.id, title: draft.facts.title, where: 'draft' }],
    });
    expect((await author.images.get(image.id)).uses).toBe(1);
  });

  test('what an earlier publication shows is refused even when no draft does', async () => {
    const image = await upload(owner);
    const draft = await draftCovered(owner, image);
    await publish(owner, draft);
    const places = async () => (await owner.images.uses(image.id)).data.map(({ where }) => where);
    expect(await places()).toEqual(['draft', 'live', 'publication']);

    const { revision } = await owner.drafts.get(draft.id);
    await owner.drafts.change(draft.id, revision, { cover: null });
    expect(await places()).toEqual(['live', 'publication']);
    await owner.drafts.publish(draft.id);
    expect(await places()).toEqual(['publication']);
    await problemOf(owner.images.remove(image.id, 1)).toMatchObject({ status: 409 });
  });

  test('portraits, the logo and an author’s picture are uses', async () => {
    const [portrait, logo, signed] = [await upload(owner), await upload(owner), await upload(owner)];
    await owner.me.change({ avatar: portrait.id });
    await owner.settings.change((await owner.settings.get()).revision, { logo: logo.id });
    const draft = await owner.drafts.create({ title: '저자가 있는 글' });
    await owner.drafts.change(draft.id, draft.revision, {
      authors: [{ accountId: null, name: '귤', role: '', avatar: signed.id }],
    });
    for (const { id } of [portrait, logo, signed])
      await problemOf(owner.images.remove(id, 1)).toMatchObject({ status: 409 });
    const where = async ({ id }: Image) => (await owner.images.uses(id)).data.map((use) => use.where);
    expect([await where(portrait), await where(logo), await where(signed)]).toEqual([
      ['account'],
      ['settings'],
      ['draft'],
    ]);
  });

  test('while somebody begins to use it: never both', async () => {
    for (let n = 0; n < 10; n += 1) {
      const image = await upload(owner, 'png', 40, 30);
      const draft = await owner.drafts.create({ title: '경주' });
      const [saved, removed] = await Promise.allSettled([
        owner.drafts.change(draft.id, draft.revision, { cover: { imageId: image.id, alt: 'a' } }),
        owner.images.remove(image.id, image.revision),
      ]);
      expect([saved.status, removed.status].sort()).toEqual(['fulfilled', 'rejected']);
    }
  });
});
