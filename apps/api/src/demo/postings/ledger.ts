import { callout, h, image, p, prose, rich, table, ul } from '../rich.ts';
import { applyUrl, seoul, type DemoPosting } from '../posting.ts';

const facts = {
  experience: { minYears: 2, maxYears: null },
  level: 'mid',
  employmentType: 'FULL_TIME',
  locations: [seoul],
  remote: 'hybrid',
  pay: { currency: 'KRW', min: 55_000_000, max: 85_000_000, unit: 'YEAR' },
  openings: 1,
  closesAtZone: 'Asia/Seoul',
  applyUrl: applyUrl('frontend-react'),
} as const;

const shared = {
  team: 'ledger',
  jobFamily: 'frontend',
  tags: ['react', 'typescript', 'design-system'],
  authors: ['jadu', 'dotori'],
  closesInDays: 26,
  becomes: 'open',
} satisfies Partial<DemoPosting>;

/** Front end, in Korean. Its English variant stands in `ledger.en.ts`. */
export const ledger: DemoPosting = {
  ...shared,
  locale: 'ko',
  title: '사장님이 하루에 스무 번 여는 화면을 만듭니다 (React)',
  slug: '장부팀-프론트엔드-react',
  facts: {
    ...facts,
    jobTitle: '프론트엔드 개발자 (React)',
    summary:
      '젖은 손으로, 한 손으로, 손님과 이야기하며 쓰는 장부 화면을 함께 만들 프론트엔드 개발자를 찾아요.',
    company: '반나절',
    locations: [...facts.locations],
  },
  cover: { picture: 'cover-ledger', alt: '오늘 팔린 채소와 과일이 적힌 장부 화면과 막대그래프' },
  sections: (pictures) => [
    {
      kind: 'introduction',
      heading: '',
      content: prose(
        '',
        `안녕하세요, 장부팀에서 프론트엔드를 맡고 있는 자두예요.
저희가 만드는 *반나절 장부*는 동네 가게 사장님이 하루에 스무 번쯤 여는 화면이에요.`,
        '스무 번이라는 숫자에는 사정이 있어요. 한 번에 길게 쓸 시간이 없거든요. 손님이 오면 내려놓고, 가시면 다시 집어 들어요. 한 손에는 대파를 들고요. 그래서 저희는 화면을 만들 때 이렇게 말해요. **“5초 안에 끝나지 않으면, 하지 못하는 일이다.”**',
      ),
    },
    {
      kind: 'role',
      heading: '무엇을 만드나요',
      content: prose(
        '',
        ul(
          '**오늘의 장부.** 판 것, 남은 것, 내일 시킬 것을 한 화면에서 정리해요. 가게마다 파는 것이 달라서, 표가 아니라 그 가게의 진열대처럼 보여야 해요.',
          '**끊겨도 되는 입력.** 냉장 창고에는 인터넷이 없어요. 적은 것은 기기에 남고, 연결되면 조용히 합쳐집니다.',
          '**우리만의 부품.** 디자이너 도토리와 함께 쓰는 부품이 54개 있어요. 글자를 가장 크게 키워도, 햇빛 아래에서도 읽혀야 통과예요.',
        ),
        callout(
          '🧤',
          'green',
          '새 화면은 배포 전에 **고무장갑을 끼고** 눌러 봐요. 농담 같지만 체크리스트 3번이에요.',
        ),
        image(pictures['cover-shop'], {
          alt: '반찬 가게 계산대에서 두 사람이 노트북을 함께 들여다보는 그림',
          caption: '격주로 가게에 가서 옆에 앉아 있어요. 물어보는 것보다 보는 게 정확하더라고요.',
          credit: '그림 도토리',
          creditUrl: 'https://bannajeol.example/people/dotori',
        }),
      ),
    },
    {
      kind: 'techStack',
      heading: '쓰는 것들',
      content: {
        intro: '',
        groups: [
          {
            name: '화면',
            era: null,
            items: [
              { name: 'React', icon: 'react', note: '19, 되도록 브라우저가 하는 일은 브라우저에게' },
              { name: 'TypeScript', icon: 'typescript', note: '' },
              { name: 'CSS', icon: 'css', note: '토큰과 몇 줄의 규칙' },
            ],
          },
          {
            name: '확인',
            era: null,
            items: [
              { name: 'Playwright', icon: '', note: '사장님의 하루를 그대로 따라가요' },
              { name: 'Storybook', icon: 'storybook', note: '부품 54개의 집' },
              { name: 'Sentry', icon: 'sentry', note: '' },
            ],
          },
        ],
        body: null,
      },
    },
    {
      kind: 'qualifications',
      heading: '이런 분이면 좋겠어요',
      content: prose(
        '',
        ul(
          '2년 넘게 사람들이 매일 쓰는 화면을 만들고 고쳐 봤어요.',
          '상태가 어디에 있어야 하는지 고민해 본 적이 있어요. 그리고 결국 줄여 봤어요.',
          '키보드와 스크린 리더로 자기 화면을 써 본 적이 있어요.',
          '느린 휴대전화를 한 대쯤 서랍에 두고 있어요.',
        ),
      ),
    },
    {
      kind: 'howWeWork',
      heading: '하루의 모양',
      content: prose(
        '백엔드와 프론트엔드가 한 책상에 앉아요.',
        table(
          ['시간', '하는 일'],
          ['10:30', '서서 하는 5분 회의. 어제 본 것 하나씩만'],
          ['11:00–14:00', '아무도 말을 걸지 않는 시간'],
          ['오후', '같이 만들기, 같이 보기. 막히면 15분 안에 부르기'],
          ['17:00', '오늘 바뀐 화면을 팀 채팅에 움직이는 그림으로 올리기'],
        ),
        p('마지막 줄이 저희 팀의 자랑이에요. 회사의 누구든 매일 저녁 무엇이 나아졌는지 봐요.'),
      ),
    },
    {
      kind: 'faq',
      heading: '궁금하실 것 같아서',
      content: {
        intro: '',
        items: [
          {
            question: '디자인도 해야 하나요?',
            answer: rich(
              '아니요. 다만 도토리가 피그마를 열기 전에 같이 종이에 그려요. 그 시간을 좋아하시면 좋겠어요.',
            ),
          },
          {
            question: 'React가 아닌 것만 해 봤어요.',
            answer: rich(
              '괜찮아요. 화면을 만드는 생각은 같아요. Vue에서 오신 분이 지금 부품을 가장 많이 만들었어요.',
            ),
          },
        ],
      },
    },
    {
      kind: 'closing',
      heading: '마치며',
      content: prose(
        '',
        h(3, '마지막으로 하나만'),
        '지금까지 만든 화면 가운데 누군가의 5초를 아껴 준 것이 있다면, 그 이야기를 들려주세요. 포트폴리오보다 그 이야기가 먼저예요.',
      ),
    },
    {
      kind: 'apply',
      heading: '지원하기',
      content: { label: '장부팀에 지원하기', note: '메일 한 통이면 충분해요.', url: null, sticky: true },
    },
  ],
};

export const ledgerShared = { facts, shared };
