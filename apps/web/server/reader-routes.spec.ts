import { expect, test } from '@jest/globals';
import { readerRoute } from './reader-routes.ts';

const path = (target: string) => {
  const route = readerRoute(target);
  return 'path' in route ? route.path : `→ ${route.redirect}`;
};

test('query keys that no page knows make no difference', () => {
  expect(path('/?utm_source=mail&gclid=1')).toBe('/');
  expect(path('/posts/a?utm_source=mail')).toBe('/posts/a');
});

test('conditions come in one order, empty ones fall away', () => {
  expect(path('/?tag=node&team=orders&level=')).toBe('/?team=orders&tag=node');
  expect(path('/en?location=%EC%84%B1%EB%82%A8')).toBe('/en?location=%EC%84%B1%EB%82%A8');
  expect(path(`/?team=${'x'.repeat(300)}`)).toBe('/');
});

test('a Hangul slug has one address: composed, without a slash at its end', () => {
  const composed = `/posts/${encodeURIComponent('주문팀')}`;
  expect(path('/posts/주문팀')).toBe(composed);
  expect(path(`/posts/${encodeURIComponent('주문팀'.normalize('NFD'))}`)).toBe(`→ ${composed}`);
  expect(path(`${composed}/?utm_source=x`)).toBe(`→ ${composed}?utm_source=x`);
  expect(path('/en/')).toBe('→ /en');
});

test('what is no page of ours is the missing page of its language', () => {
  for (const target of [
    '/nothing',
    '/posts',
    '/posts/',
    '/posts/a/b',
    '/index',
    '/%E0%A4%A',
    '/missing',
    '/enough',
  ]) {
    expect([target, path(target)]).toEqual([target, '/missing']);
  }
  expect(path('/en/nothing')).toBe('/en/missing');
});

test('what could be taken for a part of a path or of a route is no slug', () => {
  for (const slug of [
    '%2e%2e',
    '%2E',
    '..',
    '%5Bslug%5D',
    'a%3Fb',
    'a%23b',
    'a.json',
    '%CC%95%CC%80'.repeat(40),
  ])
    expect([slug, path(`/posts/${slug}`)]).toEqual([slug, '/missing']);
});

test('slashes without end cost nothing and lead nowhere else', () => {
  const began = performance.now();
  expect(path(`/a${'/'.repeat(8_000)}x`)).toBe('/missing');
  expect(path(`/en${'/'.repeat(8_000)}`)).toBe('→ /en');
  expect(performance.now() - began).toBeLessThan(100);
});

test('no address leads to another host', () => {
  for (const target of [
    '//evil.example/',
    '/%2F/evil.example/',
    '/\\evil.example/',
    '/%5Cevil.example/',
    '///',
  ]) {
    expect([target, path(target)]).toEqual([target, '/missing']);
  }
});
