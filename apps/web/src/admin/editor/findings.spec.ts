import { expect, test } from '@jest/globals';
import type { Finding } from '@gonggo/contract';
import { ko } from '../words/ko.ts';
import { allFindings, factOf, typedFindings } from './findings.ts';

const finding = (rule: string, field: string | null, sectionId: string | null = null): Finding => ({
  level: 'warning',
  rule,
  ko: '',
  en: '',
  sectionId,
  field,
});

test('pay that is not understood is invalid rather than missing, and stands in the way', () => {
  const known = [finding('pay-missing', 'pay'), finding('summary-missing', 'summary')];
  const all = allFindings(known, typedFindings({ pay: 'won' }, ko));
  expect(all.map(({ level, rule, field }) => [level, rule, field])).toEqual([
    ['error', 'fact-not-understood', 'pay'],
    ['warning', 'summary-missing', 'summary'],
  ]);
  expect(all[0]?.ko).toContain('6000만');
});

test('dates that contradict each other are saved: the server says so itself', () => {
  expect(typedFindings({ opensAt: 'opensAfterCloses' }, ko)).toEqual([]);
});

test('what a section lacks stays, also where it is about the same fact', () => {
  const known = [finding('apply-address-missing', 'applyUrl', 'a')];
  expect(allFindings(known, typedFindings({ applyUrl: 'url' }, ko))).toHaveLength(2);
});

test('a part of a fact belongs to it', () => {
  expect([factOf('locations.0.country'), factOf('pay'), factOf(null)]).toEqual([
    'locations',
    'pay',
    undefined,
  ]);
});
