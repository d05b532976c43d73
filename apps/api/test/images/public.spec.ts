import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Draft, Image } from '@gonggo/contract';
import { type Person, useApi } from '../support/api.ts';
import { eventually, media, upload } from './files.ts';

const api = useApi();
let owner: Person;
beforeAll(async () => void (owner = await api.signIn('owner')));

const fileOf = ({ id, sources }: Image) => sources.find(({ type }) => type === 'image/webp')?.url ?? id;

/** A draft that shows a picture in its text. */
async function draftWith(image: Image): Promise<Draft> {
  const draft = await owner.drafts.create({ title: '그림이 있는 글', jobTitle: '개발자' });
  const figure = {
    imageId: image.id,
    alt: '그림',
    decorative: false,
    caption: '',
    credit: '',
    creditUrl: '',
    licence: 'own',
  };
  const doc = { type: 'doc', content: [{ type: 'image', attrs: figure }] };
  await owner.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'text',
    content: { intro: '', body: { version: 1, doc } },
  });
  await owner.drafts.change(draft.id, draft.revision, { applyUrl: 'https://example.com/apply' });
  return draft;
}

describe('a picture that only a draft shows', () => {
  test('is nobody’s but those who may read drafts', async () => {
    const image = await upload(owner);
    await draftWith(image);
    const url = fileOf(image);
    const allowed = [owner, await api.signIn('viewer'), await api.withKey('drafts:read')];
    const refused = [api.anonymous, await api.withKey('images:write', 'published:read')];

    for (const { headers } of allowed) {
      const reply = await media(api, url, headers);
      expect(reply.status).toBe(200);
      expect(reply.headers.get('cache-control')).toBe('private, no-store');
      expect(reply.headers.get('access-control-allow-origin')).toBeNull();
    }
    for (const caller of refused) {
      expect((await media(api, url, caller.headers)).status).toBe(404);
      expect((await media(api, url, caller.headers, 'HEAD')).status).toBe(404);
      expect((await caller.fetch(`/images/${image.id}`)).status).toBe(404);
    }
  });

  test('that goes away while it is sent ends the download at once', async () => {
    const image = await upload(owner);
    await api.sql('UPDATE image_variant SET bytes = bytes + 1000 WHERE image_id = $1', [image.id]);
    const begun = Date.now();
    const reply = await media(api, fileOf(image), owner.headers);
    expect(reply.status).toBe(200);
    await expect(reply.arrayBuffer()).rejects.toThrow();
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  test('is public while it is live, and gone within a second of the withdrawal', async () => {
    const image = await upload(owner);
    const draft = await draftWith(image);
    await owner.drafts.publish(draft.id);

    const reply = await media(api, fileOf(image));
    expect(reply.status).toBe(200);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, s-maxage=1, immutable',
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'access-control-allow-origin': '*',
    });
    expect((await api.anonymous.fetch(`/images/${image.id}`)).status).toBe(200);

    await owner.drafts.withdraw(draft.id);
    const since = Date.now();
    await eventually(async () => (await media(api, fileOf(image))).status === 404);
    expect(Date.now() - since).toBeLessThan(1000);
    expect((await api.anonymous.fetch(`/images/${image.id}`)).status).toBe(404);
    expect((await media(api, fileOf(image), owner.headers)).status).toBe(200);
  });

  test('is not public for being added to a live posting’s draft', async () => {
    const [shown, added] = [await upload(owner), await upload(owner)];
    const draft = await draftWith(shown);
    await owner.drafts.publish(draft.id);
    const now = await owner.drafts.get(draft.id);
    await owner.drafts.change(draft.id, now.revision, { cover: { imageId: added.id, alt: '새 대표 사진' } });

    expect((await media(api, fileOf(shown))).status).toBe(200);
    expect((await media(api, fileOf(added))).status).toBe(404);
    await owner.drafts.publish(draft.id);
    expect((await media(api, fileOf(added))).status).toBe(200);
  });
});

test('a cover, an author’s portrait, the logo and the home picture are public too; another account’s portrait is not', async () => {
  const [cover, portrait, logo, home, stranger] = await Promise.all([
    upload(owner),
    upload(owner),
    upload(owner),
    upload(owner),
    upload(owner),
  ]);
  const draft = await draftWith(await upload(owner));
  const { revision } = await owner.drafts.get(draft.id);
  await owner.drafts.change(draft.id, revision, {
    cover: { imageId: cover.id, alt: '' },
    authors: [{ accountId: null, name: '보리', role: 'CTO', avatar: portrait.id }],
  });
  await owner.drafts.publish(draft.id);
  const settings = await owner.settings.get();
  await owner.settings.change(settings.revision, { logo: logo.id, homeImage: home.id, homeImageAlt: '우리' });
  await (await api.signIn('author')).me.change({ avatar: stranger.id });

  const statuses = await Promise.all(
    [cover, portrait, logo, home, stranger].map(async (one) => (await media(api, fileOf(one))).status),
  );
  expect(statuses).toEqual([200, 200, 200, 200, 404]);
});

test('strangers learn neither the file’s name nor who uses it', async () => {
  const image = await upload(owner);
  await owner.drafts.publish((await draftWith(image)).id);
  const reply = await api.anonymous.fetch(`/images/${image.id}`);

  expect(Object.keys((await reply.json()) as object).sort()).toEqual([
    'alt',
    'credit',
    'creditUrl',
    'height',
    'id',
    'licence',
    'sources',
    'thumbhash',
    'width',
  ]);
  const again = await api.anonymous.fetch(`/images/${image.id}`, {
    headers: { 'if-none-match': reply.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  expect(await owner.images.get(image.id)).toMatchObject({ name: 'picture.png', uses: 1 });
});

describe('bytes', () => {
  test('HEAD says what GET says, and a known ETag is answered with nothing', async () => {
    const image = await upload(owner);
    const get = await media(api, fileOf(image), owner.headers);
    const head = await media(api, fileOf(image), owner.headers, 'HEAD');
    const etag = get.headers.get('etag') ?? '';
    const same = ['etag', 'content-length', 'content-type', 'cache-control', 'content-security-policy'];

    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    expect(same.map((name) => head.headers.get(name))).toEqual(same.map((name) => get.headers.get(name)));
    expect((await head.arrayBuffer()).byteLength).toBe(0);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const reply = await media(api, fileOf(image), { ...owner.headers, 'if-none-match': known });
      expect([reply.status, (await reply.arrayBuffer()).byteLength]).toEqual([304, 0]);
    }
    expect((await media(api, fileOf(image), { ...owner.headers, 'if-none-match': '"other"' })).status).toBe(
      200,
    );
  });

  test('only the files that are named exist', async () => {
    const { id } = await upload(owner, 'png', 900, 600);
    const paths = [
      '901.webp',
      '900.png',
      '0900.webp',
      '900.original',
      '900',
      '900.webp.exe',
      '-1.webp',
      '99999999.webp',
      '%00.webp',
    ];
    for (const path of paths) {
      expect([path, (await media(api, `/media/${id}/${path}`, owner.headers)).status]).toEqual([
        path,
        path.includes('%00') ? 400 : 404,
      ]);
    }
    for (const name of ['..', 'x', '00000000-0000-4000-8000-000000000000', `${id}'--`]) {
      expect([name, (await media(api, `/media/${name}/900.webp`, owner.headers)).status]).toEqual([
        name,
        404,
      ]);
    }
  });
});
