import { blankContent } from '../sections/blank.ts';
import type { Figure } from '../sections/contents.ts';
import type { SectionToCheck } from '../readiness/findings.ts';
import type { ReadinessInput } from '../readiness/readiness.ts';
import { aPosting, anImage, anImageId } from './posting.ts';

export const paragraph = (text: string) => ({
  version: 1 as const,
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
export const section = (id: string, more: Partial<SectionToCheck> = {}): SectionToCheck => ({
  id,
  kind: 'role',
  heading: `제목 ${id}`,
  content: { intro: '', body: paragraph('읽을 내용') },
  ...more,
});
export const applySection = section('apply', { kind: 'apply', content: blankContent('apply') });

type Facts = ReadinessInput['facts'];

/** A draft with nothing to complain about. */
export const draft = (facts: Partial<Facts> = {}, more: Partial<ReadinessInput> = {}): ReadinessInput => {
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

export const figure: Figure = {
  imageId: anImageId,
  alt: '웃는 팀',
  decorative: false,
  caption: '',
  credit: '나루',
  creditUrl: '',
  licence: 'own',
};
export const withPicture = (more: Partial<Figure>) =>
  draft(
    {},
    {
      sections: [
        section('p', { kind: 'gallery', content: { intro: '', images: [{ ...figure, ...more }] } }),
        applySection,
      ],
    },
  );

const closing = '2026-12-31T14:59:00Z';
/** Every rule of readiness, with a draft that breaks it and no other. */
export const badDrafts: [string, ReadinessInput][] = [
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
  ['warning pay-small', draft({ pay: { currency: 'KRW', min: 6000, max: 85_000_000, unit: 'YEAR' } })],
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
