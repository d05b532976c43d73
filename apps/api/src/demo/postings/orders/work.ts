import {
  callout,
  columns,
  embed,
  figure,
  gallery,
  h,
  image,
  linkCard,
  ol,
  p,
  prose,
  table,
  toggle,
  ul,
} from '../../rich.ts';
import type { Part } from '../../posting.ts';
import type { Pictures } from '../../pictures.ts';

/** How the team works, and with whom. */
export const work = (pictures: Pictures): Part[] => [
  {
    kind: 'howWeWork',
    heading: '우리가 일하는 법',
    content: prose(
      '멋진 말보다 어제 실제로 있었던 일을 적을게요.',
      h(3, '새벽은 지키되, 사람은 재워요'),
      `새벽에 바쁜 서비스라고 하면 다들 당직부터 걱정하세요. 당연한 걱정이에요. 그래서 저희는 알람 도구를 직접 만들었어요. 이름은 **딸랑**이에요. 가게 문에 달린 종소리에서 따왔습니다.`,
      image(pictures['screen-alarms'], {
        alt: '알람 도구 딸랑. “지금 울리는 것” 아래에 주문 접수 감소, 재고 동기화 지연, 배송 앱 오류, 정산 지연이 시각과 맡은 사람, 상태와 함께 줄지어 있다',
        caption:
          '딸랑의 첫 화면. 사람이 움직여야 하는 것만 울리고, 나머지는 아침에 모아서 봐요. (이름과 숫자는 바꿨어요.)',
        credit: '주문 플랫폼팀',
        creditUrl: 'https://tech.bannajeol.example/ttallang',
      }),
      p('딸랑에 새 알람을 달려면 세 가지를 적어야 해요.'),
      ol(
        '이게 울리면 사장님께 무슨 일이 생기나요?',
        '깬 사람은 무엇을 할 수 있나요?',
        '아침까지 기다리면 정말 안 되나요?',
      ),
      `셋 중 하나라도 답이 비면 그 알람은 울리지 않아요. 이 규칙을 정한 뒤로 새벽에 사람을 깨우는 일이 한 달에 열한 번에서 한 번 아래로 줄었어요. 깨어난 사람은 그날 오후에 출근합니다. 물어보지 않고요.`,
      image(pictures['still-drama'], {
        alt: '자막이 있는 드라마 장면. 밤의 사무실에 마주 앉은 두 사람 아래로 “고장 난 건 기계인데, 왜 사람이 밤을 새웁니까.”라고 적혀 있다',
        caption: '입사 첫날 함께 보는 장면이에요. 저희 당번 안내서의 첫 쪽에도 붙어 있어요.',
        credit: '드라마 〈막차가 끊긴 뒤〉 3화',
        creditUrl: 'https://drama.example/after-the-last-train',
        licence: 'quotation',
      }),
      h(3, '탓하지 않고 적어요'),
      `장애가 나면 누가 그랬는지가 아니라 *무엇이 그렇게 되도록 두었는지*를 적어요. 글은 위키에 남고, 회사의 누구나 읽을 수 있어요. 지난가을에 배추가 두 번씩 주문된 새벽의 글은 영업팀이 가장 많이 읽었습니다.`,
      image(pictures['screen-wiki'], {
        alt: '위키의 글 “9월 18일, 배추가 두 번 주문된 새벽”. 한 줄 요약, 네 시각의 기록, 바꾼 것 세 가지가 적혀 있다',
        caption: '그날의 글. “도매처가 우리보다 먼저 알면, 그것도 장애”라는 줄은 아직 체크하지 못했어요.',
        credit: '반나절 위키, 보리와 귤 씀',
        creditUrl: 'https://tech.bannajeol.example/two-cabbages',
      }),
      image(pictures['comic-cabbage'], {
        alt: '두 컷 만화. 밤하늘 아래 배추가 “저 아까 주문하셨잖아요. 왜 또 부르세요?”라고 묻고, 수염 난 개발자가 “번호표를 안 받으셨더라고요. 저희가요.”라고 답한다',
        caption: '돌아보기 글에 달린 만화. 이 두 컷 덕분에 번호표를 모르는 사람이 회사에 없어요.',
        credit: '웹툰 〈새벽 네 시의 배추〉 12화, 글·그림 하루살이',
        creditUrl: 'https://comic.example/cabbage-at-four',
        licence: 'quotation',
      }),
      linkCard(
        'https://tech.bannajeol.example/two-cabbages',
        '배추가 두 번 주문된 새벽',
        '느린 응답 하나가 주문 214건을 두 번 만들기까지, 그리고 저희가 바꾼 것.',
        '반나절 기술 블로그',
        pictures['screen-wiki'],
      ),
      h(3, '한 주는 이렇게 흘러가요'),
      table(
        ['언제', '무엇을', '얼마나'],
        ['월요일 아침', '지난주 새벽을 함께 훑어보고 이번 주에 할 일을 골라요', '40분'],
        ['화·수·목', '만들어요. 회의는 오후 두 시 이후에만 잡을 수 있어요', '하루 종일'],
        ['수요일 점심', '도매시장에 가요. 돌아가며 두 명씩, 원하는 사람만', '반나절'],
        ['금요일 오후', '서로의 코드를 소리 내어 읽고, 돌아보기를 해요', '1시간'],
      ),
      `코드는 두 사람이 봐야 합쳐져요. 처음 보는 사람이 이해하지 못하면 *설명을 더하는 대신 코드를 고쳐요.* 리뷰에 쓰는 말은 위키에 적어 두었는데, 첫 줄이 이래요: “사람이 아니라 코드에게 말하기.”`,
      embed('youtube', 'jNQXAC9IVRw', '유튜브에 처음 올라온 영상, 〈동물원에서〉 (19초)'),
      `작게 시작하자는 이야기를 할 때 저는 늘 이 영상을 틀어요. 유튜브에 처음 올라온 19초짜리 영상이에요. 코끼리 앞에서 코가 길다고 말하는 게 전부죠. 저희의 첫 배포는 늘 이만해야 한다고 믿어요.`,
      toggle(
        '재택과 근무 시간은요?',
        ul(
          '한 주에 사흘은 성수 사무실에서, 이틀은 어디서든 일해요. 어느 요일인지는 팀이 정해요.',
          [
            '하루는 오전 8시부터 11시 사이에 시작해요.',
            p('아이를 데려다주는 분, 새벽 수영을 하는 분, 늦잠을 자는 분이 다 있어요.'),
          ],
          '밤 10시 이후의 메신저는 예약해서 보내요. 급하면 딸랑이 울립니다.',
        ),
      ),
    ),
  },
  {
    kind: 'people',
    heading: '함께 일할 사람들',
    content: {
      intro: '면접에서, 그리고 첫 주에 만나게 될 동료들이에요.',
      people: [
        {
          name: '귤',
          role: '주문 플랫폼팀 리드',
          words:
            '새벽 네 시에 안 깨는 게 제 성과 지표예요. 요즘은 잘 잡니다. 리뷰는 느긋하게, 질문은 많이 해요.',
          imageId: pictures['portrait-gyul'],
        },
        {
          name: '자두',
          role: '장부팀 프론트엔드 엔지니어',
          words: '주문의 모양을 백엔드와 같이 정해요. 이름 하나를 두고 한 시간 다투는 걸 좋아합니다.',
          imageId: pictures['portrait-jadu'],
        },
        {
          name: '오이',
          role: '데이터팀 엔지니어',
          words:
            '내일 배추가 몇 포기 필요할지 맞히는 일을 해요. 주문 이벤트가 깨끗하면 제 하루가 행복해져요.',
          imageId: pictures['portrait-oi'],
        },
        {
          name: '호두',
          role: '피플팀',
          words: '지원서를 가장 먼저 읽는 사람이에요. 궁금한 건 무엇이든 저에게 물어보세요.',
          imageId: pictures['portrait-hodu'],
        },
      ],
    },
  },
  {
    kind: 'quote',
    heading: '가게에서 온 한마디',
    content: {
      words: '예전에는 주문 넣고도 전화를 한 번 더 했어요. 들어갔나 싶어서. 이제는 그냥 자요.',
      who: '정다운반찬 사장님, 새벽장 6년째',
      imageId: pictures['portrait-sajang'],
    },
  },
  {
    kind: 'gallery',
    heading: '사무실과 시장',
    content: {
      intro: '사진 대신 디자이너 도토리가 그려 준 저희의 하루예요.',
      images: [
        figure(pictures['gallery-dawn'], {
          alt: '불 켜진 새벽 시장의 청과, 나물, 두부 가게 앞에 선 보리와 도토리',
          caption: '수요일의 도매시장. 이날은 새벽에 갔어요.',
          credit: '그림 도토리',
          creditUrl: 'https://bannajeol.example/people/dotori',
        }),
        figure(pictures['gallery-retro'], {
          alt: '좋았던 것, 아쉬운 것, 해 볼 것이 적힌 칠판 앞에 모인 세 사람',
          caption: '금요일의 돌아보기. 아쉬운 것이 좋았던 것보다 적은 주였어요.',
          credit: '그림 도토리',
          creditUrl: 'https://bannajeol.example/people/dotori',
        }),
        figure(pictures['gallery-window'], {
          alt: '해가 뜨는 창가의 책상. 노트북과 컵, 귤 두 개, 잠든 고양이',
          caption: '성수 사무실 동쪽 창. 고양이 이름은 두부예요.',
          credit: '그림 도토리',
          creditUrl: 'https://bannajeol.example/people/dotori',
        }),
      ],
    },
  },
  {
    kind: 'whatYouGain',
    heading: '여기서 얻을 수 있는 것',
    content: prose(
      '회사를 떠날 때 가방에 무엇이 들어 있을지, 먼저 나간 동료들에게 물어보고 적었어요.',
      columns(
        [
          h(4, '🚚 멈추지 않고 옮겨 본 경험'),
          '돌아가는 시스템을 끄지 않고 통째로 옮기는 일은 자주 오지 않아요. 설계부터 마지막 스위치를 내리는 밤까지 함께합니다.',
        ],
        [
          h(4, '🔎 숫자로 말하는 습관'),
          '저희는 “빨라졌다” 대신 “4시 11분의 p99가 1.8초에서 240ms가 되었다”고 적어요. 재는 법부터 함께 정해요.',
        ],
        [
          h(4, '🧑‍🌾 쓰는 사람의 얼굴'),
          '내가 고친 것을 누가 쓰는지 이름까지 알게 돼요. 시장에 가면 귤을 얹어 주십니다.',
        ],
      ),
      callout(
        '📚',
        'blue',
        p('**배우는 데 쓰는 것들**'),
        ul(
          '책과 강의는 한도 없이, 읽고 나서 위키에 세 줄만 남겨 주세요.',
          '한 해에 한 번, 국내외 콘퍼런스 하나를 골라서 다녀와요.',
          '격주 목요일에는 논문이나 장애 보고서를 하나 골라 같이 읽어요.',
        ),
      ),
      p('그리고 저희가 모아 둔 장면들이에요.'),
      gallery(
        figure(pictures['cover-route'], {
          alt: '밤 동네를 지나는 붉은 배송 길과 휴대전화',
          caption: '배송팀 새 앱의 첫 그림',
          credit: '그림 도토리',
        }),
        figure(pictures['cover-prices'], {
          alt: '산등성이처럼 겹친 시세 그래프',
          caption: '데이터팀이 그린 배추값의 한 해',
          credit: '그림 오이와 도토리',
        }),
      ),
    ),
  },
];
