import { expect, test } from '@jest/globals';
import { blankRichText } from '../rich-text/blank.ts';
import { blankContent } from '../sections/blank.ts';
import type { Figure } from '../sections/contents.ts';
import { aPosting, anImage, anImageId } from '../testing/posting.ts';
import type { SectionToCheck } from './findings.ts';
import { readiness, type ReadinessInput } from './readiness.ts';

const paragraph = (text: string) => ({
  version: 1 as const,
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
const section = (id: string, more: Partial<SectionToCheck> = {}): SectionToCheck => ({
  id,
  kind: 'role',
  heading: `제목 ${id}`,
  content: { intro: '', body: paragraph('읽을 내용') },
  ...more,
});
const applySection = section('apply', { kind: 'apply', content: blankContent('apply') });

type Facts = ReadinessInput['facts'];

/** A draft with nothing to complain about. */
const draft = (facts: Partial<Facts> = {}, more: Partial<ReadinessInput> = {}): ReadinessInput => {
  const { title, jobTitle, cover, facts: known } = aPosting();
  const authors = [{ name: '나루', avatar: anImageId }];
  const summary = '결제 시스템을 함께 옮겨 갈 백엔드 개발자를 찾고 있어요.';
  return {
    locale: 'ko',
    facts: { ...known, title, jobTitle, summary, cover, authors, ...facts },
    sections: [section('a'), applySection],
    images: { [anImageId]: anImage },
    now: '2026-11-20T00:00:00Z',
    ...more,
  };
};

const rulesOf = (input: ReadinessInput) => readiness(input).map(({ level, rule }) => `${level} ${rule}`);

const figure: Figure = {
  imageId: anImageId,
  alt: '웃는 팀',
  decorative: false,
  caption: '',
  credit: '나루',
  creditUrl: '',
  licence: 'own',
};
const withPicture = (more: Partial<Figure>) =>
  draft(
    {},
    {
      sections: [
        section('p', { kind: 'gallery', content: { intro: '', images: [{ ...figure, ...more }] } }),
        applySection,
      ],
    },
  );

test('a complete draft has nothing to complain about', () => {
  expect(readiness(draft())).toEqual([]);
});

const closing = '2026-12-31T14:59:00Z';
const bad: [string, ReadinessInput][] = [
  ['error title-missing', draft({ title: ' ' })],
  ['error job-title-missing', draft({ jobTitle: '' })],
  ['warning job-title-wording', draft({ jobTitle: '[급구] 백엔드 개발자 채용' })],
  ['warning summary-missing', draft({ summary: '' })],
  ['warning summary-short', draft({ summary: '함께해요.' })],
  ['warning summary-long', draft({ summary: '가'.repeat(161) })],
  ['warning cover-missing', draft({ cover: null })],
  ['error image-gone', draft({ cover: { imageId: '00000000-0000-4000-8000-000000000000', alt: '' } })],
  ['warning author-missing', draft({ authors: [] })],
  ['warning author-nameless', draft({ authors: [{ name: 'owner', avatar: anImageId }] })],
  ['warning author-faceless', draft({ authors: [{ name: '나루', avatar: null }] })],
  ['error zone-invalid', draft({ closesAtZone: 'Asia/Atlantis' })],
  ['error closing-past', draft({ closesAt: '2026-11-19T23:59:00Z' })],
  ['error opening-after-closing', draft({ opensAt: closing, closesAt: closing })],
  ['warning pay-missing', draft({ pay: null })],
  ['error pay-range', draft({ pay: { currency: 'KRW', min: 2, max: 1, unit: 'YEAR' } })],
  ['error experience-range', draft({ experience: { minYears: 5, maxYears: 3 } })],
  ['warning employment-type-missing', draft({ employmentType: null })],
  ['warning place-missing', draft({ locations: [] })],
  ['warning place-vague', draft({ locations: [{ country: 'KR', region: '', locality: '' }] })],
  ['warning remote-country-missing', draft({ locations: [], remote: 'remote' })],
  ['error nothing-to-read', draft({}, { sections: [applySection] })],
  [
    'error section-empty',
    draft({}, { sections: [section('a'), section('b', { content: blankContent('role') }), applySection] }),
  ],
  ['warning apply-missing', draft({}, { sections: [section('a')] })],
  ['error apply-address-missing', draft({ applyUrl: null })],
  [
    'warning heading-repeated',
    draft({}, { sections: [section('a'), section('b', { heading: '제목 A' }), applySection] }),
  ],
  ['error image-gone', withPicture({ imageId: '00000000-0000-4000-8000-000000000000' })],
  ['error alt-missing', withPicture({ alt: '' })],
  ['warning rights-unknown', withPicture({ licence: 'unknown' })],
  ['warning rights-quotation', withPicture({ licence: 'quotation' })],
  ['warning credit-missing', withPicture({ licence: 'cc-by', credit: '' })],
  ['warning screenshot-check', withPicture({ caption: '내부 알람 스크린샷' })],
];

test.each(bad)('%s', (rule, input) => {
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
  const all = bad.flatMap(([, input]) => readiness(input));
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
