import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Draft } from '@gonggo/contract';
import pg from 'pg';
import { removeDemo } from '../src/demo/remove.ts';
import { seedDemo } from '../src/demo/seed.ts';
import { type Person, useApi } from './support/api.ts';
import { upload } from './images/files.ts';
import { eventually, waitingSql } from './support/postings.ts';

const api = useApi();
const longRead = '주문-플랫폼팀-백엔드-nodejs';
const tables = [
  'posting',
  'section',
  'publication',
  'published_posting',
  'slug_alias',
  'image',
  'image_variant',
  'image_chunk',
  'account',
  'term',
];
const counts = async () => {
  const rows = tables
    .map((table) => `SELECT '${table}' AS name, count(*)::int AS n FROM ${table}`)
    .join(' UNION ALL ');
  return Object.fromEntries(
    (await api.sql<{ name: string; n: number }>(rows)).map(({ name, n }) => [name, n]),
  );
};

let owner: Person;
let before: Record<string, number>;
let settingsBefore: object;
beforeAll(async () => {
  owner = await api.signIn('owner');
  before = await counts();
  const { revision: _, ...settings } = await owner.settings.get();
  settingsBefore = settings;
});

describe('the demo company', () => {
  test('comes in whole', async () => {
    expect(await seedDemo(api.app)).toBe(8);
  });

  test('has postings in every state, one in two languages', async () => {
    const { data } = await owner.drafts.list({ limit: 100 });
    const states = data.map(({ state }) => state).sort();
    expect(states).toEqual(['closed', 'draft', 'open', 'open', 'open', 'open', 'open', 'withdrawn']);
    const { data: live } = await api.anonymous.postings.list({ status: 'all', limit: 100 });
    expect(live.map(({ slug }) => slug)[0]).toBe(longRead);
    const english = live.filter(({ locale }) => locale === 'en');
    expect(english.length).toBe(1);
    const { authors } = await api.anonymous.postings.get(english[0]?.slug ?? '', 'en');
    expect(authors.map(({ name, role }) => `${name}, ${role}`)).toEqual([
      'Jadu, Frontend Engineer, Ledger',
      'Dotori, Product Designer',
    ]);
  });

  test('closes one posting in three days at 23:59 in Seoul', async () => {
    const { facts } = await api.anonymous.postings.get('데이터팀-데이터-엔지니어');
    const left = Date.parse(facts.closesAt ?? '') - Date.now();
    expect(left).toBeGreaterThan(2.9 * 86_400_000);
    expect(left).toBeLessThan(4 * 86_400_000);
    expect(facts.closesAt).toMatch(/T14:59:00/);
  });

  test('publishes nothing that readiness would stop, and every picture of it is there', async () => {
    const posting = await api.anonymous.postings.get(longRead);
    const images = Object.values(posting.images);
    expect(images.length).toBeGreaterThan(15);
    for (const { sources } of images) {
      for (const { url } of sources)
        expect([url, (await fetch(`${api.url}${url}`, { method: 'HEAD' })).status]).toEqual([url, 200]);
    }
    expect(posting.readingMinutes).toBeGreaterThanOrEqual(10);
  });

  test('has people of every role, with faces and without passwords', async () => {
    const { data } = await owner.accounts.list();
    const demo = data.filter(({ email }) => email.endsWith('@bannajeol.example'));
    expect(new Set(demo.map(({ role }) => role))).toEqual(new Set(['owner', 'editor', 'author', 'viewer']));
    expect(demo.every(({ avatar, pending }) => avatar !== null && pending)).toBe(true);
  });

  test('a second time changes nothing', async () => {
    // Files are made by jobs meanwhile: not counted.
    const { image_variant: _files, image_chunk: _bytes, ...all } = await counts();
    expect(await seedDemo(api.app)).toBe(0);
    expect(await counts()).toMatchObject(all);
  });

  test('goes away again and leaves what is the owner’s', async () => {
    const own = await ownDraft();
    const kept = await upload(owner, 'png', 40, 30);
    expect(await removeDemo(api.app)).toBe(8);

    expect(await counts()).toEqual({
      ...before,
      posting: 1,
      section: 0,
      image: (before['image'] ?? 0) + 2,
      image_variant: expect.any(Number),
      image_chunk: expect.any(Number),
      term: 1,
    });
    expect((await owner.drafts.get(own.id)).facts).toMatchObject({
      title: '우리 글',
      team: 'order-platform',
      cover: own.facts.cover,
    });
    expect((await owner.images.get(kept.id)).id).toBe(kept.id);
    expect(await owner.settings.get()).toMatchObject(settingsBefore);
    expect((await api.anonymous.postings.list({ status: 'all' })).data).toEqual([]);
    expect((await api.anonymous.fetch(`/postings/${encodeURIComponent(longRead)}`)).status).toBe(410);
  });

  test('the change feed tells that they left', async () => {
    const { data } = await api.anonymous.postings.changes();
    const left = data.filter(({ type }) => type === 'withdrawn').map(({ slug }) => slug);
    expect(left).toContain(longRead);
    expect(await removeDemo(api.app)).toBe(0);
  });

  test('and can come again', async () => {
    expect(await seedDemo(api.app)).toBe(8);
    expect((await api.anonymous.postings.get(longRead)).slug).toBe(longRead);
    expect(await owner.settings.get()).toMatchObject({ siteName: '반나절', logo: expect.any(String) });
  });

  test('goes while somebody changes the settings, and both get through', async () => {
    const other = new pg.Client({ connectionString: api.database.url });
    await other.connect();
    await other.query('BEGIN; UPDATE setting SET revision = revision');
    const gone = removeDemo(api.app);
    await eventually(
      () => api.sql(waitingSql),
      ({ length }) => length > 0,
    );
    await other.query('UPDATE change_counter SET revision = revision + 1; COMMIT');
    await other.end();
    expect(await gone).toBe(8);
  });

  /** A draft of the owner's that uses a picture and a team of the demo's. */
  async function ownDraft(): Promise<Draft> {
    const { data } = await owner.images.library({ limit: 100 });
    const picture = data.find(({ name }) => name === 'cover-orders.webp');
    const draft = await owner.drafts.create({ title: '우리 글' });
    return owner.drafts.change(draft.id, draft.revision, {
      cover: { imageId: picture?.id ?? '', alt: '빌린 그림' },
      team: 'order-platform',
    });
  }
});
