import { at, c, circle, el, ellipse, g, inked, path, picture, rect, scaled, seal, stroke, text } from './kit.js';
import { cat, laptop, mug, person, plant, tangerine } from './people.js';

/** Market roofs before the rising sun. */
const market = (x, y, width, sunX, sunY, sunR) => [
  circle(sunX, sunY, sunR, c.seal),
  circle(sunX, sunY, sunR, 'url(#dots-paper)', { opacity: 0.35 }),
  path(`M ${x} ${y} L ${x} ${y - 60} L ${x + width * 0.12} ${y - 96} L ${x + width * 0.24} ${y - 60} L ${x + width * 0.24} ${y - 84} L ${x + width * 0.46} ${y - 84} L ${x + width * 0.46} ${y - 52} L ${x + width * 0.6} ${y - 104} L ${x + width * 0.74} ${y - 52} L ${x + width * 0.74} ${y - 76} L ${x + width} ${y - 76} L ${x + width} ${y} Z`, c.indigo, inked()),
  ...[0.05, 0.14, 0.29, 0.37, 0.54, 0.62, 0.8, 0.9].map((part, n) =>
    rect(x + width * part, y - 42, width * 0.045, 22, n % 3 ? c.ochre : c.paper, inked(2.5))),
];

const window_ = (x, y, width, height) => [
  rect(x, y, width, height, c.oat, inked(6)),
  el('clipPath', { id: 'pane' }, rect(x, y, width, height)),
  g({ 'clip-path': 'url(#pane)' }, market(x, y + height, width, x + width * 0.66, y + height - 120, 84)),
  rect(x, y, width, height, 'none', inked(6)),
  stroke(`M ${x + width / 2} ${y} V ${y + height} M ${x} ${y + height * 0.34} H ${x + width}`, 5),
  rect(x - 18, y + height, width + 36, 18, c.paper, inked(5)),
];

const whiteboard = (x, y) => at(x, y,
  rect(0, 0, 330, 220, c.paper, inked(6)),
  rect(28, 34, 74, 44, c.oat, inked(3.5)), rect(136, 34, 74, 44, c.celadon, inked(3.5)), rect(136, 120, 74, 44, c.ochre, inked(3.5)),
  stroke('M 104 56 H 130 M 122 48 L 131 56 L 122 64 M 173 80 V 114 M 165 105 L 173 115 L 181 105', 3.5),
  stroke('M 236 44 H 300 M 236 64 H 286 M 236 84 H 304', 3.5),
  rect(240, 116, 36, 36, c.blush, inked(3)), rect(268, 138, 36, 36, c.ochre, inked(3)),
  stroke('M 28 120 h 70 M 28 140 h 54 M 28 160 h 64', 3.5),
  rect(120, 220, 90, 12, c.clay, inked(3.5)));

const lamp = (x, height) => [stroke(`M ${x} 0 V ${height}`, 4), path(`M ${x - 62} ${height + 52} Q ${x - 56} ${height} ${x} ${height} Q ${x + 56} ${height} ${x + 62} ${height + 52} Z`, c.ink), ellipse(x, height + 52, 62, 8, c.ochre, inked(3))];

/** The company at its table: the picture of the home page. */
export const team = () => picture(1600, 900, c.sand,
  rect(0, 640, 1600, 260, c.oat),
  window_(560, 90, 480, 300),
  whiteboard(120, 130),
  at(1210, 120, rect(0, 0, 270, 14, c.brown, inked(4)), ...[[14, 70, c.seal], [54, 84, c.indigo], [88, 62, c.celadon], [122, 78, c.ochre], [160, 56, c.paper]].map(([x, h, fill]) => rect(x, -h, 28, h, fill, inked(3.5))), g({ transform: 'translate(224 0)' }, scaled(0, 0, 0.5, plant(0, 0, 1, c.paper)))),
  at(1210, 290, rect(0, 0, 270, 14, c.brown, inked(4)), mug(50, 0, 1, c.seal), mug(110, 0, 1, c.paper), rect(160, -58, 80, 58, c.clay, inked(3.5)), stroke('M 172 -40 h 56 M 172 -24 h 40', 3)),
  lamp(330, 40), lamp(1130, 30),
  plant(78, 690, 1.3), plant(1530, 690, 1.35, c.indigo),
  person('oi', 300, 450, 1.15), person('jadu', 545, 440, 1.15, { turn: 4 }), person('bori', 800, 425, 1.2, { mouth: 'open' }),
  person('gyul', 1055, 440, 1.15, { turn: -4 }), person('hodu', 1300, 450, 1.15),
  path('M 120 640 L 1480 640 L 1560 740 L 40 740 Z', '#c9a077', inked(6)),
  path('M 40 740 H 1560 V 772 H 40 Z', c.brown, inked(6)),
  stroke('M 150 772 V 900 M 1450 772 V 900', 16),
  stroke('M 300 664 H 720 M 860 700 H 1300', 2.5, { opacity: 0.25 }),
  laptop(300, 688, 1.15, c.clay), laptop(1055, 690, 1.15, c.sky), laptop(1300, 684, 1.05, c.oat),
  path('M 496 690 l 128 0 l 14 34 l -156 0 Z', c.paper, inked(4)), stroke('M 514 702 h 90 M 510 713 h 70', 3), g({ transform: 'rotate(-20 640 690)' }, rect(612, 684, 66, 9, c.seal, inked(3))),
  mug(440, 700, 0.95, c.seal), mug(915, 706, 0.95), ellipse(800, 706, 92, 18, c.paper, inked(4)),
  tangerine(758, 684, 25), tangerine(806, 678, 27), tangerine(848, 686, 22), tangerine(782, 700, 22), tangerine(828, 702, 20),
  cat(1190, 700, 0.85));

const crate = (x, y, fill, items) => at(x, y, items, rect(-70, -46, 140, 54, fill, inked(4.5)), stroke('M -70 -22 H 70', 3.5), stroke('M -56 -46 V 8 M 56 -46 V 8', 3.5));
const pile = (fill, r = 17) => [-44, -16, 14, 44].map((x, n) => circle(x, -50 - (n % 2) * 7, r, fill, inked(3.5)));
const leaves = () => [-40, -6, 30].map((x) => path(`M ${x - 22} -44 C ${x - 32} -86 ${x - 4} -104 ${x} -92 C ${x + 6} -104 ${x + 34} -84 ${x + 22} -44 Z`, c.celadon, inked(3.5)));

/** Cover of the long read: orders leave a narrow old gate and arrive over many lanes, before sunrise. */
export const orders = () => picture(1600, 840, c.indigo,
  rect(0, 560, 1600, 280, '#28354b'),
  rect(0, 0, 1600, 560, 'url(#dots-paper)', { opacity: 0.1 }),
  circle(1120, 560, 250, c.seal), circle(1120, 560, 250, 'url(#dots-paper)', { opacity: 0.28 }),
  rect(0, 560, 1600, 280, '#28354b'), stroke('M 0 560 H 1600', 6),
  ...[0, 1, 2, 3].map((n) => stroke(`M 470 ${592 + n * 4} C 700 ${600 + n * 10} 800 ${600 + n * 62} 1640 ${600 + n * 66}`, 30, { stroke: '#3d4f6d' })),
  ...[0, 1, 2, 3].map((n) => stroke(`M 470 ${592 + n * 4} C 700 ${600 + n * 10} 800 ${600 + n * 62} 1640 ${600 + n * 66}`, 3, { stroke: c.paper, 'stroke-dasharray': '16 18' })),
  // the gate that everything used to pass
  path('M 150 610 V 300 H 470 V 610 H 390 V 440 Q 390 372 310 372 Q 230 372 230 440 V 610 Z', c.clay, inked(6)),
  path('M 100 304 Q 130 240 160 236 L 460 236 Q 490 240 520 304 Z', c.ink), stroke('M 84 306 H 536', 10), stroke('M 132 268 H 488', 4, { stroke: c.quiet }),
  text(310, 348, '주 문', 40, { 'text-anchor': 'middle', 'font-weight': 800 }),
  ...[340, 420, 500, 580].map((y) => stroke(`M 166 ${y} h 48 M 408 ${y} h 48`, 3, { opacity: 0.35 })),
  crate(310, 600, c.ochre, pile(c.seal)),
  crate(620, 604, c.oat, leaves()), crate(820, 664, c.ochre, pile('#e58a3c')), crate(1010, 628, c.oat, pile(c.celadon)),
  crate(1180, 726, c.ochre, leaves()), crate(1330, 660, c.oat, pile(c.seal)), crate(1480, 778, c.ochre, pile('#e58a3c')), crate(1500, 610, c.oat, leaves()),
  ...[[120, 110], [330, 70], [560, 140], [760, 60], [1010, 120], [1300, 70], [1390, 190], [650, 250], [1400, 260]].map(([x, y], n) => circle(x, y, n % 3 ? 3.5 : 6, c.paper)),
  at(1470, 96, path('M 0 -44 A 44 44 0 1 0 44 0 A 34 34 0 0 1 0 -44 Z', c.paper)));

const phone = (x, y, s, ...screen) => scaled(x, y, s, rect(-110, -220, 220, 440, c.ink, { rx: 34 }), rect(-98, -206, 196, 412, c.paper, { rx: 24 }), screen);
const browser = (x, y, width, height, ...page) => at(x, y, rect(10, 12, width, height, c.ink, { rx: 16, opacity: 0.16 }), rect(0, 0, width, height, c.paper, { rx: 16, ...inked(5) }), stroke(`M 0 48 H ${width}`, 4), circle(30, 24, 8, c.seal), circle(56, 24, 8, c.ochre), circle(82, 24, 8, c.celadon), page);

/** Front end: the ledger as windows over one another. */
export const ledger = () => picture(1600, 840, c.celadon,
  rect(0, 0, 1600, 840, 'url(#dots-paper)', { opacity: 0.35 }),
  browser(760, 110, 690, 440, ...[0, 1, 2, 3, 4, 5, 6].map((n) => [rect(40, 330 - n * 30 - (n % 3) * 26, 0, 0, c.ink), rect(54 + n * 88, 380 - (70 + ((n * 53) % 190)), 50, 70 + ((n * 53) % 190), n === 4 ? c.seal : n % 2 ? c.sky : c.indigo, inked(4))]), stroke('M 36 382 H 656', 5), stroke('M 40 84 h 190 M 40 108 h 120', 8, { opacity: 0.75 })),
  browser(150, 190, 820, 520,
    text(44, 116, '오늘의 장부', 44, { 'font-weight': 800 }), rect(640, 80, 140, 50, c.seal, { rx: 10, ...inked(4) }), text(710, 114, '마감하기', 26, { fill: c.paper, 'text-anchor': 'middle', 'font-weight': 700 }),
    ...[['대파 한 단', '12', c.celadon], ['감귤 5kg', '7', c.ochre], ['양배추', '20', c.celadon], ['국산 콩두부', '16', c.oat], ['달걀 한 판', '9', c.ochre]].map(([name, count, fill], n) => at(44, 168 + n * 66,
      rect(0, 0, 732, 54, n % 2 ? c.paper : c.sand, { rx: 8 }), circle(30, 27, 15, fill, inked(3)), text(62, 36, name, 26, { 'font-weight': 600 }),
      rect(390, 21, 210, 12, c.oat, { rx: 6 }), rect(390, 21, 60 + ((n * 67) % 150), 12, n === 2 ? c.seal : c.pine, { rx: 6 }),
      text(700, 36, count, 28, { 'text-anchor': 'end', 'font-weight': 700 })))),
  path('M 985 620 l 0 96 l 26 -22 l 20 42 l 24 -12 l -20 -40 l 36 -2 Z', c.paper, inked(6)),
  plant(1480, 840, 1.5), tangerine(1330, 800, 36), tangerine(1260, 812, 28));

/** Data: prices of a season as hills, and one red moment. */
export const prices = () => {
  const hill = (points, fill, extra) => path(`M 0 840 L ${points.map(([x, y]) => `${x} ${y}`).join(' L ')} L 1600 840 Z`, fill, { ...inked(5), ...extra });
  const wave = (base, size, shift) => Array.from({ length: 33 }, (_, n) => [n * 50, base - Math.sin(n / 3.1 + shift) * size - Math.sin(n / 1.3 + shift * 2) * size * 0.22]);
  const back = wave(420, 90, 0.4);
  return picture(1600, 840, c.sand,
    ...[180, 300, 420, 540, 660].map((y) => stroke(`M 0 ${y} H 1600`, 2, { stroke: c.clay, 'stroke-dasharray': '4 12' })),
    circle(1190, 214, 96, c.seal),
    hill(back, c.sky), hill(wave(540, 80, 2.1), c.celadon), hill(wave(640, 64, 3.6), c.pine), hill(wave(736, 46, 5), c.indigo),
    ...[0, 4, 8, 12, 16, 20, 24, 28, 32].map((n) => circle(back[n][0], back[n][1], 10, c.paper, inked(4))),
    at(1010, 130, rect(-170, -58, 270, 104, c.paper, { rx: 14, ...inked(4.5) }), text(-144, -18, '배추 한 포기', 26, { fill: c.quiet, 'font-weight': 600 }), text(-144, 26, '4,380원', 38, { 'font-weight': 800 })),
    at(230, 690, path('M -56 30 C -80 -50 -30 -96 0 -72 C 30 -96 80 -50 56 30 Z', '#b7d1a4', inked(5)), stroke('M 0 -66 V 28 M 0 -20 L -34 -46 M 0 0 L 34 -30 M 0 10 L -40 -8', 4)),
    tangerine(380, 716, 40), tangerine(450, 728, 30), at(560, 722, circle(0, 0, 34, c.seal, inked(5)), stroke('M 0 -34 q 6 -20 22 -24', 5)));
};

/** Design: paper cut, ruler, brush and the seal. */
export const craft = () => picture(1600, 840, c.blush,
  rect(0, 0, 1600, 840, 'url(#dots-paper)', { opacity: 0.4 }),
  g({ transform: 'rotate(-7 520 430)' }, rect(250, 140, 560, 600, c.ink, { opacity: 0.14 }), rect(232, 122, 560, 600, c.paper, inked(5)),
    rect(280, 170, 464, 240, c.oat, inked(4)), circle(512, 300, 84, c.ochre, inked(4)), path('M 280 410 L 400 290 L 500 380 L 590 310 L 744 410 Z', c.pine, inked(4)),
    stroke('M 280 460 H 640', 16), stroke('M 280 510 H 744 M 280 546 H 720 M 280 582 H 744', 7, { stroke: c.clay }), rect(280, 624, 170, 58, c.seal, { rx: 10, ...inked(4) }), stroke('M 314 653 h 102', 8, { stroke: c.paper })),
  g({ transform: 'rotate(6 1130 420)' }, ...[[c.ink, 0], [c.indigo, 1], [c.pine, 2], [c.ochre, 3], [c.celadon, 4], [c.clay, 5]].map(([fill, n]) => at(930 + (n % 3) * 170, 150 + Math.floor(n / 3) * 210, rect(0, 0, 150, 190, c.paper, inked(4)), rect(0, 0, 150, 132, fill, inked(4)), stroke('M 18 154 h 76 M 18 172 h 48', 5)))),
  g({ transform: 'rotate(-18 1160 690)' }, rect(860, 652, 620, 76, c.ochre, inked(5)), ...Array.from({ length: 30 }, (_, n) => stroke(`M ${884 + n * 20} 652 v ${n % 5 ? 18 : 34}`, 3))),
  g({ transform: 'rotate(24 820 620)' }, rect(800, 420, 34, 250, c.brown, inked(5)), path('M 796 670 h 42 l -6 40 h -30 Z', c.clay, inked(5)), path('M 802 710 h 30 q 0 60 -15 84 q -15 -24 -15 -84 Z', c.ink)),
  seal(1450, 180, 150, 8));

/** Mobile: one route through the night, from the phone to the shops. */
export const route = () => picture(1600, 840, '#28354b',
  rect(0, 0, 1600, 840, 'url(#dots-paper)', { opacity: 0.08 }),
  ...[[60, 90, 250, 180], [380, 60, 190, 240], [1140, 70, 190, 190], [1400, 110, 180, 260], [90, 370, 180, 190], [340, 420, 230, 150], [1060, 380, 210, 170], [1350, 470, 200, 150], [70, 660, 260, 140], [1090, 660, 220, 130]].map(([x, y, width, height], n) =>
    [rect(x, y, width, height, n % 4 === 1 ? '#3d4f6d' : c.indigo, { rx: 10, ...inked(4) }), ...[0, 1, 2].map((m) => rect(x + 24 + m * 46, y + 26, 26, 26, (n + m) % 3 ? '#4a5d7c' : c.ochre, inked(3)))]),
  stroke('M 30 620 C 300 590 320 330 640 330 S 920 620 1010 610 S 1290 360 1600 420', 34, { stroke: c.ink }),
  stroke('M 30 620 C 300 590 320 330 640 330 S 920 620 1010 610 S 1290 360 1600 420', 7, { stroke: c.seal, 'stroke-dasharray': '26 18' }),
  ...[[300, 470], [1010, 610], [1330, 410]].map(([x, y], n) => at(x, y, path('M 0 0 C -44 -52 -40 -104 0 -104 C 40 -104 44 -52 0 0 Z', n === 2 ? c.seal : c.paper, inked(5)), circle(0, -64, 15, c.ink))),
  phone(800, 430, 1.55,
    rect(-98, -206, 196, 250, c.celadon, { rx: 24 }), stroke('M -84 0 C -40 -10 -40 -110 10 -110 S 60 -170 90 -170', 14, { stroke: c.paper }), stroke('M -84 0 C -40 -10 -40 -110 10 -110', 6, { stroke: c.seal }), circle(10, -110, 13, c.seal, inked(4)),
    rect(-98, 20, 196, 186, c.paper, { rx: 24 }), rect(-98, 20, 196, 40, c.paper),
    text(-80, 62, '다음 가게', 17, { fill: c.quiet, 'font-weight': 600 }), text(-80, 94, '정다운반찬', 29, { 'font-weight': 800 }), text(-80, 122, '새벽 4:20 · 상자 6개', 16, { fill: c.quiet }),
    rect(-80, 142, 160, 46, c.seal, { rx: 10 }), text(0, 172, '도착했어요', 20, { fill: c.paper, 'text-anchor': 'middle', 'font-weight': 700 })));

/** Infrastructure: what stays lit at night. */
export const nightwatch = () => picture(1600, 840, c.ink,
  rect(0, 0, 1600, 840, 'url(#dots-paper)', { opacity: 0.07 }),
  at(1300, 190, circle(0, 0, 110, c.ochre), circle(44, -26, 96, c.ink)),
  ...[0, 1, 2, 3].map((n) => at(180 + n * 270, 190, rect(0, 0, 230, 560, c.indigo, { stroke: c.clay, 'stroke-width': 5 }), ...Array.from({ length: 8 }, (_, m) => at(22, 28 + m * 65, rect(0, 0, 186, 46, '#28354b', { stroke: c.clay, 'stroke-width': 3 }), circle(26, 23, 7, n === 2 && m === 3 ? c.seal : c.celadon), circle(50, 23, 7, (n + m) % 3 ? c.celadon : c.ochre), path('M 84 23 H 168', 'none', { stroke: c.clay, 'stroke-width': 4, 'stroke-dasharray': '12 8' }))))),
  rect(0, 748, 1600, 92, c.brown), path('M 0 748 H 1600', 'none', { stroke: c.clay, 'stroke-width': 5 }),
  scaled(1420, 752, 1.4, cat(0, 0, 1)), mug(1240, 752, 1.3, c.paper));

/** Support: the shop whose owner we sit beside. */
export const shop = () => picture(1600, 840, c.sand,
  rect(0, 640, 1600, 200, c.clay), stroke('M 0 640 H 1600', 6),
  rect(260, 180, 1080, 470, c.oat, inked(6)), rect(260, 110, 1080, 96, c.pine, inked(6)), text(800, 178, '정다운반찬', 62, { 'text-anchor': 'middle', 'font-weight': 800, fill: c.paper, 'letter-spacing': 10 }),
  ...Array.from({ length: 12 }, (_, n) => path(`M ${230 + n * 95} 214 h 95 v 66 a 47.5 40 0 0 1 -95 0 Z`, n % 2 ? c.paper : c.seal, inked(5))),
  rect(880, 340, 380, 310, c.sky, inked(5)), stroke('M 1070 340 V 650', 5), circle(1050, 500, 8, c.ink),
  person('sajang', 500, 440, 1.15), person('hodu', 720, 448, 1.1, { turn: -6, look: 'down' }),
  rect(320, 560, 480, 90, c.brown, inked(6)), laptop(612, 562, 0.74, c.clay), ...[366, 424, 482].map((x, n) => at(x, 560, rect(-24, -38, 48, 38, [c.celadon, c.ochre, c.blush][n], inked(4)), rect(-28, -48, 56, 12, c.paper, inked(3.5)))),
  crate(180, 720, c.ochre, leaves()), crate(1420, 716, c.oat, pile('#e58a3c')), crate(1290, 740, c.ochre, pile(c.seal)));
