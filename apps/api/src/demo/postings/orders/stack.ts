import { callout, code, h, image, linkCard, p, prose, rich, tasks, toggle, ul } from '../../rich.ts';
import type { Part } from '../../posting.ts';
import type { Pictures } from '../../pictures.ts';

const item = (name: string, icon = '', note = '') => ({ name, icon, note });

/** What the team is made of, what it builds with, whom it looks for. */
export const stack = (pictures: Pictures, asOf: string): Part[] => [
  {
    kind: 'teamFacts',
    heading: '숫자로 보는 우리 팀',
    content: {
      asOf,
      items: [
        { label: '팀원', value: '여덟 명 (백엔드 다섯, 프론트엔드 둘, 제품 하나)' },
        { label: '경력', value: '1년부터 10년까지, 평균 5년' },
        { label: '하룻밤 주문', value: '31,000건' },
        { label: '가장 바쁜 1분', value: '새벽 4시 11분, 940건' },
        { label: '배포', value: '하루 평균 6번, 밤 9시 이후에는 하지 않아요' },
        { label: '새벽에 깬 밤', value: '지난 석 달 동안 두 번' },
      ],
    },
  },
  {
    kind: 'techStack',
    heading: '기술 스택, 옛것과 새것',
    content: {
      intro: '새 기술을 쓰고 싶어서 옮기는 게 아니에요. 결제가 멈춘 밤에도 주문은 받아야 해서 옮겨요.',
      groups: [
        {
          name: '옛 시스템',
          era: 'old',
          items: [
            item('PHP 7.4', 'php', '주문부터 정산까지 한 덩어리'),
            item('MySQL 5.7', 'mysql', '표 412개'),
            item('jQuery', 'jquery', '도매처 관리 화면'),
            item('Jenkins', 'jenkins', '배포는 조심조심, 화요일 오후에'),
          ],
        },
        {
          name: '새 시스템',
          era: 'new',
          items: [
            item('Node.js', 'nodedotjs', '주문 접수와 흐름'),
            item('TypeScript', 'typescript', 'any는 쓰지 않아요'),
            item('NestJS', 'nestjs', '서비스의 뼈대'),
            item('PostgreSQL', 'postgresql', '서비스마다 하나씩'),
            item('Kafka', 'apachekafka', '주문이 흐르는 길'),
            item('Redis', 'redis', '번호표와 잠깐의 기억'),
          ],
        },
        {
          name: '함께 쓰는 기반',
          era: 'shared',
          items: [
            item('Kubernetes', 'kubernetes'),
            item('Terraform', 'terraform', '손으로 만든 서버는 없어요'),
            item('GitHub Actions', 'githubactions'),
            item('Grafana', 'grafana', '사장님께 보이는 지표가 첫 화면'),
            item('OpenTelemetry', 'opentelemetry'),
            item('k6', 'k6', '김장철 연습'),
          ],
        },
      ],
      body: rich(
        image(pictures['diagram-orders'], {
          alt: '왼쪽 옛 시스템에서는 가게 앱, 큰 PHP 한 덩어리, MySQL이 한 줄로 이어지고, 오른쪽 새 시스템에서는 주문 접수가 Kafka를 지나 재고, 결제·정산, 배송으로 갈라지는 그림',
          caption: '주문 한 건이 지나는 길. 점선은 아직 옛 길에서 새 길로 넘어오는 주문이에요.',
          credit: '주문 플랫폼팀 위키',
          creditUrl: 'https://tech.bannajeol.example/order-path',
        }),
        `새 길에서 가장 아끼는 코드는 의외로 짧아요. 모든 주문 요청은 앱이 만든 번호표를 달고 오고, 같은 번호표는 몇 번을 보내도 주문 하나가 됩니다.`,
        code(
          'typescript',
          `/** 같은 번호표로 다시 온 주문에는 처음의 답을 그대로 돌려줘요. */`,
          `async accept(ticket: Ticket, order: NewOrder): Promise<Receipt> {`,
          `  return this.db.transaction(async (tx) => {`,
          `    const known = await tx.receipts.findByTicket(ticket);`,
          `    if (known) return known;`,
          ``,
          `    const receipt = await tx.orders.insert(ticket, order);`,
          `    await tx.outbox.add('order-accepted', receipt); // 알리는 일도 같은 트랜잭션에서`,
          `    return receipt;`,
          `  });`,
          `}`,
        ),
        `C++을 하다 오신 분도, Java만 십 년 하신 분도 저희 팀에 계셔요. 언어보다 \`accept\`가 두 번 불렸을 때를 먼저 떠올리는지가 더 궁금합니다. (물론 TypeScript를 좋아하신다면 ++예요.)`,
        toggle(
          '왜 하필 Node.js인가요?',
          p('솔직하게 적어 볼게요.'),
          ul(
            '주문 접수는 계산보다 기다림이 많은 일이에요. 기다림을 잘 다루는 도구가 맞았어요.',
            '화면을 만드는 동료들과 같은 언어로 주문의 모양을 나눌 수 있어요. 타입 하나를 고치면 앱과 서버가 같은 날 알게 됩니다.',
            '반대로, 경로 계산처럼 계산이 무거운 일은 Node.js로 하지 않아요. 배송팀은 Kotlin을 써요.',
          ),
        ),
        linkCard(
          'https://tech.bannajeol.example/strangling-the-order',
          '칠 년 된 주문에서 바퀴를 갈아 끼우는 법',
          '옛 길과 새 길에 같은 주문을 흘려보내고 매일 밤 맞춰 보며 배운 것들을 적었어요.',
          '반나절 기술 블로그',
          pictures['cover-orders'],
        ),
      ),
    },
  },
  {
    kind: 'qualifications',
    heading: '이런 분을 찾아요',
    content: prose(
      '경력은 1년부터 10년까지 열어 두었어요. 햇수보다 아래의 이야기가 본인 이야기 같은지 봐 주세요.',
      ul(
        '**서버를 직접 만들고 운영해 본 적이 있어요.** 언어는 무엇이든 좋아요. Node.js와 TypeScript는 들어와서 익혀도 늦지 않아요.',
        '**관계형 데이터베이스를 이해해요.** 트랜잭션과 잠금을 그림으로 설명할 수 있고, 느린 질의를 보면 실행 계획부터 펴 봐요.',
        '**실패를 먼저 생각해요.** 응답이 안 올 때, 두 번 올 때, 순서가 바뀌어 올 때를 코드에 적어 둡니다.',
        '**테스트가 설명서라고 믿어요.** 저희 테스트는 대부분 진짜 PostgreSQL 위에서 돌아요.',
        '**글로 생각을 나눌 수 있어요.** 결정은 회의가 아니라 글에 남아요.',
      ),
      callout(
        '✋',
        'amber',
        `여기에 *전공*이나 *자격증*은 없어요. 저희 팀 여덟 명 가운데 셋은 컴퓨터를 전공하지 않았고, 한 분은 빵을 구웠어요. 지금도 금요일이면 가끔 구워 오십니다.`,
      ),
    ),
  },
  {
    kind: 'preferred',
    heading: '이런 경험이 있으면 더 반가워요',
    content: prose(
      '다 갖춰야 하는 건 아니에요. 하나도 없어도 지원할 수 있어요. 이 목록을 채운 사람은 저희 팀에도 없습니다.',
      tasks(
        [true, '돌아가는 서비스를 멈추지 않고 옮겨 본 적이 있다 (작은 것도 좋아요)'],
        [true, 'Kafka나 비슷한 것을 쓰다가 순서와 중복 때문에 밤을 새워 본 적이 있다'],
        [false, '결제나 정산처럼 숫자가 꼭 맞아야 하는 일을 해 봤다'],
        [false, '부하 시험을 설계하고, 그 결과로 무언가를 고쳐 봤다'],
        [false, '시장이나 식당에서 일해 봤다 — 진심으로, 큰 도움이 돼요'],
      ),
      h(4, '체크가 두 개 이상이라면'),
      `이력서에 그 이야기를 꼭 적어 주세요. 잘된 이야기보다 ==잘 안된 이야기==가 더 좋아요.`,
    ),
  },
];
