import { at, c, circle, g, inked, mono, path, picture, rect, stroke, text } from './kit.js';
import { person } from './people.js';

const bold = { 'font-weight': 700 };
const quiet = { fill: c.quiet };
const centred = { 'text-anchor': 'middle' };
const pill = (x, y, words, fill, ink = c.paper, width = 30 + words.length * 15) => at(x, y, rect(0, 0, width, 34, fill, { rx: 17 }), text(width / 2, 24, words, 18, { ...centred, ...bold, fill: ink }));
const face = (name, x, y, r, fill) => at(x, y, g({ 'clip-path': 'url(#face)', transform: `scale(${r / 40})` }, circle(0, 0, 40, fill), person(name, 0, 6, 0.62)));
const faceClip = '<defs><clipPath id="face"><circle r="40"/></clipPath></defs>';

/** The alarm tool: what woke whom, and what came of it. Names and numbers are invented. */
export const alarms = () => {
  const row = (y, { tone, title, where, at: when, who, fill, state, note }) => at(316, y,
    rect(0, 0, 1084, 128, c.paper, { rx: 14, stroke: c.line, 'stroke-width': 2 }),
    rect(0, 0, 8, 128, tone, { rx: 4 }),
    text(36, 46, title, 26, bold), text(36, 80, where, 19, quiet), text(36, 110, note, 19, quiet),
    text(820, 46, when, 20, { ...quiet, 'text-anchor': 'end' }), face(who, 872, 62, 26, fill), pill(924, 45, state, tone, tone === c.oat ? c.ink : c.paper, 128));
  return picture(1440, 900, c.sand, faceClip,
    rect(0, 0, 272, 900, c.ink), circle(56, 60, 18, c.seal), text(88, 69, '딸랑', 30, { fill: c.paper, 'font-weight': 800 }),
    rect(20, 112, 232, 52, '#3a332d', { rx: 10 }),
    ...['지금 울리는 것', '지난 7일', '당번표', '조용히 할 것', '배운 점'].map((words, n) => text(44, 146 + n * 60, words, 21, { fill: n ? '#b9b0a6' : c.paper, 'font-weight': n ? 500 : 700 })),
    text(44, 800, '이번 주 당번', 18, { fill: '#b9b0a6' }), face('gyul', 66, 846, 24, c.celadon), text(104, 853, '귤 · 월 09시까지', 19, { fill: c.paper }),
    text(316, 84, '지금 울리는 것', 40, { 'font-weight': 800 }), text(316, 122, '사람이 움직여야 하는 것만 울려요. 나머지는 아침에 모아서 봐요.', 20, quiet),
    ...[['3', '열려 있음', c.seal], ['41분', '가장 오래된 것', c.ink], ['0', '어젯밤 헛울림', c.pine]].map(([figure, words, fill], n) => at(316 + n * 368, 156, rect(0, 0, 348, 112, c.paper, { rx: 14, stroke: c.line, 'stroke-width': 2 }), text(28, 58, figure, 42, { 'font-weight': 800, fill }), text(28, 92, words, 19, quiet))),
    row(296, { tone: c.seal, title: '주문 접수가 1분에 40건 아래로 떨어졌어요', where: '새벽장 · 주문 접수 · 기준 120건', note: '결제 승인 응답이 평소의 6배 · 최근 배포 없음', at: '04:12', who: 'gyul', fill: c.celadon, state: '보는 중' }),
    row(440, { tone: '#b9772a', title: '도매처 재고 동기화가 20분째 밀렸어요', where: '장부 · 재고 동기화 · 대기 8,214건', note: '가락 3번 창구만 해당 · 다시 시도 2번', at: '03:58', who: 'oi', fill: c.sky, state: '맡았어요' }),
    row(584, { tone: '#b9772a', title: '배송 앱 오류가 평소보다 많아요', where: '배송 앱 2.8.1 · 사진 올리기 · 31명', note: '지하 주차장에서 끊긴 뒤 다시 보내지 못함', at: '03:31', who: 'jadu', fill: c.blush, state: '고치는 중' }),
    row(728, { tone: c.oat, title: '야간 정산이 예정보다 6분 늦게 끝났어요', where: '정산 · 배치 · 어제 22분 → 28분', note: '아침에 볼 것으로 내렸어요', at: '02:06', who: 'hodu', fill: c.ochre, state: '아침에' }));
};

/** A page of the team's wiki: how an outage is written up. */
export const wiki = () => picture(1440, 900, c.paper, faceClip,
  rect(0, 0, 300, 900, c.sand), stroke('M 300 0 V 900', 2, { stroke: c.line }),
  text(36, 64, '반나절 위키', 27, { 'font-weight': 800 }), rect(28, 88, 244, 44, c.paper, { rx: 10, stroke: c.line, 'stroke-width': 2 }), text(46, 117, '찾기', 19, quiet),
  rect(20, 262, 262, 46, c.oat, { rx: 8 }),
  ...[['처음 오셨나요', 0], ['일하는 법', 0], ['  새벽 장애 돌아보기', 1], ['  결정 기록', 0], ['  당번 안내서', 0], ['주문 플랫폼', 0], ['  주문이 지나는 길', 0], ['  옛 시스템 지도', 0], ['시장 말 사전', 0]].map(([words, on], n) => text(words.startsWith(' ') ? 62 : 36, 185 + n * 54, words.trim(), 20, { 'font-weight': on ? 700 : 500, fill: on ? c.ink : c.quiet })),
  text(364, 66, '일하는 법  /  새벽 장애 돌아보기', 18, quiet),
  text(364, 136, '9월 18일, 배추가 두 번 주문된 새벽', 44, { 'font-weight': 800, 'letter-spacing': -1 }),
  face('bori', 386, 184, 21, c.oat), face('gyul', 420, 184, 21, c.celadon), text(456, 191, '보리, 귤이 씀 · 탓하지 않고, 다음 사람을 위해 적어요', 20, quiet),
  rect(364, 228, 1012, 92, '#fbe9e2', { rx: 12 }), text(392, 284, '한 줄로', 22, { ...bold, fill: c.seal }), text(490, 284, '다시 보내기에 번호표가 없어서, 느린 응답 하나가 주문 214건을 두 번 만들었어요.', 23, { 'font-weight': 600 }),
  text(364, 378, '무슨 일이 있었나', 29, bold),
  ...[['04:02', '결제 승인 응답이 12초까지 느려짐'], ['04:03', '앱이 같은 주문을 다시 보냄 — 서버는 새 주문으로 받음'], ['04:31', '도매처 전화로 알게 됨. 우리 알람은 조용했음'], ['05:10', '겹친 주문 214건을 손으로 거둠. 상한 배추는 없음']].map(([when, words], n) => at(364, 414 + n * 50, circle(8, 10, 7, n === 2 ? c.seal : c.clay), n < 3 ? stroke('M 8 20 V 52', 2.5, { stroke: c.clay }) : '', mono(34, 17, when, 18, { fill: c.quiet }), text(116, 17, words, 21))),
  text(364, 662, '바꾼 것', 29, bold),
  ...[['모든 주문 요청에 번호표를 붙여요 (같은 번호표는 한 번만)', 1], ['“주문이 너무 많다”도 “너무 적다”처럼 울려요', 1], ['도매처가 우리보다 먼저 알면, 그것도 장애로 적어요', 0]].map(([words, done], n) => at(364, 692 + n * 50, rect(0, 0, 26, 26, done ? c.pine : c.paper, { rx: 6, stroke: done ? c.pine : c.clay, 'stroke-width': 3 }), done ? stroke('M 6 13 l 5 6 l 9 -12', 3.5, { stroke: c.paper }) : '', text(44, 21, words, 21))),
  rect(1080, 356, 296, 200, c.sand, { rx: 12 }), text(1104, 396, '함께 본 사람', 19, { ...bold }), ...['bori', 'gyul', 'oi', 'hodu'].map((name, n) => face(name, 1130 + n * 62, 444, 26, [c.oat, c.celadon, c.sky, c.ochre][n])), text(1104, 520, '댓글 11 · 고맙다는 말 7', 18, quiet));

const box = (x, y, width, height, title, note, fill = c.paper, own = {}) => at(x, y, rect(0, 0, width, height, fill, { rx: 14, ...inked(4), ...own }), text(width / 2, note ? height / 2 - 4 : height / 2 + 9, title, 27, { ...centred, ...bold }), note ? text(width / 2, height / 2 + 30, note, 19, { ...centred, ...quiet }) : '');
const arrow = (d, x, y, turn, colour = c.ink) => [stroke(d, 5, { stroke: colour }), g({ transform: `translate(${x} ${y}) rotate(${turn})` }, path('M 0 0 L -20 -11 L -20 11 Z', colour))];

/** What an order passes on its way, old system and new. */
export const architecture = () => picture(1600, 900, c.paper,
  rect(48, 120, 470, 720, c.sand, { rx: 20 }), rect(560, 120, 992, 720, '#eaf1ed', { rx: 20 }),
  text(80, 84, '주문 한 건이 지나는 길', 40, { 'font-weight': 800 }), text(1552, 84, '2026년 가을', 22, { ...quiet, 'text-anchor': 'end' }),
  text(80, 172, '옛 시스템', 28, bold), text(592, 172, '새 시스템', 28, bold),
  box(118, 210, 330, 90, '가게 앱 · 웹'), arrow('M 283 300 V 356', 283, 372, 90),
  box(118, 374, 330, 190, '큰 PHP 한 덩어리', '주문 · 결제 · 재고 · 정산', c.oat), rect(118, 374, 330, 190, 'url(#hatch-oat)', { rx: 14, opacity: 0.5 }), box(118, 374, 330, 190, '큰 PHP 한 덩어리', '주문 · 결제 · 재고 · 정산', 'none'),
  arrow('M 283 564 V 626', 283, 642, 90), box(118, 644, 330, 90, 'MySQL 하나', '표 412개', c.oat),
  text(283, 796, '새벽 4시, 모두가 한 줄로', 22, { ...centred, ...quiet }),
  box(600, 210, 250, 90, '가게 앱 · 웹'), arrow('M 725 300 V 356', 725, 372, 90),
  box(600, 374, 250, 110, '주문 접수', 'NestJS · 번호표', c.paper), arrow('M 850 429 H 922', 938, 429, 0, c.seal),
  box(940, 356, 250, 146, '주문 흐름', 'Kafka', '#f7d9d3', { stroke: c.seal }),
  ...[['재고', 'NestJS', 210], ['결제 · 정산', 'NestJS', 374], ['배송', 'Kotlin', 538]].map(([title, note, y]) => box(1270, y, 240, 110, title, note)),
  arrow('M 1190 400 C 1230 400 1220 265 1252 265', 1268, 265, 0, c.seal), arrow('M 1190 429 H 1252', 1268, 429, 0, c.seal), arrow('M 1190 458 C 1230 458 1220 593 1252 593', 1268, 593, 0, c.seal),
  arrow('M 725 484 V 626', 725, 642, 90), box(600, 644, 250, 90, 'PostgreSQL', '서비스마다 하나'),
  box(940, 644, 250, 90, '장부 화면', 'React'), arrow('M 1065 502 V 626', 1065, 642, 90),
  path('M 448 470 C 500 470 520 429 582 429', 'none', { stroke: c.ink, 'stroke-width': 4, 'stroke-dasharray': '4 12', 'stroke-linecap': 'round' }), g({ transform: 'translate(598 429)' }, path('M 0 0 L -18 -10 L -18 10 Z', c.ink)),
  text(1056, 796, '한 곳이 느려도 주문은 받아요', 22, { ...centred, ...quiet }));
