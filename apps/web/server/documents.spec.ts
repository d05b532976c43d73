import { expect, test } from '@jest/globals';
import { parseRssFeed } from 'feedsmith';
import { aListItem, pictureId, settings } from '../test/a-posting.ts';
import { rss } from './feed.ts';
import { sitemap } from './sitemap.ts';
import { element, escaped } from './xml.ts';

const site = 'http://site.test';

test('the feed carries every word of a posting, and an independent reader finds them', () => {
  const feed = parseRssFeed(rss(settings, [aListItem()], 'ko', site));
  expect(feed).toMatchObject({
    title: '정다운반찬',
    link: 'http://site.test/',
    description: '아침을 문 앞까지 옮겨요.',
    language: 'ko',
    atom: { links: [{ href: 'http://site.test/feed.xml', rel: 'self' }] },
  });
  const [item] = feed.items ?? [];
  expect(item).toMatchObject({
    title: '새벽을 옮기는 주문팀 </script><script> & 초대',
    link: `http://site.test/posts/${encodeURIComponent('주문팀')}`,
    guid: { value: 'd5a7a1a4-9d0b-4a6e-8f0e-5f2f4f6f8a10', isPermaLink: false },
    dc: { creators: ['보리'] },
    categories: [{ name: 'Node.js' }],
  });
  for (const words of [
    '안녕하세요, 보리예요.',
    '운영해 본 분',
    '주문팀에 지원하기',
    `${site}/media/${pictureId}/1080.jpeg`,
  ]) {
    expect(item?.content?.encoded).toContain(words);
  }
  expect(item?.content?.encoded).not.toMatch(/<script|<details|<iframe|src="\//);
});

test('a feed without postings is a feed', () => {
  expect(parseRssFeed(rss(settings, [], 'en', site))).toMatchObject({ title: '정다운반찬', language: 'en' });
});

test('the sitemap names pages, their pictures and their other languages', () => {
  const english = 'http://site.test/en/posts/orders';
  const posting = aListItem();
  const xml = sitemap([{ ...posting, links: { ...posting.links, alternates: { en: english } } }], site);
  expect(xml).toContain(`<loc>${posting.links.html}</loc><lastmod>2026-11-12T01:00:00.000Z</lastmod>`);
  expect(xml).toContain(`<xhtml:link rel="alternate" hreflang="en" href="${english}"/>`);
  expect(xml).toContain(`<image:loc>${site}/media/${pictureId}/1080.jpeg</image:loc>`);
  expect(xml).toContain('<loc>http://site.test/en</loc>');
});

test('a closed posting stays, changed at the moment it closed', () => {
  const closed = aListItem({ status: 'closed' });
  closed.facts.closesAt = '2026-11-20T00:00:00.000Z';
  expect(sitemap([closed], site)).toContain('<lastmod>2026-11-20T00:00:00.000Z</lastmod>');
});

test('what XML cannot hold is left out, the rest is escaped', () => {
  expect(escaped('a\u0000b\u0007c\ud800d\ufffee\tf\n😀<&>"\'')).toBe('abcde\tf\n😀&lt;&amp;&gt;&quot;&apos;');
  expect(element('a', '', { b: '"<' })).toBe('<a b="&quot;&lt;"/>');
});
