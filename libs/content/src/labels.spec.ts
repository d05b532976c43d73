import { expect, test } from '@jest/globals';
import { experienceLabel, payLabel, placeLabel } from './labels.ts';

const won = (min: number | null, max: number | null) => ({
  currency: 'KRW',
  min,
  max,
  unit: 'YEAR' as const,
});

test('pay reads as people say it', () => {
  expect(payLabel(won(60_000_000, 90_000_000), 'ko')).toBe('연봉 6,000만–9,000만 원');
  expect(payLabel(won(120_000_000, null), 'ko')).toBe('연봉 1억 2,000만 원 이상');
  expect(payLabel(won(null, 100_000_000), 'ko')).toBe('연봉 1억 원 이하');
  expect(payLabel({ currency: 'KRW', min: 11_500, max: 11_500, unit: 'HOUR' }, 'ko')).toBe('시급 11,500 원');
  expect(payLabel({ currency: 'USD', min: 90_000, max: null, unit: 'YEAR' }, 'ko')).toBe(
    '연봉 USD 90,000 이상',
  );
  expect(payLabel(won(60_000_000, 90_000_000), 'en')).toBe('KRW 60,000,000–90,000,000 a year');
  expect(payLabel({ currency: 'USD', min: null, max: 90_000, unit: 'YEAR' }, 'en')).toBe(
    'up to USD 90,000 a year',
  );
  expect(payLabel({ currency: 'USD', min: 90, max: null, unit: 'HOUR' }, 'en')).toBe('from USD 90 an hour');
  expect(payLabel(won(null, null), 'ko')).toBe('');
});

test('experience reads as people say it', () => {
  const said = (minYears: number | null, maxYears: number | null) =>
    experienceLabel({ minYears, maxYears }, 'ko');
  expect([
    said(1, 10),
    said(3, null),
    said(null, 3),
    said(0, 0),
    said(5, 5),
    said(0, 3),
    said(null, null),
  ]).toEqual([
    '경력 1–10년',
    '경력 3년 이상',
    '경력 3년 이하',
    '신입',
    '경력 5년',
    '신입·경력 3년 이하',
    '경력 무관',
  ]);
});

test('a place is named in the order of the language, and by its country where nothing else is known', () => {
  expect(placeLabel({ country: 'KR', region: '경기', locality: '성남' }, 'ko')).toBe('경기 성남');
  expect(placeLabel({ country: 'KR', region: 'Gyeonggi', locality: 'Seongnam' }, 'en')).toBe(
    'Seongnam, Gyeonggi',
  );
  expect(placeLabel({ country: 'KR', region: '', locality: '' }, 'ko')).toBe('대한민국');
  expect(placeLabel({ country: '??', region: '', locality: '' }, 'ko')).toBe('??');
});
