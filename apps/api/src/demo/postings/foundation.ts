import { callout, p, prose, ul } from '../rich.ts';
import { applyUrl, seoul, type DemoPosting } from '../posting.ts';

/** Infrastructure: still a draft. */
export const foundation: DemoPosting = {
  locale: 'ko',
  title: '아무 일도 없는 밤을 만드는 기반팀 (초안)',
  slug: '기반팀-인프라-엔지니어',
  facts: {
    jobTitle: '인프라 엔지니어',
    summary:
      '조용한 밤을 만드는 일을 해요. 손으로 만든 서버가 하나도 없는 곳에서 함께 밤을 지킬 분을 찾아요.',
    company: '반나절',
    experience: { minYears: 5, maxYears: null },
    level: 'lead',
    employmentType: 'FULL_TIME',
    locations: [seoul],
    remote: 'hybrid',
    pay: null,
    openings: 1,
    closesAtZone: 'Asia/Seoul',
    applyUrl: applyUrl('infrastructure'),
  },
  cover: { picture: 'cover-nightwatch', alt: '밤새 불이 켜진 서버 네 대와 그 옆에서 자는 고양이' },
  team: 'foundation',
  jobFamily: 'infrastructure',
  tags: ['postgresql', 'kafka'],
  authors: ['gyul'],
  closesInDays: 60,
  becomes: 'draft',
  sections: () => [
    {
      kind: 'introduction',
      heading: '',
      content: prose(
        '',
        '기반팀은 아직 없어요. 이 글이 나가면 생겨요. (보리, 이 문단은 내가 다시 쓸게 — 귤)',
      ),
    },
    {
      kind: 'role',
      heading: '첫 해의 일',
      content: prose(
        '',
        ul(
          '데이터베이스 열한 개를 밤에 사람이 깨지 않고 옮기기',
          '복구 연습을 석 달에 한 번, 진짜로 하기',
          '배포 6번을 배포 20번으로, 그래도 조용하게',
        ),
        callout('🌙', 'purple', '좋은 밤의 기준은 하나예요. **아침에 할 이야기가 없을 것.**'),
      ),
    },
    {
      kind: 'qualifications',
      heading: '이런 분',
      content: prose(
        '',
        ul('PostgreSQL을 다섯 해 넘게 운영해 봤어요.', '자동화한 것을 다시 지워 본 적이 있어요.'),
      ),
    },
    {
      kind: 'closing',
      heading: '마치며',
      content: prose('', p('(여기에 무엇을 적을지 금요일에 이야기해요.)')),
    },
    { kind: 'apply', heading: '지원', content: { label: '지원하기', note: '', url: null, sticky: true } },
  ],
};
