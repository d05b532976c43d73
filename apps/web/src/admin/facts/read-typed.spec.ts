import { expect, test } from '@jest/globals';
import { readAddress, readCount, readCountry, readPay } from './read-typed.ts';

test.each([
  ['6000만', 60_000_000],
  ['6,000만', 60_000_000],
  ['6천만', 60_000_000],
  ['6천5백만 원', 65_000_000],
  ['6500만원', 65_000_000],
  ['1억', 100_000_000],
  ['1억 2000만', 120_000_000],
  ['1억2,000만원', 120_000_000],
  ['1.2억', 120_000_000],
  ['60000000', 60_000_000],
  ['60,000,000', 60_000_000],
  ['₩60,000,000', 60_000_000],
  ['1만 1,500원', 11_500],
  ['６０００만', 60_000_000],
  [' ', null],
  ['6천', undefined],
  ['1억 2천', undefined],
  ['1억 5000', undefined],
  ['1억 20000만', undefined],
  ['협의', undefined],
  ['만', undefined],
  ['원', undefined],
  ['-1', undefined],
  ['6000.5', undefined],
  ['9'.repeat(16), undefined],
])('pay in won: %s', (typed, amount) => {
  expect(readPay(typed, 'KRW')).toBe(amount);
});

test('pay in other currencies is written in digits', () => {
  expect(['90,000', '90000', '9만', 'USD 90000'].map((typed) => readPay(typed, 'USD'))).toEqual([
    90_000,
    90_000,
    undefined,
    undefined,
  ]);
});

test.each([
  ['3', 3],
  ['3년', 3],
  ['2 명', 2],
  ['1,000', 1_000],
  ['', null],
  ['년', undefined],
  ['셋', undefined],
  ['3-5', undefined],
])('a count: %s', (typed, count) => {
  expect(readCount(typed)).toBe(count);
});

test.each([
  ['kr', 'KR'],
  ['UK', 'GB'],
  ['한국', 'KR'],
  ['대한민국', 'KR'],
  ['South Korea', 'KR'],
  ['일본', 'JP'],
  ['Germany', 'DE'],
  ['아틀란티스', undefined],
  ['', undefined],
])('a country: %s', (typed, code) => {
  expect(readCountry(typed)).toBe(code);
});

test('an address may leave its scheme out', () => {
  expect(readAddress(' jobs@gonggo.example ')).toBe('mailto:jobs@gonggo.example');
  expect(readAddress('jobs.gonggo.example/apply?x=1')).toBe('https://jobs.gonggo.example/apply?x=1');
  expect(readAddress('')).toBeNull();
  expect(readAddress('홈페이지')).toBeUndefined();
});
