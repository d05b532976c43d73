import { rgbaToThumbHash } from 'thumbhash';
import { expect, test } from '@jest/globals';
import type { PostingDocument } from '@gonggo/content';
import { renderToStaticMarkup } from 'react-dom/server';
import { aListItem, aPosting, pictureId, settings } from '../../test/a-posting.ts';
import { facetOf } from './load-home.ts';
import { pageStyle, styleHash } from './page-style.ts';
import { ReaderPage } from './reader-page-view.tsx';
import type { View } from './view.ts';

const now = Date.parse('2026-11-22T00:00:00Z');
const site = { url: 'http://site.test', settings, logo: null };
const show = (view: View, locale: 'ko' | 'en' = 'ko') =>
  renderToStaticMarkup(<ReaderPage locale={locale} site={site} view={view} style="" now={now} />);
const posting = (
  change: Partial<PostingDocument> = {},
  others = [aListItem({ id: 'other', title: '다른 자리' })],
) => show({ kind: 'posting', posting: aPosting(change), others });

/** The structured data of a page, and the words that a reader sees. */
function read(html: string) {
  const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
  );
  const words = html.replace(/<script.*?<\/script>/gs, '').replace(/<[^>]+>/g, ' ');
  return { data, text: decoded(words) };
}

const decoded = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

test('what search engines are told, a reader sees', () => {
  const { data, text } = read(posting());
  const job = data.find((node) => node['@type'] === 'JobPosting') as { title: string; description: string };
  const letter = data.find((node) => node['@type'] === 'BlogPosting') as {
    headline: string;
    description: string;
  };
  const described = job.description.split(/<[^>]+>/).map((words) => decoded(words).trim());
  const told = [job.title, letter.headline, letter.description, ...described].filter(Boolean);
  expect(told.length).toBeGreaterThan(8);
  for (const words of told) expect(text).toContain(words);
});

test('no text of an author ends the structured data or starts a script', () => {
  const html = posting();
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html.match(/<script type="application\/ld\+json">/g)).toHaveLength(2);
  expect(html).toContain('\\u003c/script>');
});

test('a closed posting is a letter still, but no job, and nothing leads to applying', () => {
  const facts = { ...aPosting().facts, closesAt: '2026-11-20T14:59:00.000Z' };
  const html = posting({ status: 'closed', facts });
  const { data, text } = read(html);
  expect(data.map((node) => node['@type'])).toEqual(['BlogPosting']);
  expect(html).not.toContain('apply.example');
  expect(text).toContain('2026년 11월 20일 (금) 23:59에 지원을 마감했어요.');
  expect(text).toContain('다른 자리');
});

test('a posting that opens later says when, and has no button yet', () => {
  const html = posting({ sections: [], facts: { ...aPosting().facts, opensAt: '2026-12-01T00:00:00.000Z' } });
  expect(read(html).text).toContain('2026년 12월 1일 (화) 09:00부터 지원할 수 있어요.');
  expect(read(html).text.match(/12월 1일/g)).toHaveLength(1);
  expect(html).not.toContain('apply.example');
});

test('a closing that is too far off to count days is said once', () => {
  const facts = { ...aPosting().facts, closesAt: '2099-12-31T14:59:00.000Z' };
  expect(read(posting({ facts })).text.match(/2099년/g)).toHaveLength(1);
});

test('a posting with only a title is a page', () => {
  const bare = aPosting({
    sections: [],
    cover: null,
    summary: '',
    jobTitle: '',
    tags: [],
    authors: [],
    images: {},
  });
  bare.facts = {
    ...bare.facts,
    team: null,
    locations: [],
    pay: null,
    closesAt: null,
    applyUrl: null,
    experience: null,
  };
  expect(read(show({ kind: 'posting', posting: bare, others: [] })).text).toContain('채용 시 마감');
});

test('the home page shows what is open, how one can filter, and what has closed', () => {
  const home: View = {
    kind: 'home',
    open: [aListItem(), aListItem({ id: 'b', cover: null, authors: [] })],
    openCount: 2,
    openElsewhere: false,
    nextCursor: 'more',
    facets: [
      { key: 'team', chosen: 'orders', options: [{ value: 'orders', name: '주문팀', count: 2 }] },
      {
        key: 'remote',
        chosen: null,
        options: [
          { value: 'hybrid', name: '일부 재택', count: 1 },
          { value: 'remote', name: '전면 재택', count: 1 },
        ],
      },
    ],
    closed: [aListItem({ id: 'c', status: 'closed', title: '지난 자리' })],
    homeImage: null,
  };
  const html = show(home);
  expect(html).toContain('aria-label="주문팀 조건 빼기"');
  expect(html).toContain('href="/?team=orders&amp;remote=hybrid#open"');
  expect(html).toContain('href="/?team=orders&amp;cursor=more#open"');
  expect(read(html).text).toContain('지난 자리');

  expect(html).not.toContain('class="count"'); // beside what is chosen, numbers of all that is open would mislead
  const free = home.facets.map((facet) => ({ ...facet, chosen: null }));
  expect(show({ ...home, facets: free })).toContain('일부 재택<span class="count"> 1</span>');

  const none = read(show({ ...home, open: [], openCount: 0, facets: [], closed: [] })).text;
  expect(none).toContain('지금 열려 있는 자리가 없어요');
  const elsewhere = '<a href="/en">English로 열린 자리 보기</a>';
  const closed = { ...home, open: [], openCount: 0, facets: [] };
  expect(show(closed)).not.toContain(elsewhere);
  expect(show({ ...closed, openElsewhere: true })).toContain(elsewhere);
  expect(read(show({ ...home, open: [] })).text).toContain('조건에 맞는 자리가 없어요');
  expect(read(show({ ...home, open: [], openCount: 0, facets: [] }, 'en')).text).toContain('Nothing is open');
});

test('a value that nobody has is shown as chosen, so that it can be taken away', () => {
  const facets = {
    team: [],
    jobFamily: [],
    employmentType: [],
    level: [],
    location: [],
    remote: [],
    tag: [],
    locale: [],
  };
  expect(facetOf('team', facets, 'gone', 'ko').options).toEqual([{ value: 'gone', name: 'gone', count: 0 }]);
  expect(facetOf('employmentType', facets, 'INTERN', 'ko').options).toEqual([
    { value: 'INTERN', name: '인턴', count: 0 },
  ]);
});

test('what is missing leads to what is open, where something is', () => {
  const others = [aListItem({ id: 'other', title: '다른 자리' })];
  expect(read(show({ kind: 'gone', others })).text).toContain('열려 있는 자리를 둘러보세요');
  expect(read(show({ kind: 'gone', others: [] })).text).not.toContain('둘러보세요');
});

test("the inline style holds the accent and each picture's colour, and nothing an author wrote", () => {
  const { images } = aPosting();
  const style = pageStyle('#3b82f6', { ...images, '"]{}x{': images[pictureId] as never });
  expect(style).toMatch(
    /^:root:root\{--seal:light-dark\(#\w{6},#\w{6}\).*\}:root \[src\^="\/media\/6f1f1a70[^"]+"\]\{background:#\w{6}\}$/,
  );
  expect(styleHash(style)).toMatch(/^sha256-.{44}$/);
  expect(styleHash('')).toBeNull();
});

test('a see-through picture stands on a light ground in the dark', () => {
  const drawn = new Uint8Array(16 * 16 * 4); // nothing but a black line
  for (let at = 0; at < 16; at += 1) drawn[(8 * 16 + at) * 4 + 3] = 255;
  const thumbhash = Buffer.from(rgbaToThumbHash(16, 16, drawn)).toString('base64');
  const style = pageStyle('', { [pictureId]: { width: 16, height: 16, sources: [], thumbhash } });
  expect(style).toMatch(/^:root:root:root \[src\^="\/media\/[^"]+"\]\{background:var\(--picture-ground\)\}$/);
});
