import type { ImageInfo, PostingDocument, PostingSection, SectionKind } from '../document.ts';
import type { SectionContents } from '../sections/contents.ts';

export const anImageId = '5b6d3c1e-8f0a-4a52-9d3e-0a1b2c3d4e5f';

export const anImage: ImageInfo = {
  width: 1600,
  height: 900,
  thumbhash: '',
  sources: [
    { url: `/media/${anImageId}/1600.webp`, type: 'image/webp', width: 1600, height: 900 },
    { url: `/media/${anImageId}/768.webp`, type: 'image/webp', width: 768, height: 432 },
    { url: `/media/${anImageId}/1600.avif`, type: 'image/avif', width: 1600, height: 900 },
  ],
};

/** A section for tests, as published. */
export const aSection = <Kind extends SectionKind>(
  kind: Kind,
  content: SectionContents[Kind],
  more: Partial<PostingSection> = {},
): PostingSection => ({
  id: '0e9f8a7b-1c2d-4e3f-8a5b-6c7d8e9f0a1b',
  kind,
  heading: '',
  anchor: kind,
  ...more,
  content,
});

/** An open posting for tests: every fact known, no section. */
export const aPosting = (more: Partial<PostingDocument> = {}): PostingDocument => ({
  id: '7d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  slug: 'backend-node',
  locale: 'ko',
  version: 1,
  status: 'open',
  title: 'Node.js 팀을 소개해요',
  jobTitle: '백엔드 개발자 (Node.js)',
  summary: '결제 시스템을 함께 옮겨 갈 동료를 찾고 있어요.',
  cover: { imageId: anImageId, alt: '회의실에서 웃는 팀' },
  facts: {
    company: '해오름랩',
    team: { slug: 'platform', name: '플랫폼 팀' },
    jobFamily: 'backend',
    experience: { minYears: 1, maxYears: 10 },
    level: 'senior',
    employmentType: 'FULL_TIME',
    locations: [{ country: 'KR', region: '경기', locality: '성남' }],
    remote: 'hybrid',
    pay: { currency: 'KRW', min: 60_000_000, max: 90_000_000, unit: 'YEAR' },
    openings: 2,
    opensAt: '2026-11-01T00:00:00Z',
    closesAt: '2026-12-31T14:59:00Z',
    closesAtZone: 'Asia/Seoul',
    applyUrl: 'https://apply.example.com/1',
  },
  tags: [{ slug: 'nodejs', name: 'Node.js' }],
  authors: [{ name: '나루', role: 'CTO', avatar: null }],
  sections: [],
  images: { [anImageId]: anImage },
  publishedAt: '2026-11-02T01:00:00Z',
  updatedAt: '2026-11-03T01:00:00Z',
  readingMinutes: 1,
  links: {
    html: '/posts/backend-node',
    markdown: '/api/v1/postings/backend-node?format=markdown',
    jsonld: '/api/v1/postings/backend-node/jsonld',
    alternates: {},
  },
  ...more,
});
