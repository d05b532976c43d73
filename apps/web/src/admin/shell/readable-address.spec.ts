import { expect, test } from '@jest/globals';
import { readableAddress } from './readable-address.ts';

test('Hangul is read as Hangul, and what is no encoding stays', () => {
  expect(readableAddress('https://a.example/posts/%EC%A3%BC%EB%AC%B8%ED%8C%80?q=1')).toBe(
    'https://a.example/posts/주문팀?q=1',
  );
  expect(readableAddress('https://a.example/100%')).toBe('https://a.example/100%');
});
