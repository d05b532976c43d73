import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { Draft, PostingListItem, PublishedPosting } from '@gonggo/contract';
import { type Person, useApi } from './support/api.ts';
import { aPosting, soon } from './support/postings.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

let team: { slug: string };
let family: { slug: string };
let tags: { id: string; slug: string }[];
const mine: Record<string, Draft> = {};
const list = async (query: string) => {
  const found: PostingListItem[] = [];
  let cursor = '';
  do {
    const reply = await api.anonymous.fetch(
      `/postings?team=${team.slug}&limit=2&${query}${cursor && `&cursor=${cursor}`}`,
    );
    expect([query, reply.status]).toEqual([query, 200]);
    const { data, page } = (await reply.json()) as {
      data: PostingListItem[];
      page: { nextCursor: string | null };
    };
    found.push(...data);
    cursor = page.nextCursor ?? '';
  } while (cursor);
  return found.map(({ id }) => Object.keys(mine).find((name) => mine[name]?.id === id));
};

beforeAll(async () => {
  const term = (kind: 'team' | 'jobFamily' | 'tag') =>
    cto.taxonomy.add({ kind, nameKo: `말 ${randomUUID()}` });
  team = await term('team');
  family = await term('jobFamily');
  tags = [await term('tag'), await term('tag')];
  const place = (locality: string) => ({ country: 'KR', region: '', locality });
  const [one, two] = tags as [{ id: string; slug: string }, { id: string; slug: string }];
  mine['a'] = await aPosting(cto, {
    title: '나',
    team: team.slug,
    jobFamily: family.slug,
    tagIds: [one.id],
    locations: [place('성남'), place('서울')],
    closesAt: soon(9e6),
  });
  mine['b'] = await aPosting(cto, {
    title: '가',
    team: team.slug,
    tagIds: [one.id, two.id],
    remote: 'remote',
    level: 'senior',
    closesAt: soon(8e6),
  });
  mine['c'] = await aPosting(cto, {
    title: '다',
    team: team.slug,
    employmentType: 'INTERN',
    locations: [place('서울')],
  });
  mine['en'] = await aPosting(cto, { title: 'Z', team: team.slug, locale: 'en' });
  mine['x'] = await aPosting(cto, { title: '닫힘', team: team.slug, remote: 'onsite' });
  await cto.drafts.close(mine['x'].id);
});

test('the list is sorted and paged in every order without a gap or a repetition', async () => {
  expect(await list('')).toEqual(['en', 'c', 'b', 'a']);
  expect(await list('sort=publishedAt')).toEqual(['a', 'b', 'c', 'en']);
  expect((await list('sort=closesAt')).slice(0, 2)).toEqual(['b', 'a']);
  expect((await list('sort=closesAt')).slice(2).sort()).toEqual(['c', 'en']);
  expect(await list('sort=title&locale=ko')).toEqual(['b', 'a', 'c']);
  expect(await list('status=all')).toEqual(['x', 'en', 'c', 'b', 'a']);
  expect(await list('status=closed')).toEqual(['x']);
});

test('the list is narrowed by each filter, several values meaning any of them', async () => {
  const [one, two] = tags.map(({ slug }) => encodeURIComponent(slug)) as [string, string];
  const place = encodeURIComponent;
  expect(await list(`jobFamily=${family.slug}`)).toEqual(['a']);
  expect(await list(`tag=${two}`)).toEqual(['b']);
  expect(await list(`tag=${one},${two}`)).toEqual(['b', 'a']);
  expect(await list(`location=${place('서울')}`)).toEqual(['c', 'a']);
  expect(await list(`location=${place('성남')},${place('부산')}`)).toEqual(['a']);
  expect(await list('remote=remote')).toEqual(['b']);
  expect(await list('level=senior,lead')).toEqual(['b']);
  expect(await list('employmentType=INTERN')).toEqual(['c']);
  expect(await list('locale=en')).toEqual(['en']);
  expect(await list('remote=hybrid')).toEqual([]);
});

test('the list agrees with the facets, which count what is open', async () => {
  const facets = await api.anonymous.postings.facets();
  expect(facets.team).toContainEqual({
    value: team.slug,
    name: expect.stringMatching(/^말/),
    count: 4,
  });
  expect(facets.remote).toContainEqual({ value: 'remote', name: '전면 재택', count: 1 });
  expect(facets.remote.map(({ value }) => value)).not.toContain('onsite');
  expect(facets.location.find(({ value }) => value === '서울')?.count).toBe(2);
  const english = (await (await api.anonymous.fetch('/facets?locale=en')).json()) as typeof facets;
  expect(english.team).toEqual([{ value: team.slug, name: expect.any(String), count: 1 }]);
});

test('the list carries sections and pictures where asked', async () => {
  const item = async (include: string) => {
    const { data } = (await (
      await api.anonymous.fetch(`/postings?team=${team.slug}&limit=1&include=${include}`)
    ).json()) as { data: PublishedPosting[] };
    return data[0] as PublishedPosting;
  };
  const plain = (await api.anonymous.postings.list({ team: team.slug, limit: 1 })).data[0];
  expect(plain).not.toHaveProperty('sections');
  const whole = await api.anonymous.postings.get(mine['en']?.facts.slug ?? '', 'en');
  expect(await item('sections,images')).toEqual(whole);
  expect((await item('sections')).sections).toEqual(whole.sections);
  expect(await item('images')).toEqual({ ...plain, images: whole.images });
});

test('a cursor goes on where it was, whatever is published meanwhile', async () => {
  const first = await api.anonymous.postings.list({ team: team.slug, limit: 2 });
  const late = await aPosting(cto, { team: team.slug });
  const second = await api.anonymous.postings.list({
    team: team.slug,
    limit: 2,
    cursor: first.page.nextCursor ?? '',
  });
  expect(second.data.map(({ id }) => id)).toEqual([mine['b']?.id, mine['a']?.id]);
  expect(second.page.nextCursor).toBeNull();
  await cto.drafts.withdraw(late.id);
});
