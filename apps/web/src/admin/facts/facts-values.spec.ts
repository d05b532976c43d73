import { expect, test } from '@jest/globals';
import type { DraftFacts } from '@gonggo/contract';
import { factsOf, tidied, valuesOf, type FactsValues } from './facts-values.ts';
import { incompleteClock } from '@gonggo/ui';
import { changedFacts, mergeFacts } from './merge-facts.ts';

const full: DraftFacts = {
  title: '제목',
  jobTitle: '백엔드 개발자',
  summary: '요약',
  slug: '백엔드',
  cover: { imageId: 'i', alt: '사진' },
  company: '',
  team: 'platform',
  jobFamily: 'backend',
  experience: { minYears: 1, maxYears: null },
  level: 'senior',
  employmentType: 'FULL_TIME',
  locations: [{ country: 'KR', region: '경기', locality: '성남' }],
  remote: 'hybrid',
  pay: { currency: 'KRW', min: 60_000_000, max: null, unit: 'YEAR' },
  openings: 2,
  opensAt: '2026-12-01T00:00:00Z',
  closesAt: '2026-12-31T14:59:30Z',
  closesAtZone: 'Asia/Seoul',
  applyUrl: 'mailto:jobs@gonggo.example',
  tagIds: ['t'],
  authors: [{ accountId: null, name: '단', role: 'CTO', avatar: null }],
};
const empty: DraftFacts = {
  ...full,
  cover: null,
  team: null,
  jobFamily: null,
  experience: null,
  level: null,
  employmentType: null,
  locations: [],
  remote: null,
  pay: null,
  openings: null,
  opensAt: null,
  closesAt: null,
  applyUrl: null,
  tagIds: [],
  authors: [],
};
const typed = (change: Partial<FactsValues>) => factsOf({ ...valuesOf(full), ...change }, full);

test.each([
  ['full', full],
  ['empty', empty],
])('%s facts come back from the form as they went in', (_, facts) => {
  expect(factsOf(valuesOf(facts), facts)).toEqual({ facts, errors: {} });
});

test('a zone that is not known here comes back as it went in, with its moments', () => {
  const strange = { ...full, closesAtZone: 'Mars/Olympus_Mons' };
  expect(valuesOf(strange)).toMatchObject({ closes: '2026-12-31T14:59', zone: 'Mars/Olympus_Mons' });
  expect(factsOf(valuesOf(strange), strange)).toEqual({ facts: strange, errors: {} });
});

test('an emptied field is null, not an empty string or zero', () => {
  const { facts, errors } = typed({
    team: '',
    minYears: ' ',
    payMin: '',
    openings: '',
    closes: '',
    opens: '',
    applyUrl: '',
  });
  expect(facts).toMatchObject({
    team: null,
    experience: null,
    pay: null,
    openings: null,
    closesAt: null,
    applyUrl: null,
  });
  expect(errors).toEqual({});
});

test('numbers may be written with separators', () => {
  expect(typed({ payMin: '60,000,000', payMax: '90,000,000' }).facts.pay).toMatchObject({
    min: 60_000_000,
    max: 90_000_000,
  });
});

test.each([
  ['experience', 'number', { minYears: 'x' }],
  ['experience', 'years', { maxYears: '61' }],
  ['experience', 'order', { minYears: '5', maxYears: '3' }],
  ['pay', 'won', { payMin: '-1' }],
  ['pay', 'pay', { payMin: '9만', payCurrency: 'USD' }],
  ['pay', 'order', { payMin: '2', payMax: '1' }],
  ['pay', 'currency', { payCurrency: 'WON!' }],
  ['openings', 'openings', { openings: '0' }],
  ['locations', 'country', { locations: [{ country: '아틀란티스', region: '', locality: '' }] }],
  ['applyUrl', 'url', { applyUrl: 'javascript:alert(1)' }],
  ['slug', 'slug', { slug: ' ' }],
  ['authors', 'authorName', { authors: [{ accountId: null, name: ' ', role: '', avatar: null }] }],
] as const)('%s: %s is named and keeps its last value, the rest is saved', (name, error, change) => {
  const { facts, errors } = typed({ ...(change as unknown as Partial<FactsValues>), title: '새 제목' });
  expect(errors).toEqual({ [name]: error });
  expect(facts[name]).toEqual(full[name]);
  expect(facts.title).toBe('새 제목');
});

test('what was understood is written the usual way, what was not stays as typed', () => {
  const values = {
    ...valuesOf(full),
    payMin: '6천만',
    payMax: '협의',
    minYears: '3년',
    applyUrl: 'jobs@gonggo.example',
    locations: [{ country: '한국', region: '서울', locality: '' }],
  };
  expect(tidied(values, empty)).toEqual([
    ['payMin', '60,000,000'],
    ['minYears', '3'],
    ['applyUrl', 'mailto:jobs@gonggo.example'],
    ['locations.0.country', 'KR'],
  ]);
  expect(tidied(valuesOf(full), full)).toEqual([]);
});

test('half a date is not no date', () => {
  expect(typed({ closes: incompleteClock })).toMatchObject({
    errors: { closesAt: 'moment' },
    facts: { closesAt: full.closesAt },
  });
});

test('a closing is a moment on the clock of its zone; seconds nobody touched stay', () => {
  expect(typed({}).facts.closesAt).toBe('2026-12-31T14:59:30Z');
  expect(typed({ closes: '2026-12-31T18:00' }).facts.closesAt).toBe('2026-12-31T09:00:00Z');
  expect(typed({ zone: 'UTC' }).facts.closesAt).toBe('2026-12-31T23:59:00Z');
});

test('only what changed is sent', () => {
  expect(changedFacts(full, { ...full, pay: { ...full.pay! }, title: '새 제목' })).toEqual({
    title: '새 제목',
  });
});

test('changes of different facts by two people are merged, of the same fact are not', () => {
  const theirs = { ...full, summary: '그쪽 요약' };
  expect(mergeFacts(full, { ...full, title: '내 제목' }, theirs)).toEqual({ ...theirs, title: '내 제목' });
  expect(mergeFacts(full, { ...full, summary: '내 요약' }, theirs)).toBeNull();
  expect(mergeFacts(full, { ...full, summary: '그쪽 요약' }, theirs)).toEqual(theirs);
});
