import { expect, test } from '@jest/globals';
import type { Finding } from '@gonggo/contract';
import { FactsTyping } from '../facts/facts-typing.ts';
import type { FactErrors, FactsValues } from '../facts/facts-values.ts';
import { ko } from '../words/ko.ts';
import { Held } from '../saving/held.ts';
import type { DraftStore } from './draft-store.ts';
import { allFindings, factOf, typedFindings } from './findings.ts';

const finding = (rule: string, field: string | null, sectionId: string | null = null): Finding => ({
  level: 'warning',
  rule,
  ko: '',
  en: '',
  sectionId,
  field,
});

/** What is typed in the facts, and in the form of a section `a`. */
function typed(errors: FactErrors, held: Record<string, string> = {}, kind = 'saved') {
  const typing = new FactsTyping();
  typing.type({} as FactsValues, errors);
  typing.leave();
  const section = { id: 'a', held: new Held(), save: { snapshot: { state: { kind } } } };
  section.held.hold(held);
  return { section, store: { typing, sections: [section] } as unknown as DraftStore };
}

test('pay that is not understood is invalid rather than missing, and stands in the way', () => {
  const known = [finding('pay-missing', 'pay'), finding('summary-missing', 'summary')];
  const all = allFindings(known, typedFindings(typed({ pay: 'won' }).store, ko));
  expect(all.map(({ level, rule, field }) => [level, rule, field])).toEqual([
    ['error', 'fact-not-understood', 'pay'],
    ['warning', 'summary-missing', 'summary'],
  ]);
  expect(all[0]?.ko).toContain('6000만');
});

test('dates that contradict each other are saved: the server says so itself', () => {
  expect(typedFindings(typed({ opensAt: 'opensAfterCloses' }).store, ko)).toEqual([]);
});

test('what a section lacks stays, also where it is about the same fact', () => {
  const known = [finding('apply-address-missing', 'applyUrl', 'a')];
  expect(allFindings(known, typedFindings(typed({ applyUrl: 'url' }).store, ko))).toHaveLength(2);
});

test('what the form of a section holds stands in the way, once its field is left or all is to go out', () => {
  const { section, store } = typed({}, { '출처 주소': '나쁜 주소' });
  const known = [finding('apply-missing', null), finding('image-alt', null, 'a')];
  const held = { level: 'error', rule: 'section-not-understood', sectionId: 'a', field: null };
  expect(typedFindings(store, ko)).toEqual([]);
  expect(typedFindings(store, ko, true)).toMatchObject([held]);
  section.held.leave();
  expect(allFindings(known, typedFindings(store, ko))).toMatchObject([held, ...known]);
});

test('a section that somebody else saved first stands in the way, and leads there', () => {
  expect(typedFindings(typed({}, {}, 'conflict').store, ko)).toMatchObject([
    { level: 'error', rule: 'section-conflict', sectionId: 'a', ko: ko.publish.readiness.conflict },
  ]);
});

test('a part of a fact belongs to it', () => {
  expect([factOf('locations.0.country'), factOf('pay'), factOf(null)]).toEqual([
    'locations',
    'pay',
    undefined,
  ]);
});
