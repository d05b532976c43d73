import { expect, test } from '@jest/globals';
import { romanise, slugify } from './slug.ts';

test.each([
  ['백엔드 개발자 (Node.js)', '백엔드-개발자-node-js'],
  ['  C++ · C# 엔지니어!  ', 'cpp-csharp-엔지니어'],
  ['We’re hiring: Site Reliability', 'were-hiring-site-reliability'],
  ['Développeur à Séoul', 'développeur-à-séoul'],
  ['ㅋㅋ 3년차', 'ㅋㅋ-3년차'],
  ['!!!', 'posting'],
  ['', 'posting'],
])('the slug of "%s" is %s', (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

test('decomposed Hangul, as macOS pastes it, gives the same slug as composed', () => {
  const title = '결제 플랫폼 개발자';
  expect(slugify(title.normalize('NFD'))).toBe(slugify(title));
  expect(slugify(title.normalize('NFD'))).toBe('결제-플랫폼-개발자');
});

test('a slug has at most 80 characters, cuts no character in half and ends in none of the joints', () => {
  const slug = slugify('가나다라마바사아자 '.repeat(20));
  expect(Array.from(slug).length).toBeLessThanOrEqual(80);
  expect(slug).toMatch(/[가-힣]$/);
  expect(slugify('😀a'.repeat(3) + '𠮷'.repeat(90))).not.toMatch(/[\ud800-\udfff](?![\udc00-\udfff])$/u);
});

test.each([
  ['백엔드-개발자-node-js', 'baegendeu-gaebalja-node-js'],
  ['développeur', 'developpeur'],
  ['日本語', 'posting'],
])('%s romanises to %s', (slug, alias) => {
  expect(romanise(slug)).toBe(alias);
});

test('a romanised alias is ASCII whatever the slug', () => {
  for (const slug of ['읽기-쓰기', '값진-앉다', 'ㅋㅋ', '삯일-밟다', 'ﬁ-①'])
    expect(romanise(slug)).toMatch(/^[a-z0-9-]+$/);
});
