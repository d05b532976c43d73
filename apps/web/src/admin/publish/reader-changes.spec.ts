import { expect, test } from '@jest/globals';
import type { PostingDocument } from '@gonggo/content';
import type { PublishedPosting } from '@gonggo/contract';
import { isEmpty, readerChanges } from './reader-changes.ts';

const section = (id: string, words = '말') => ({
  id,
  kind: 'quote',
  heading: id,
  anchor: id,
  content: { words, who: '', imageId: null },
});
const posting = (change: object = {}) =>
  ({
    title: '제목',
    jobTitle: '',
    summary: '',
    slug: 's',
    cover: null,
    tags: [],
    authors: [],
    facts: { company: 'A', team: null, locations: [], closesAt: null },
    sections: [section('a'), section('b'), section('c')],
    ...change,
  }) as unknown as PublishedPosting & PostingDocument;

test('nothing changed', () => {
  expect(isEmpty(readerChanges(posting(), posting()))).toBe(true);
});

test('names facts, and sections added, removed, changed and moved', () => {
  const next = posting({
    title: '새 제목',
    facts: { company: 'B', team: null, locations: [], closesAt: '2027-01-01T00:00:00Z' },
    sections: [section('b', '다른 말'), section('a'), section('d')],
  });
  const changes = readerChanges(posting(), next);
  expect([...changes.facts].sort()).toEqual(['closesAt', 'company', 'title']);
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  expect(ids(changes.added)).toEqual(['d']);
  expect(ids(changes.removed)).toEqual(['c']);
  expect(ids(changes.changed)).toEqual(['b']);
  expect(changes.moved).toBe(true);
  expect(isEmpty(changes)).toBe(false);
});

test('a section that goes does not count as a move of the others', () => {
  expect(readerChanges(posting(), posting({ sections: [section('a'), section('c')] })).moved).toBe(false);
});
