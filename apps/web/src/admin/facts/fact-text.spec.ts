import { expect, test } from '@jest/globals';
import type { DraftFacts, Term } from '@gonggo/contract';
import { en } from '../words/en.ts';
import { ko } from '../words/ko.ts';
import { factLines } from './fact-text.ts';
import type { FactName } from './merge-facts.ts';

const terms = [
  { id: 'team-id', kind: 'team', slug: 'orders', nameKo: '주문팀', nameEn: 'Orders' },
  { id: 'tag-id', kind: 'tag', slug: 'node', nameKo: '노드', nameEn: '' },
] as Term[];

const facts = {
  team: 'orders',
  tagIds: ['tag-id'],
  employmentType: 'FULL_TIME',
  closesAt: '2026-12-31T14:59:00Z',
  closesAtZone: 'Asia/Seoul',
  cover: { imageId: 'cover-id', alt: '창고' },
  pay: { currency: 'KRW', min: 60_000_000, max: null, unit: 'YEAR' },
  authors: [{ accountId: 'a', name: '보리', role: 'CTO', avatar: 'face-id' }],
} as unknown as DraftFacts;

test.each<[FactName, string]>([
  ['team', '팀: 주문팀'],
  ['tagIds', '태그: 노드'],
  ['employmentType', '고용 형태: 정규직'],
  ['closesAt', '마감: 2026년 12월 31일 (목) 23:59'],
  ['pay', '급여: 연봉 6,000만 원 이상'],
])('%s reads as the facts panel names it', (name, text) => {
  expect(factLines(name, facts, terms, ko)).toEqual([{ text }]);
});

test('in English as well', () => {
  expect(factLines('team', facts, terms, en)[0]?.text).toMatch(/: Orders$/);
  expect(factLines('closesAt', facts, terms, en)[0]?.text).toMatch(/: Thu 31 Dec 2026, 23:59 KST$/);
});

test('pictures come along, so that two with the same words differ', () => {
  expect(factLines('cover', facts, terms, ko)).toEqual([
    { text: `${ko.facts.names.cover}: 창고`, imageId: 'cover-id' },
  ]);
  expect(factLines('authors', facts, terms, ko)).toEqual([
    { text: '글쓴이: 보리 · CTO', imageId: 'face-id' },
  ]);
});
