import { callout, image, p, prose, ul } from '../rich.ts';
import { applyUrl, seoul, type DemoPosting } from '../posting.ts';

/** Design: found somebody, closed. */
export const design: DemoPosting = {
  locale: 'ko',
  title: '종이처럼 조용한 화면을 그리는 제품 디자이너를 찾아요',
  slug: '제품-디자이너',
  facts: {
    jobTitle: '제품 디자이너',
    summary:
      '화면보다 진열대를 오래 보는 디자이너를 찾아요. 첫 디자이너 도토리와 둘이서 제품 두 개를 함께 그려요.',
    company: '반나절',
    experience: { minYears: 4, maxYears: 12 },
    level: 'senior',
    employmentType: 'FULL_TIME',
    locations: [seoul],
    remote: 'onsite',
    pay: { currency: 'KRW', min: 60_000_000, max: 88_000_000, unit: 'YEAR' },
    openings: 1,
    closesAtZone: 'Asia/Seoul',
    applyUrl: applyUrl('product-designer'),
  },
  cover: { picture: 'cover-craft', alt: '종이 화면, 색견본, 자와 붓이 놓인 책상' },
  team: 'ledger',
  jobFamily: 'design',
  tags: ['design-system'],
  authors: ['dotori', 'bori'],
  closesInDays: 20,
  becomes: 'closed',
  sections: (pictures) => [
    {
      kind: 'introduction',
      heading: '',
      content: prose(
        '',
        '도토리예요. 반나절에서 사 년째 혼자 디자인을 하고 있어요. 혼자라서 빠르지만, 혼자라서 틀린 줄 모르고 지나간 것도 많아요. 이제 제 그림을 보고 “이건 아닌데요”라고 말해 줄 동료가 필요해요.',
      ),
    },
    {
      kind: 'role',
      heading: '함께 그릴 것',
      content: prose(
        '',
        ul(
          '새벽장과 반나절 장부, 두 제품의 화면을 처음부터 배포까지',
          '개발자와 함께 쓰는 부품 54개와 그 이름들',
          '가게에 붙는 안내문, 도매처에 보내는 설명서, 그리고 가끔 이런 글의 그림',
        ),
        image(pictures['gallery-window'], {
          alt: '해가 뜨는 창가의 책상. 노트북과 컵, 귤 두 개, 잠든 고양이',
          caption: '저희 자리예요. 옆자리가 비어 있어요.',
          credit: '그림 도토리',
          creditUrl: 'https://bannajeol.example/people/dotori',
        }),
      ),
    },
    {
      kind: 'qualifications',
      heading: '이런 분이면 좋겠어요',
      content: prose(
        '',
        ul(
          '출시한 제품이 있고, 출시한 뒤에 고친 이야기를 할 수 있어요.',
          '글자를 좋아해요. 한글이 좁은 칸에서 어떻게 무너지는지 알아요.',
          '빼는 쪽을 먼저 생각해요.',
        ),
        callout(
          '🖐️',
          'amber',
          '포트폴리오는 세 작품이면 충분해요. 대신 그중 하나는 **잘되지 않은 것**으로 부탁드려요.',
        ),
      ),
    },
    {
      kind: 'process',
      heading: '만나는 순서',
      content: {
        intro: '',
        steps: [
          {
            title: '포트폴리오',
            detail: '세 작품과 그 뒷이야기를 보내 주세요.',
            duration: '일주일 안에 답장',
          },
          {
            title: '함께 그리기',
            detail: '제가 풀지 못한 화면 하나를 같이 그려 봐요. 결과물은 쓰지 않아요.',
            duration: '2시간',
          },
          { title: '만남', detail: '자두와 귤, 보리를 만나요.', duration: '1시간' },
        ],
      },
    },
    {
      kind: 'benefits',
      heading: '책상 위의 것들',
      content: prose(
        '',
        p('좋은 모니터, 좋은 의자, 좋은 종이. 그리고 한 해에 한 번, 가고 싶은 도시의 시장을 보러 가는 비용.'),
      ),
    },
    {
      kind: 'apply',
      heading: '지원',
      content: { label: '포트폴리오 보내기', note: '', url: null, sticky: false },
    },
  ],
};
