import { seoul, applyUrl, type DemoPosting } from '../../posting.ts';
import { greeting } from './greeting.ts';
import { joining } from './joining.ts';
import { stack } from './stack.ts';
import { work } from './work.ts';

/** The long read: a CTO's letter with every kind of section and every block. */
export const orders = (today: string): DemoPosting => ({
  locale: 'ko',
  title: '새벽 네 시에도 주문을 놓치지 않는 주문 플랫폼팀을 소개합니다 (Node.js)',
  slug: '주문-플랫폼팀-백엔드-nodejs',
  facts: {
    jobTitle: '백엔드 개발자 (Node.js)',
    summary:
      '하룻밤 31,000건의 도매 주문을 한 건도 잃지 않고 받아 내는 팀에서, 칠 년 된 시스템을 멈추지 않고 함께 옮길 분을 찾아요.',
    company: '반나절',
    experience: { minYears: 1, maxYears: 10 },
    level: 'any',
    employmentType: 'FULL_TIME',
    locations: [seoul],
    remote: 'hybrid',
    pay: { currency: 'KRW', min: 65_000_000, max: 95_000_000, unit: 'YEAR' },
    openings: 2,
    closesAtZone: 'Asia/Seoul',
    applyUrl: applyUrl('backend-nodejs'),
  },
  cover: { picture: 'cover-orders', alt: '돌문을 빠져나온 주문 상자들이 여러 갈래 길로 나아가는 새벽 그림' },
  team: 'order-platform',
  jobFamily: 'backend',
  tags: ['nodejs', 'typescript', 'postgresql', 'kafka'],
  authors: ['bori', 'gyul'],
  closesInDays: 41,
  becomes: 'open',
  sections: (pictures) => [
    ...greeting(pictures),
    ...stack(pictures, today),
    ...work(pictures),
    ...joining(pictures),
  ],
});
