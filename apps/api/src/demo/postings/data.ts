import { callout, code, h, ol, p, prose, quote, table, ul } from '../rich.ts';
import { applyUrl, seoul, type DemoPosting } from '../posting.ts';

/** Data, closing in three days. */
export const data: DemoPosting = {
  locale: 'ko',
  title: '내일 배추가 몇 포기 필요할지, 함께 맞혀 볼까요?',
  slug: '데이터팀-데이터-엔지니어',
  facts: {
    jobTitle: '데이터 엔지니어',
    summary:
      '도매시장의 주문과 날씨, 명절을 엮어 가게 4,100곳의 내일을 예측하는 데이터 길을 함께 놓을 분을 찾아요.',
    company: '반나절',
    experience: { minYears: 3, maxYears: null },
    level: 'senior',
    employmentType: 'FULL_TIME',
    locations: [seoul],
    remote: 'remote',
    pay: { currency: 'KRW', min: 70_000_000, max: 100_000_000, unit: 'YEAR' },
    openings: 1,
    closesAtZone: 'Asia/Seoul',
    applyUrl: applyUrl('data-engineer'),
  },
  cover: { picture: 'cover-prices', alt: '시세 그래프가 산등성이처럼 겹쳐 있고 배추값이 적힌 그림' },
  team: 'data',
  jobFamily: 'data-engineering',
  tags: ['python', 'kafka', 'postgresql'],
  authors: ['oi'],
  closesInDays: 3,
  becomes: 'open',
  sections: () => [
    {
      kind: 'introduction',
      heading: '',
      content: prose(
        '',
        `데이터팀의 오이예요. 원래는 주문 플랫폼팀 면접을 보다가, 면접관이 보여 준 배추값 그래프에 마음을 빼앗겨 이 팀으로 왔어요.`,
        quote(
          '비가 오면 부침개 가게의 쪽파 주문이 두 배가 돼요.\n그런데 **이틀 연속** 비가 오면 오히려 줄어요. 왜일까요?',
        ),
        '저희가 매일 이야기하는 것들이에요. (답은 면접에서. 저희도 세 가지 가설만 있어요.)',
      ),
    },
    {
      kind: 'role',
      heading: '하게 될 일',
      content: prose(
        '',
        ol(
          '주문 이벤트를 받아, 아침 여섯 시 전에 가게마다 **오늘의 추천 주문**이 나오게 해요.',
          '도매처 130곳이 저마다의 이름으로 적는 품목을 하나로 이어요. “쪽파”와 “실파 1단”과 “쪽파(中)”를요.',
          '예측이 틀린 날을 찾아내고, 왜 틀렸는지 가게의 말로 설명해요.',
        ),
        callout(
          '📉',
          'blue',
          '예측이 맞은 날보다 **틀린 날의 보고서**가 더 자세해요. 틀린 배추는 가게가 버려야 하니까요.',
        ),
      ),
    },
    {
      kind: 'techStack',
      heading: '데이터가 지나는 길',
      content: {
        intro: '',
        groups: [
          {
            name: '지금까지',
            era: 'old',
            items: [
              { name: 'cron', icon: '', note: '밤마다 돌던 스크립트 73개' },
              { name: 'MySQL', icon: 'mysql', note: '' },
            ],
          },
          {
            name: '지금부터',
            era: 'new',
            items: [
              { name: 'Python', icon: 'python', note: '' },
              { name: 'Kafka', icon: 'apachekafka', note: '주문 이벤트' },
              { name: 'Airflow', icon: 'apacheairflow', note: '스크립트 73개를 41개로' },
              { name: 'ClickHouse', icon: 'clickhouse', note: '칠 년 치 주문' },
            ],
          },
        ],
        body: null,
      },
    },
    {
      kind: 'qualifications',
      heading: '이런 경험이 필요해요',
      content: prose(
        '',
        ul(
          '매일 돌아야 하는 데이터 길을 3년 넘게 만들고 고쳐 봤어요.',
          '늦게 도착한 데이터와 두 번 도착한 데이터를 다뤄 봤어요.',
          'SQL로 생각할 수 있어요. 아래 같은 질의를 보면 고치고 싶은 곳이 먼저 보여요.',
        ),
        code(
          'sql',
          'SELECT shop_id, item, avg(quantity)',
          'FROM orders',
          "WHERE ordered_at::date > now() - interval '28 days'  -- 여기",
          'GROUP BY 1, 2;',
        ),
        p('“여기”가 왜 느린지, 그리고 *왜 틀렸는지* 함께 이야기하고 싶어요.'),
      ),
    },
    {
      kind: 'whatYouGain',
      heading: '얻게 되는 것',
      content: prose(
        '',
        h(3, '칠 년 치 새벽'),
        '계절이 일곱 번 지나간 주문 데이터는 흔하지 않아요. 명절, 장마, 축구 경기까지 다 들어 있어요.',
        table(
          ['처음 한 달', '석 달 뒤', '한 해 뒤'],
          [
            '추천 하나를 맡아 처음부터 끝까지 따라가요',
            '품목 사전을 이어받아 도매처를 만나요',
            '새 예측을 설계하고 가게에 설명해요',
          ],
        ),
      ),
    },
    {
      kind: 'apply',
      heading: '마감이 가까워요',
      content: {
        label: '데이터팀에 지원하기',
        note: '서류는 마감 다음 날 모두 읽어요.',
        url: null,
        sticky: true,
      },
    },
  ],
};
