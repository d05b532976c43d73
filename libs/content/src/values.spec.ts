import { expect, test } from '@jest/globals';
import { asWebAddress } from './values.ts';

test.each([
  ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
  ['mailto:jobs@example.com', 'mailto:jobs@example.com'],
  [' jobs@example.com ', 'mailto:jobs@example.com'],
  ['jobs+node@team.example.com', 'mailto:jobs+node@team.example.com'],
  ['example.com', 'https://example.com'],
  ['채용.example.com/지원', 'https://채용.example.com/지원'],
  ['example.com:8443/apply', 'https://example.com:8443/apply'],
  ['javascript:alert(1)', null],
  ['user:secret@example.com', null],
  ['jobs@example', null],
  ['https:/', null],
  ['곧 알려 드려요', null],
  ['1,000.50', null],
  ['', null],
])('an address typed as %s', (typed, address) => {
  expect(asWebAddress(typed, true)).toBe(address);
});

test('a mail address is none where mail is not asked for', () => {
  expect(asWebAddress('jobs@example.com')).toBeNull();
});
