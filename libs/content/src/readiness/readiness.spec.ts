import { expect, test } from '@jest/globals';
import { blankRichText } from '../rich-text/blank.ts';
import { blankContent } from '../sections/blank.ts';
import {
  applySection,
  badDrafts,
  draft,
  figure,
  paragraph,
  section,
  withPicture,
} from '../testing/bad-drafts.ts';
import { anImageId } from '../testing/posting.ts';
import type { SectionToCheck } from './findings.ts';
import { readiness, type ReadinessInput } from './readiness.ts';

const rulesOf = (input: ReadinessInput) => readiness(input).map(({ level, rule }) => `${level} ${rule}`);

test('a complete draft has nothing to complain about', () => {
  expect(readiness(draft())).toEqual([]);
});

test.each(badDrafts)('%s', (rule, input) => {
  expect(rulesOf(input)).toEqual([rule]);
});

test('who works from anywhere needs no more than a country', () => {
  const locations = [{ country: 'KR', region: '', locality: '' }];
  expect(readiness(draft({ locations, remote: 'remote' }))).toEqual([]);
});

test('a decorative picture needs no alternative text, and an own address of the apply button is enough', () => {
  expect(readiness(withPicture({ alt: '', decorative: true }))).toEqual([]);
  const own = section('apply', {
    kind: 'apply',
    content: { ...blankContent('apply'), url: 'https://apply.example.com' },
  });
  expect(readiness(draft({ applyUrl: null }, { sections: [section('a'), own] }))).toEqual([]);
});

test('pictures inside rich text are checked like any other', () => {
  const body = {
    version: 1 as const,
    doc: { type: 'doc', content: [{ type: 'image', attrs: { ...figure, alt: '', licence: 'unknown' } }] },
  };
  const input = draft({}, { sections: [section('a', { content: { intro: '', body } }), applySection] });
  expect(readiness(input)).toMatchObject([
    { rule: 'alt-missing', sectionId: 'a', field: null },
    { rule: 'rights-unknown', sectionId: 'a' },
  ]);
});

const about = (kind: SectionToCheck['kind'], content: SectionToCheck['content']) =>
  draft({}, { sections: [section('a'), section('b', { kind, content }), applySection] });

test.each([
  { type: 'embed', attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: '' } },
  {
    type: 'linkCard',
    attrs: { url: 'https://x.test/', title: '', description: '', siteName: '', imageId: null },
  },
])('a section that holds no more than a card without a title is not empty: $type', (card) => {
  const body = { version: 1 as const, doc: { type: 'doc', content: [card] } };
  expect(
    readiness(draft({}, { sections: [section('a', { content: { intro: '', body } }), applySection] })),
  ).toEqual([]);
});

const halves: [SectionToCheck['kind'], SectionToCheck['content']][] = [
  ['faq', { intro: '', items: [{ question: ' ', answer: paragraph('답') }] }],
  ['faq', { intro: '', items: [{ question: '재택은?', answer: blankRichText() }] }],
  ['quote', { words: '', who: '나루', imageId: null }],
  ['people', { intro: '', people: [{ name: '', role: 'CTO', words: '', imageId: null }] }],
  ['process', { intro: '', steps: [{ title: '', detail: '둘이서', duration: '' }] }],
  ['teamFacts', { asOf: '2026-11-01', items: [{ label: '팀원', value: '' }] }],
  [
    'techStack',
    {
      intro: '',
      groups: [{ name: '기존', era: null, items: [{ name: '', icon: '', note: '결제' }] }],
      body: null,
    },
  ],
];
test.each(halves)('what lacks its name or words is asked about: %s %#', (kind, content) => {
  expect(rulesOf(about(kind, content))).toEqual(['warning item-incomplete']);
});

test('a portrait alone says nothing', () => {
  expect(rulesOf(about('quote', { words: '', who: '', imageId: anImageId }))).toEqual([
    'error section-empty',
  ]);
  const nobody = { name: '', role: '', words: '', imageId: anImageId };
  expect(rulesOf(about('people', { intro: '', people: [nobody] }))).toEqual(['error section-empty']);
});

test('errors come first, in both languages, short enough for the wire', () => {
  const all = badDrafts.flatMap(([, input]) => readiness(input));
  for (const { ko, en, rule } of all) {
    expect(ko).toMatch(/[가-힣].*[.요]/);
    expect(en).toMatch(/^[A-Z].*[^!]$/);
    expect(`${ko}${en}`).not.toContain('!');
    expect(Math.max(ko.length, en.length)).toBeLessThanOrEqual(300);
    expect(rule.length).toBeLessThanOrEqual(60);
  }
  const levels = readiness(
    draft({ cover: null, title: '', pay: null, closesAt: '2020-01-01T00:00:00Z' }),
  ).map(({ level }) => level);
  expect(levels).toEqual(['error', 'error', 'warning', 'warning']);
});
