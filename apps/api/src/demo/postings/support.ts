import { callout, p, prose, table, ul } from '../rich.ts';
import { applyUrl, seoul, type DemoPosting } from '../posting.ts';

/** Support: was published, then withdrawn. */
export const support: DemoPosting = {
  locale: 'ko',
  title: '가게 옆자리에 앉는 기술 지원 엔지니어',
  slug: '기술-지원-엔지니어',
  facts: {
    jobTitle: '기술 지원 엔지니어',
    summary:
      '전화 너머가 아니라 옆자리에서 돕는 기술 지원이에요. 가게의 말을 개발자의 말로 옮기는 일을 함께해요.',
    company: '반나절',
    experience: { minYears: 0, maxYears: 7 },
    level: 'any',
    employmentType: 'CONTRACTOR',
    locations: [seoul],
    remote: 'onsite',
    pay: { currency: 'KRW', min: 3_200_000, max: 4_000_000, unit: 'MONTH' },
    openings: 1,
    closesAtZone: 'Asia/Seoul',
    applyUrl: applyUrl('support-engineer'),
  },
  cover: { picture: 'cover-shop', alt: '줄무늬 차양이 달린 반찬 가게에서 두 사람이 노트북을 함께 보는 그림' },
  team: 'ledger',
  jobFamily: 'support',
  tags: ['junior-welcome'],
  authors: ['hodu'],
  closesInDays: 15,
  becomes: 'withdrawn',
  sections: () => [
    {
      kind: 'introduction',
      heading: '',
      content: prose(
        '',
        '피플팀의 호두예요. 여섯 달 동안 가게 삼백 곳의 이사를 도울 분을 찾아요. 종이 장부에서 반나절 장부로 옮기는 이사예요.',
      ),
    },
    {
      kind: 'role',
      heading: '하는 일',
      content: prose(
        '',
        ul(
          '하루에 두 곳, 가게에 가서 장부를 함께 옮겨요.',
          '자주 막히는 곳을 적어 개발자에게 그대로 전해요.',
          '“이건 왜 안 돼요?”에 “제가 물어볼게요” 대신 답을 드려요.',
        ),
        table(
          ['오전', '점심', '오후'],
          ['첫 번째 가게', '시장에서 함께', '두 번째 가게, 그리고 오늘 본 것 적기'],
        ),
      ),
    },
    {
      kind: 'qualifications',
      heading: '이런 분이면 좋아요',
      content: prose(
        '',
        ul('처음 보는 사람과 편하게 이야기해요.', '표 계산 프로그램을 무서워하지 않아요.'),
        callout('☕', 'amber', '커피를 하루에 넉 잔 얻어 마시게 돼요. 디카페인도 있어요.'),
      ),
    },
    {
      kind: 'closing',
      heading: '마치며',
      content: prose('', p('계약은 여섯 달이고, 다섯 달째에 다음을 함께 이야기해요.')),
    },
    { kind: 'apply', heading: '지원', content: { label: '지원하기', note: '', url: null, sticky: false } },
  ],
};
