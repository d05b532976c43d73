import type { PostingDocument, PostingSection, RichNode } from '@gonggo/content';
import type { PostingListItem, Settings } from '@gonggo/contract';

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const rich = (...words: string[]) => ({
  version: 1 as const,
  doc: { type: 'doc', content: words.map(paragraph) },
});

export const pictureId = '6f1f1a70-5d0e-4c39-9d6b-0a2a6b1f3c11';

/** A posting with a little of everything; `change` says what is different in a test. */
export function aPosting(change: Partial<PostingDocument> = {}): PostingDocument {
  const slug = change.slug ?? '주문팀';
  const html = `http://site.test/posts/${encodeURIComponent(slug)}`;
  return {
    id: 'd5a7a1a4-9d0b-4a6e-8f0e-5f2f4f6f8a10',
    slug,
    locale: 'ko',
    version: 2,
    status: 'open',
    title: '새벽을 옮기는 주문팀 </script><script> & 초대',
    jobTitle: '백엔드 개발자 (Node.js)',
    summary: '하룻밤 12만 건의 주문을 문 앞까지 옮겨요.',
    cover: { imageId: pictureId, alt: '새벽 창고' },
    facts: {
      company: '정다운반찬',
      team: { slug: 'orders', name: '주문팀' },
      jobFamily: 'backend',
      experience: { minYears: 1, maxYears: 10 },
      level: 'mid',
      employmentType: 'FULL_TIME',
      locations: [{ country: 'KR', region: '경기', locality: '성남' }],
      remote: 'hybrid',
      pay: { currency: 'KRW', min: 60_000_000, max: 90_000_000, unit: 'YEAR' },
      openings: 2,
      opensAt: null,
      closesAt: '2126-12-31T14:59:00.000Z',
      closesAtZone: 'Asia/Seoul',
      applyUrl: 'https://apply.example/orders?a=1&b=2',
    },
    tags: [{ slug: 'nodejs', name: 'Node.js' }],
    authors: [{ name: '보리', role: 'CTO', avatar: null }],
    sections: [
      section('introduction', '', {
        intro: '',
        body: rich('안녕하세요, 보리예요.', '</script><script>alert(1)</script>'),
      }),
      section('role', '하는 일', {
        intro: '이런 일을 해요.',
        body: rich('주문이 기사님께 닿는 길을 지켜요.'),
      }),
      section('qualifications', '찾는 분', { intro: '', body: rich('운영해 본 분') }),
      section('apply', '지원하기', {
        label: '주문팀에 지원하기',
        note: '5분이면 돼요.',
        url: null,
        sticky: true,
      }),
    ],
    images: {
      [pictureId]: {
        width: 1600,
        height: 900,
        thumbhash: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A',
        sources: [{ url: `/media/${pictureId}/1080.webp`, type: 'image/webp', width: 1080, height: 608 }],
      },
    },
    publishedAt: '2026-11-02T01:00:00.000Z',
    updatedAt: '2026-11-12T01:00:00.000Z',
    readingMinutes: 7,
    links: { html, markdown: `${html}.md`, jsonld: `${html}.json`, alternates: {} },
    ...change,
  };
}

function section(
  kind: PostingSection['kind'],
  heading: string,
  content: PostingSection['content'],
): PostingSection {
  return { id: `id-of-${kind}`, kind, heading, anchor: heading || kind, content } as PostingSection;
}

export const aListItem = (change: Partial<PostingDocument> = {}): PostingListItem =>
  aPosting(change) as PostingListItem;

export const settings: Settings = {
  siteName: '정다운반찬',
  taglineKo: '아침을 문 앞까지 옮겨요.',
  taglineEn: 'Mornings, carried to your door.',
  accent: '',
  logo: null,
  homeImage: null,
  homeImageAlt: '',
  companyUrl: null,
  installation: 'a1b2c3d4e5f6',
  revision: 1,
};
