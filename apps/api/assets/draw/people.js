import { at, c, circle, ellipse, g, inked, path, rect, scaled, stroke } from './kit.js';

const skins = { light: '#f6d9c4', warm: '#efc7a8', tan: '#dcaa85' };

/** Hair behind and before the face, drawn around a head of 84 × 96 with its centre at 0,0. */
const hairs = {
  bob: (h) => [
    path('M -54 46 C -64 -10 -58 -66 0 -66 C 58 -66 64 -10 54 46 C 44 56 34 54 30 44 L -30 44 C -34 54 -44 56 -54 46 Z', h, inked()),
    path('M -43 -4 C -40 -30 -18 -44 8 -46 C 26 -44 40 -30 43 -6 C 50 -40 34 -64 0 -64 C -36 -64 -52 -38 -43 -4 Z', h, inked()),
  ],
  short: (h) => [
    '',
    path('M -46 -2 C -54 -44 -34 -68 2 -68 C 40 -68 54 -42 46 -2 C 44 -18 40 -26 34 -32 C 14 -24 -16 -22 -30 -34 C -38 -26 -43 -18 -46 -2 Z', h, inked()),
  ],
  parted: (h) => [
    '',
    path('M -46 2 C -56 -48 -30 -70 6 -68 C 42 -66 54 -40 46 2 C 44 -16 42 -24 38 -30 C 20 -28 4 -36 -8 -48 C -16 -34 -32 -26 -38 -24 C -42 -18 -44 -10 -46 2 Z', h, inked()),
  ],
  long: (h) => [
    path('M -56 86 C -70 6 -62 -68 0 -68 C 62 -68 70 6 56 86 C 40 94 30 88 30 70 L -30 70 C -30 88 -40 94 -56 86 Z', h, inked()),
    path('M -44 6 C -46 -26 -30 -40 -4 -48 C 12 -30 32 -28 44 2 C 52 -42 32 -66 0 -66 C -34 -66 -54 -42 -44 6 Z', h, inked()),
  ],
  bun: (h) => [
    circle(0, -74, 22, h, inked()),
    path('M -45 0 C -52 -44 -32 -66 0 -66 C 32 -66 52 -44 45 0 C 42 -24 28 -40 0 -42 C -28 -40 -42 -24 -45 0 Z', h, inked()),
  ],
  curly: (h) => [
    [[-46, 2], [-54, -24], [-42, -50], [-16, -66], [16, -66], [42, -50], [54, -24], [46, 2]].map(([x, y]) => circle(x, y, 21, h, inked())),
    [[-34, -36], [-12, -48], [14, -48], [35, -36]].map(([x, y]) => circle(x, y, 17, h)),
  ],
};

const eyes = {
  open: [ellipse(-16, 2, 3.6, 4.6, c.ink), ellipse(16, 2, 3.6, 4.6, c.ink)],
  smile: [stroke('M -22 4 q 6 -8 12 0', 3.4), stroke('M 10 4 q 6 -8 12 0', 3.4)],
  down: [stroke('M -22 4 q 6 6 12 0', 3.4), stroke('M 10 4 q 6 6 12 0', 3.4)],
};
const mouths = {
  smile: stroke('M -11 24 q 11 10 22 0', 3.4),
  calm: stroke('M -8 27 q 8 4 16 0', 3.4),
  open: path('M -11 22 q 11 3 22 0 q -2 15 -11 15 q -9 0 -11 -15 Z', c.ink),
};

/** Head and shoulders; 0,0 is the middle of the face, the shoulders end at y = 170. */
export function bust({ skin = 'light', hair = 'short', hairColour = c.ink, shirt = c.indigo, look = 'open', mouth = 'smile', glasses = false, beard = false, apron = null, collar = 'round', turn = 0 }) {
  const face = skins[skin];
  const [behind, before] = hairs[hair](hairColour);
  return g({},
    path('M -92 172 C -92 104 -66 82 -24 76 L 24 76 C 66 82 92 104 92 172 Z', shirt, inked()),
    apron ? [path('M -44 172 L -40 112 L 40 112 L 44 172 Z', apron, inked(3.5)), stroke('M -40 112 L -34 80 M 40 112 L 34 80', 3.5)] : '',
    collar === 'shirt' ? path('M -24 74 L 0 104 L 24 74 L 34 84 L 12 116 L 0 104 L -12 116 L -34 84 Z', c.paper, inked(3.5)) : '',
    collar === 'hood' ? path('M -40 82 C -30 112 30 112 40 82 C 30 70 -30 70 -40 82 Z', shirt, inked(3.5)) : '',
    g({ transform: `translate(0 12) rotate(${turn})` },
      behind,
      path('M -17 40 L -17 78 C -10 90 10 90 17 78 L 17 40 Z', face, inked()),
      ellipse(-43, 6, 8, 11, face, inked(3.5)), ellipse(43, 6, 8, 11, face, inked(3.5)),
      path('M -42 -10 C -42 -44 -24 -54 0 -54 C 24 -54 42 -44 42 -10 C 42 26 26 52 0 52 C -26 52 -42 26 -42 -10 Z', face, inked()),
      beard ? path('M -40 8 C -38 34 -24 54 0 54 C 24 54 38 34 40 8 C 32 22 22 14 0 14 C -22 14 -32 22 -40 8 Z', hairColour) : '',
      before,
      beard ? '' : [circle(-25, 20, 7.5, c.seal, { opacity: 0.2 }), circle(25, 20, 7.5, c.seal, { opacity: 0.2 })],
      eyes[look],
      stroke('M -23 -12 q 7 -5 14 -1 M 9 -13 q 7 -4 14 1', 3),
      stroke('M 1 6 q 4 7 -2 9', 2.8),
      beard ? path('M -11 25 q 11 9 22 0 Z', c.paper) : mouths[mouth],
      glasses ? [circle(-16, 3, 13, 'none', inked(3)), circle(16, 3, 13, 'none', inked(3)), stroke('M -3 2 q 3 -3 6 0 M -29 1 L -41 -2 M 29 1 L 41 -2', 3)] : ''));
}

/** Those who work at the demo company, named after what one can buy at a market, and a shopkeeper. */
export const cast = {
  bori: { skin: 'light', hair: 'bob', hairColour: c.ink, shirt: c.seal, look: 'smile', mouth: 'smile', glasses: true, collar: 'round' },
  gyul: { skin: 'warm', hair: 'short', hairColour: '#2c211b', shirt: c.indigo, look: 'open', mouth: 'smile', beard: true, collar: 'hood' },
  jadu: { skin: 'light', hair: 'bun', hairColour: c.brown, shirt: c.celadon, look: 'open', mouth: 'calm', collar: 'shirt' },
  oi: { skin: 'tan', hair: 'curly', hairColour: '#2c211b', shirt: c.ochre, look: 'open', mouth: 'open', collar: 'round' },
  dotori: { skin: 'warm', hair: 'long', hairColour: c.ink, shirt: c.sand, look: 'smile', mouth: 'smile', apron: c.pine },
  sajang: { skin: 'warm', hair: 'bun', hairColour: '#8d857d', shirt: c.blush, look: 'smile', mouth: 'open', apron: c.seal },
  hodu: { skin: 'light', hair: 'parted', hairColour: '#4a3a30', shirt: c.sky, look: 'smile', mouth: 'smile', glasses: true, collar: 'shirt' },
};

export const person = (name, x, y, s = 1, more = {}) => scaled(x, y, s, bust({ ...cast[name], ...more }));

/** An open laptop seen from behind its lid; 0,0 is the middle of its foot. */
export const laptop = (x, y, s = 1, colour = c.clay) =>
  scaled(x, y, s,
    path('M -78 0 L -70 -96 Q -69 -104 -60 -104 L 60 -104 Q 69 -104 70 -96 L 78 0 Z', colour, inked()),
    circle(0, -54, 9, c.paper, inked(3)),
    rect(-88, -4, 176, 12, c.ink, { rx: 6 }));
export const mug = (x, y, s = 1, colour = c.paper) =>
  scaled(x, y, s,
    stroke('M 20 -34 q 22 0 20 16 q -2 14 -22 12', 5),
    path('M -22 -44 L 22 -44 L 18 0 L -18 0 Z', colour, inked()),
    stroke('M -8 -56 q -6 -8 0 -16 q 6 -8 0 -16 M 8 -56 q -6 -8 0 -16', 3, { opacity: 0.5 }));
export const tangerine = (x, y, r = 20, colour = '#e58a3c') =>
  at(x, y, circle(0, 0, r, colour, inked(3.5)), path(`M 0 ${-r * 0.9} q ${r * 0.7} ${-r * 0.6} ${r} 0 q ${-r * 0.6} ${r * 0.35} ${-r} 0 Z`, c.pine, inked(2.5)));
export const plant = (x, y, s = 1, pot = c.seal) =>
  scaled(x, y, s,
    ...[[-46, -150, -20], [44, -160, 24], [-70, -100, -46], [72, -104, 48], [0, -190, 0]].map(([px, py, turn]) => [
      stroke(`M 0 -40 Q ${px * 0.3} ${py * 0.6} ${px} ${py}`, 4),
      g({ transform: `translate(${px} ${py}) rotate(${turn})` }, path('M 0 34 C -30 14 -26 -22 0 -44 C 26 -22 30 14 0 34 Z', c.pine, inked()), stroke('M 0 30 L 0 -30', 3)),
    ]),
    path('M -40 -52 L 40 -52 L 30 0 L -30 0 Z', pot, inked()));
export const cat = (x, y, s = 1) =>
  scaled(x, y, s,
    stroke('M 78 -14 q 44 0 40 -40 q -2 -16 -14 -12', 14),
    path('M -70 0 C -80 -50 -40 -74 0 -72 C 50 -70 90 -48 84 0 Z', c.paper, inked()),
    path('M 10 -71 C 40 -70 64 -60 76 -40 C 50 -32 24 -44 10 -71 Z', c.ochre),
    path('M -92 -58 L -88 -96 L -66 -82 L -42 -84 L -22 -98 L -18 -58 C -18 -30 -38 -22 -56 -22 C -76 -22 -92 -32 -92 -58 Z', c.paper, inked()),
    stroke('M -76 -54 q 6 5 12 0 M -46 -54 q 6 5 12 0', 3.4), path('M -60 -44 l 10 0 l -5 6 Z', c.seal));
