import { afterEach, expect, jest, test } from '@jest/globals';
import { blankContent } from './blank.ts';

afterEach(() => {
  jest.useRealTimers();
});

test('facts about a team begin as of today, where the posting is', () => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T16:00:00Z') });
  expect(blankContent('teamFacts', 'Asia/Seoul').asOf).toBe('2026-11-23');
  expect(blankContent('teamFacts', 'America/New_York').asOf).toBe('2026-11-22');
});
