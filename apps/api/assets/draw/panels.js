import { at, c, circle, el, g, inked, path, picture, rect, scaled, stroke, text } from './kit.js';
import { cat, cast, laptop, mug, person, tangerine } from './people.js';

/** Letters on nothing keep a rim of paper, so that they are readable on dark pages as well. */
const rimmed = { stroke: c.paper, 'stroke-width': 10, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };
const bold = { 'font-weight': 700 };
const centred = { 'text-anchor': 'middle' };

/** A comic about working at dawn: two frames. */
export const comic = () => {
  const bubble = (x, y, width, height, tail, ...lines) => at(x, y, path(tail, c.paper, inked(4)), rect(0, 0, width, height, c.paper, { rx: 34, ...inked(4) }), path(tail, c.paper), lines.map((line, n) => text(width / 2, 46 + n * 38, line, 27, { ...centred, ...bold })));
  return picture(1400, 700, c.paper,
    rect(24, 24, 664, 652, c.indigo, inked(6)), rect(712, 24, 664, 652, c.sand, inked(6)),
    rect(24, 24, 664, 652, 'url(#dots-paper)', { opacity: 0.12 }), circle(590, 110, 42, c.ochre),
    rect(27, 520, 658, 153, c.brown, { stroke: 'none' }), stroke('M 27 520 H 685', 5),
    at(352, 500, path('M -96 30 C -140 -90 -80 -170 -10 -140 C 60 -190 150 -90 100 30 Z', '#b7d1a4', inked(6)), stroke('M 0 -130 V 28 M 0 -30 L -56 -78 M 0 -4 L 62 -60', 5), circle(-34, -30, 6, c.ink), circle(34, -30, 6, c.ink), stroke('M -18 -6 q 18 16 36 0', 5), circle(-56, -14, 11, c.seal, { opacity: 0.35 }), circle(56, -14, 11, c.seal, { opacity: 0.35 })),
    bubble(70, 78, 420, 128, 'M 250 122 L 290 190 L 320 122 Z', '저 아까 주문하셨잖아요.', '왜 또 부르세요?'),
    text(56, 652, '새벽 네 시.', 24, { fill: c.paper, ...bold }),
    person('gyul', 900, 430, 1.3, { look: 'open', mouth: 'calm' }), rect(715, 600, 658, 73, c.brown), stroke('M 715 600 H 1373', 5), laptop(1080, 604, 1, c.clay), mug(1230, 602, 1, c.seal),
    bubble(960, 78, 380, 166, 'M 70 160 L 10 226 L 120 162 Z', '…번호표를', '안 받으셨더라고요.', '저희가요.'),
    stroke('M 800 300 l -34 -22 M 788 336 l -40 -4', 5));
};

/** A still of an evening drama, letterboxed, with its subtitle. */
export const drama = () => picture(1400, 700, '#17130f',
  rect(0, 70, 1400, 560, '#28354b'), rect(0, 70, 1400, 560, 'url(#dots-paper)', { opacity: 0.08 }),
  ...[0, 1, 2, 3, 4, 5].map((n) => rect(40 + n * 240, 120, 170, 250, n === 3 ? c.ochre : '#33435d', inked(5))),
  person('hodu', 470, 400, 1.5, { look: 'down', mouth: 'calm', shirt: c.ink }), person('jadu', 930, 400, 1.5, { mouth: 'calm', shirt: c.seal, look: 'open' }),
  rect(0, 560, 1400, 70, c.brown), stroke('M 0 560 H 1400', 5), mug(700, 566, 1.2), rect(0, 630, 1400, 70, '#17130f'), rect(0, 0, 1400, 70, '#17130f'),
  text(700, 676, '“고장 난 건 기계인데, 왜 사람이 밤을 새웁니까.”', 32, { ...centred, fill: c.paper, 'font-weight': 600 }));

export const retro = () => picture(1200, 900, c.sand,
  rect(80, 70, 1040, 560, c.paper, inked(6)),
  ...[['좋았던 것', 130, c.celadon], ['아쉬운 것', 470, c.blush], ['해 볼 것', 810, c.ochre]].map(([title, x, fill], n) => [text(x, 140, title, 34, { 'font-weight': 800 }), ...[0, 1, 2, 3].slice(0, n === 1 ? 3 : 4).map((m) => g({ transform: `translate(${x + (m % 2) * 148} ${180 + Math.floor(m / 2) * 160}) rotate(${((m * 7 + n * 5) % 9) - 4} 60 60)` }, rect(0, 0, 126, 126, fill, inked(3.5)), stroke('M 18 40 h 84 M 18 64 h 66 M 18 88 h 76', 4, { opacity: 0.7 })))]),
  person('oi', 270, 676, 1.35, { turn: 5 }), person('dotori', 610, 690, 1.4), person('jadu', 940, 676, 1.35, { turn: -5, mouth: 'smile' }));

export const window_ = () => picture(1200, 900, c.oat,
  el('clipPath', { id: 'pane' }, rect(180, 90, 840, 520)),
  rect(180, 90, 840, 520, c.blush, inked(7)), g({ 'clip-path': 'url(#pane)' }, circle(600, 560, 190, c.seal), circle(600, 560, 190, 'url(#dots-paper)', { opacity: 0.3 })),
  path('M 183 607 V 520 L 300 470 L 420 520 V 480 H 640 V 530 L 760 460 L 880 530 V 500 H 1017 V 607 Z', c.indigo, inked(5)), ...[230, 330, 480, 560, 720, 930].map((x, n) => rect(x, 556, 34, 26, n % 2 ? c.ochre : c.paper, inked(3))),
  rect(180, 90, 840, 520, 'none', inked(7)), stroke('M 600 90 V 610 M 180 260 H 1020', 6), rect(140, 610, 920, 30, c.paper, inked(6)),
  rect(0, 760, 1200, 140, '#c9a077', inked(7)), laptop(420, 772, 1.5, c.clay), mug(680, 774, 1.4, c.paper), tangerine(830, 742, 34), tangerine(890, 752, 26), scaled(1000, 762, 1.1, cat(0, 0)));

export const dawn = () => picture(1200, 900, c.indigo,
  rect(0, 0, 1200, 900, 'url(#dots-paper)', { opacity: 0.1 }), ...[0, 1, 2, 3, 4, 5, 6].map((n) => [stroke(`M ${90 + n * 170} 0 V ${110 + (n % 2) * 30}`, 3), path(`M ${50 + n * 170} ${150 + (n % 2) * 30} q 40 -70 80 0 Z`, c.ochre, inked(4))]),
  rect(0, 640, 1200, 260, '#28354b'), stroke('M 0 640 H 1200', 6),
  ...['청과', '나물', '두부', '건어물', '정육'].map((sign, n) => at(60 + n * 230, 470, rect(-16, -108, 182, 76, n % 2 ? c.ochre : c.paper, { rx: 8, ...inked(5) }), stroke('M 20 -32 V 0 M 130 -32 V 0', 5), text(75, -55, sign, 40, { ...centred, 'font-weight': 800 }), path('M -40 0 H 190 V 60 H -40 Z', n % 2 ? c.paper : c.seal, inked(5)), rect(-26, 60, 202, 120, '#3d4f6d', inked(5)))),
  person('bori', 430, 650, 1.5), person('dotori', 750, 656, 1.45, { look: 'open' }),
  ...[[160, c.ochre], [930, c.oat], [1080, c.ochre]].map(([x, fill], n) => at(x, 800, [-50, -14, 22, 54].map((dx, m) => circle(dx, -64 - (m % 2) * 8, 22, [c.seal, '#e58a3c', c.celadon][n], inked(4))), rect(-90, -56, 180, 84, fill, inked(5)), stroke('M -90 -16 H 90', 4))));

/** Stickers: small, on nothing. */
export const hello = () => picture(320, 320, null,
  path('M 40 92 C 40 40 92 20 160 20 C 228 20 280 40 280 92 C 280 130 246 152 196 158 L 176 188 L 158 160 C 86 160 40 142 40 92 Z', c.paper, inked(6)), text(160, 106, '안녕하세요', 40, { ...centred, 'font-weight': 800 }),
  circle(160, 246, 62, '#e58a3c', inked(6)), path('M 160 186 q 30 -34 58 -8 q -26 26 -58 8 Z', c.pine, inked(4)), circle(140, 240, 6, c.ink), circle(180, 240, 6, c.ink), stroke('M 146 260 q 14 14 28 0', 5), circle(120, 256, 10, c.seal, { opacity: 0.4 }), circle(200, 256, 10, c.seal, { opacity: 0.4 }));
export const thanks = () => picture(320, 320, null,
  path('M 70 210 C 40 110 100 60 160 84 C 220 60 280 110 250 210 C 240 250 80 250 70 210 Z', '#b7d1a4', inked(6)), stroke('M 160 92 V 150 M 160 130 L 118 104 M 160 140 L 206 108', 5),
  stroke('M 128 176 q 8 -10 16 0 M 176 176 q 8 -10 16 0', 5), stroke('M 148 196 q 12 10 24 0', 5), circle(116, 196, 11, c.seal, { opacity: 0.4 }), circle(204, 196, 11, c.seal, { opacity: 0.4 }),
  text(160, 300, '고맙습니다', 38, { ...centred, ...rimmed, 'font-weight': 800 }), path('M 246 70 q 12 -26 26 -8 q 14 -18 26 8 q -6 20 -26 32 q -20 -12 -26 -32 Z', c.seal, inked(4)));

const grounds = { bori: c.oat, gyul: c.celadon, jadu: c.blush, oi: c.sky, dotori: c.ochre, sajang: c.celadon, hodu: c.clay };

/** A face for those who speak. */
export const portrait = (name) => picture(480, 480, grounds[name], rect(0, 0, 480, 480, 'url(#dots-paper)', { opacity: 0.3 }), person(name, 240, 214, 1.9));
export const names = Object.keys(cast);

/** The mark of the company: half a sun in a seal. */
export const logo = () => picture(512, 512, null, rect(16, 16, 480, 480, c.seal, { rx: 84 }), path('M 128 322 A 128 128 0 0 1 384 322 Z', c.paper), rect(96, 350, 320, 36, c.paper, { rx: 18 }), rect(246, 110, 20, 54, c.paper, { rx: 10 }), g({ transform: 'rotate(52 256 322)' }, rect(246, 110, 20, 54, c.paper, { rx: 10 })), g({ transform: 'rotate(-52 256 322)' }, rect(246, 110, 20, 54, c.paper, { rx: 10 })));
