import type { NewAccount, NewTerm } from '@gonggo/contract';

/** The demo company: invented, as are its people, products, numbers and addresses. */
export const siteName = '반나절';
export const site = {
  siteName,
  taglineKo: '동네 가게의 아침을 반나절 앞당기는 사람들',
  taglineEn: 'We give neighbourhood shops back half of their day',
  homeImageAlt: '긴 나무 책상에 다섯 사람이 둘러앉아 있고, 창밖 시장 지붕 위로 붉은 해가 떠오르는 그림',
  companyUrl: 'https://bannajeol.example/',
};

export const cast = {
  bori: { email: 'bori@bannajeol.example', name: '보리', byline: 'CTO', role: 'owner' },
  gyul: { email: 'gyul@bannajeol.example', name: '귤', byline: '주문 플랫폼팀 리드', role: 'editor' },
  jadu: {
    email: 'jadu@bannajeol.example',
    name: '자두',
    byline: '장부팀 프론트엔드 엔지니어',
    role: 'author',
  },
  oi: { email: 'oi@bannajeol.example', name: '오이', byline: '데이터팀 엔지니어', role: 'author' },
  dotori: { email: 'dotori@bannajeol.example', name: '도토리', byline: '제품 디자이너', role: 'author' },
  hodu: { email: 'hodu@bannajeol.example', name: '호두', byline: '피플팀', role: 'viewer' },
} satisfies Record<string, NewAccount>;
export type CastName = keyof typeof cast;

/** How the cast signs what is written in English. */
export const castInEnglish: Record<CastName, { name: string; byline: string }> = {
  bori: { name: 'Bori', byline: 'CTO' },
  gyul: { name: 'Gyul', byline: 'Lead, Order Platform' },
  jadu: { name: 'Jadu', byline: 'Frontend Engineer, Ledger' },
  oi: { name: 'Oi', byline: 'Engineer, Data' },
  dotori: { name: 'Dotori', byline: 'Product Designer' },
  hodu: { name: 'Hodu', byline: 'People Team' },
};

/** Slug → term. The slugs are what the postings name. */
export const terms = [
  { kind: 'team', slug: 'order-platform', nameKo: '주문 플랫폼팀', nameEn: 'Order Platform' },
  { kind: 'team', slug: 'ledger', nameKo: '장부팀', nameEn: 'Ledger' },
  { kind: 'team', slug: 'data', nameKo: '데이터팀', nameEn: 'Data' },
  { kind: 'team', slug: 'delivery', nameKo: '배송팀', nameEn: 'Delivery' },
  { kind: 'team', slug: 'foundation', nameKo: '기반팀', nameEn: 'Foundation' },
  { kind: 'jobFamily', slug: 'backend', nameKo: '백엔드', nameEn: 'Backend' },
  { kind: 'jobFamily', slug: 'frontend', nameKo: '프론트엔드', nameEn: 'Frontend' },
  { kind: 'jobFamily', slug: 'mobile', nameKo: '모바일', nameEn: 'Mobile' },
  { kind: 'jobFamily', slug: 'data-engineering', nameKo: '데이터', nameEn: 'Data' },
  { kind: 'jobFamily', slug: 'design', nameKo: '디자인', nameEn: 'Design' },
  { kind: 'jobFamily', slug: 'infrastructure', nameKo: '인프라', nameEn: 'Infrastructure' },
  { kind: 'jobFamily', slug: 'support', nameKo: '기술 지원', nameEn: 'Support' },
  { kind: 'tag', slug: 'nodejs', nameKo: 'Node.js', nameEn: 'Node.js' },
  { kind: 'tag', slug: 'typescript', nameKo: 'TypeScript', nameEn: 'TypeScript' },
  { kind: 'tag', slug: 'postgresql', nameKo: 'PostgreSQL', nameEn: 'PostgreSQL' },
  { kind: 'tag', slug: 'kafka', nameKo: 'Kafka', nameEn: 'Kafka' },
  { kind: 'tag', slug: 'react', nameKo: 'React', nameEn: 'React' },
  { kind: 'tag', slug: 'react-native', nameKo: 'React Native', nameEn: 'React Native' },
  { kind: 'tag', slug: 'python', nameKo: 'Python', nameEn: 'Python' },
  { kind: 'tag', slug: 'design-system', nameKo: '디자인 시스템', nameEn: 'Design systems' },
  { kind: 'tag', slug: 'junior-welcome', nameKo: '신입도 환영', nameEn: 'Juniors welcome' },
] as const satisfies NewTerm[];
export type TermSlug = (typeof terms)[number]['slug'];
