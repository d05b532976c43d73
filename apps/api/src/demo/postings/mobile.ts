import { callout, h, ol, p, prose, rich, ul } from '../rich.ts';
import { applyUrl, seoul, type DemoPosting } from '../posting.ts';

/** Mobile, open until filled. */
export const mobile: DemoPosting = {
  locale: 'ko',
  title: '새벽길 기사님의 두 번째 손전등, 배송 앱을 만듭니다',
  slug: '배송팀-모바일-react-native',
  facts: {
    jobTitle: '모바일 앱 개발자 (React Native)',
    summary:
      '지하 주차장에서도, 장갑을 끼고도, 해가 뜨기 전에도 쓸 수 있는 배송 앱을 함께 만들어요. 신입도 환영해요.',
    company: '반나절',
    experience: { minYears: 0, maxYears: 5 },
    level: 'junior',
    employmentType: 'FULL_TIME',
    locations: [seoul, { country: 'KR', region: '대전', locality: '유성구' }],
    remote: 'hybrid',
    pay: { currency: 'KRW', min: 42_000_000, max: 65_000_000, unit: 'YEAR' },
    openings: 2,
    closesAtZone: 'Asia/Seoul',
    applyUrl: applyUrl('mobile-react-native'),
  },
  cover: {
    picture: 'cover-route',
    alt: '어두운 동네를 지나는 붉은 배송 길과, 다음 가게를 알려 주는 휴대전화',
  },
  team: 'delivery',
  jobFamily: 'mobile',
  tags: ['react-native', 'typescript', 'junior-welcome'],
  authors: ['gyul', 'jadu'],
  closesInDays: null,
  becomes: 'open',
  sections: (pictures) => [
    {
      kind: 'introduction',
      heading: '',
      content: prose(
        '',
        '기사님 한 분은 하룻밤에 가게 스물두 곳을 들러요. 열쇠를 맡긴 가게도 있고, 문 앞에 두라는 가게도 있고, 골목 끝 파란 대문 옆 상자에 넣어 달라는 가게도 있어요. 배송 앱은 그 스물두 가지 사정을 기억하는 손전등이에요.',
        `저희는 그 손전등을 다시 만들고 있어요. 지금 것은
너무 밝고,
너무 느리고,
지하에 내려가면 꺼지거든요.`,
      ),
    },
    {
      kind: 'role',
      heading: '맡게 될 일',
      content: prose(
        '',
        ol(
          '연결이 끊긴 채로 한 시간을 일해도 아무것도 잃지 않는 앱',
          '어두운 곳에서 눈이 부시지 않고, 장갑을 끼고도 누를 수 있는 화면',
          '사진 한 장으로 “두고 갑니다”를 알리는 흐름. 지금은 네 번 눌러야 해요.',
        ),
        callout('🚚', 'neutral', '입사하고 첫 달 안에 배송차를 **하룻밤 함께** 타요. 다음 날은 쉬어요.'),
      ),
    },
    {
      kind: 'qualifications',
      heading: '신입이라면, 경력이라면',
      content: prose(
        '햇수를 나누려는 것이 아니라 기대가 다르다는 걸 미리 적어 두려고요.',
        h(3, '처음 일하는 분'),
        ul(
          '끝까지 만들어 본 앱이 하나 있어요. 작아도, 스토어에 없어도 괜찮아요.',
          '모르는 것을 15분 안에 물어볼 수 있어요.',
        ),
        h(3, '일해 본 분'),
        ul(
          '앱을 스토어에 올리고, 리뷰를 읽고, 고쳐 봤어요.',
          '기기마다 다른 카메라와 위치 때문에 고생해 봤어요.',
        ),
      ),
    },
    {
      kind: 'people',
      heading: '짝이 될 사람',
      content: {
        intro: '첫 석 달은 짝과 함께 일해요. 짝은 답을 주는 사람이 아니라 옆에 앉는 사람이에요.',
        people: [
          {
            name: '귤',
            role: '주문 플랫폼팀 리드, 배송 앱의 첫 개발자',
            words: '제가 짠 코드가 아직 많아요. 마음껏 지워 주세요.',
            imageId: pictures['portrait-gyul'],
          },
          {
            name: '자두',
            role: '장부팀 프론트엔드 엔지니어',
            words: '부품을 같이 쓰는 사이예요. 화요일마다 코드를 함께 읽어요.',
            imageId: pictures['portrait-jadu'],
          },
        ],
      },
    },
    {
      kind: 'faq',
      heading: '묻고 답하기',
      content: {
        intro: '',
        items: [
          {
            question: '대전에서도 일할 수 있나요?',
            answer: rich('네. 유성에 작은 사무실이 있어요. 서울에는 한 달에 한 번 와요.'),
          },
          {
            question: '마감이 있나요?',
            answer: rich('두 분을 모실 때까지 열어 둬요. 지원서는 오는 대로 읽어요.'),
          },
        ],
      },
    },
    {
      kind: 'closing',
      heading: '손전등을 켜며',
      content: prose(
        '',
        p(
          '새벽 네 시 이십 분, 파란 대문 옆 상자 앞에서 앱을 여는 사람을 떠올리며 만들어요. 그 사람 옆에 같이 서 볼 분을 기다릴게요.',
        ),
      ),
    },
    {
      kind: 'apply',
      heading: '지원하기',
      content: {
        label: '배송팀에 지원하기',
        note: '만든 것의 주소 하나와 이야기 한 장이면 돼요.',
        url: null,
        sticky: true,
      },
    },
  ],
};
