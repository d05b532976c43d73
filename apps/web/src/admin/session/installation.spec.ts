/** @jest-environment jsdom */
import { beforeEach, expect, test } from '@jest/globals';
import { ownName, properAddress } from './installation.ts';

beforeEach(() => {
  delete document.documentElement.dataset.installation;
});

test('names carry the installation', () => {
  expect(ownName('theme')).toBe('gonggo:theme');
  document.documentElement.dataset.installation = 'a1b2c3d4e5f6';
  expect(ownName('theme')).toBe('gonggo:a1b2c3d4e5f6:theme');
});

test.each([
  ['http://localhost:3000/admin', 'http://localhost:3000', null],
  ['http://127.0.0.1:3000/admin', 'http://localhost:3000', null],
  ['http://[::1]:3000/admin', 'http://127.0.0.1:3000/', null],
  ['https://careers.example.com/admin', 'https://careers.example.com', null],
  ['http://192.0.2.7:3000/admin/me', 'http://localhost:3000', 'http://localhost:3000/admin/me'],
  ['http://localhost:4000/admin', 'http://localhost:3000', 'http://localhost:3000/admin'],
  ['http://localhost:3000/admin', 'https://careers.example.com', 'https://careers.example.com/admin'],
  ['http://careers.example.com/admin', 'https://careers.example.com', 'https://careers.example.com/admin'],
])('at %s of %s the address to open is %s', (here, siteUrl, proper) => {
  expect(properAddress(here, siteUrl)).toBe(proper);
});

test('a page that was not told asks for nothing', () => {
  expect(properAddress('http://localhost:3000/admin', undefined)).toBeNull();
});
