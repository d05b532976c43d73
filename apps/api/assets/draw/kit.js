/** Ink, paper and one seal red: the colours of every demo picture. */
export const c = {
  paper: '#fbfaf7',
  sand: '#f2eee6',
  oat: '#e5ddd0',
  clay: '#d3c5b2',
  ink: '#1f1915',
  quiet: '#635c57',
  line: '#e0deda',
  seal: '#d02d23',
  blush: '#f5c5b4',
  ochre: '#ddae6c',
  celadon: '#9dc1b0',
  pine: '#547b6d',
  indigo: '#33435d',
  sky: '#8aa0be',
  brown: '#704b36',
};

/** Attributes from an object. */
export const attributes = (object) =>
  Object.entries(object)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** One element. */
export const el = (name, own = {}, ...children) =>
  `<${name}${attributes(own)}>${children.flat(9).join('')}</${name}>`;
export const g = (own, ...children) => el('g', own, ...children);
export const at = (x, y, ...children) => g({ transform: `translate(${x} ${y})` }, ...children);
export const scaled = (x, y, s, ...children) => g({ transform: `translate(${x} ${y}) scale(${s})` }, ...children);

export const rect = (x, y, width, height, fill, own = {}) => el('rect', { x, y, width, height, fill, ...own });
export const circle = (cx, cy, r, fill, own = {}) => el('circle', { cx, cy, r, fill, ...own });
export const ellipse = (cx, cy, rx, ry, fill, own = {}) => el('ellipse', { cx, cy, rx, ry, fill, ...own });
export const path = (d, fill = 'none', own = {}) => el('path', { d, fill, ...own });
/** An ink line. */
export const stroke = (d, width = 4, own = {}) =>
  path(d, 'none', { stroke: c.ink, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...own });
/** Ink around a filled shape. */
export const inked = (width = 4) => ({ stroke: c.ink, 'stroke-width': width, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' });

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** One line of text in Pretendard (or another family in `own`). */
export const text = (x, y, words, size, own = {}) =>
  el('text', { x, y, 'font-size': size, 'font-family': 'Pretendard', fill: c.ink, ...own }, escape(words));
export const mono = (x, y, words, size, own = {}) => text(x, y, words, size, { 'font-family': 'DejaVu Sans Mono', ...own });

/** Ruled hatching, the way a woodcut shades. */
export const hatch = (id, colour, gap = 10, width = 2.5, angle = 45) =>
  el('pattern', { id, width: gap, height: gap, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${angle})` },
    rect(0, 0, width, gap, colour));
export const dots = (id, colour, gap = 16, r = 2.4) =>
  el('pattern', { id, width: gap, height: gap, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(30)' },
    circle(gap / 2, gap / 2, r, colour));

export const defs = el('defs', {},
  hatch('hatch', c.ink), hatch('hatch-oat', c.clay, 9, 2.5), hatch('hatch-red', c.seal, 9, 3), hatch('hatch-paper', c.paper, 12, 3),
  dots('dots', c.clay), dots('dots-ink', c.ink, 14, 2), dots('dots-paper', c.paper, 18, 2.4), dots('dots-red', c.seal, 14, 2.6));

/** A whole picture. `background: null` leaves it transparent. */
export const picture = (width, height, background, ...body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  defs + (background ? rect(0, 0, width, height, background) : '') + body.flat(9).join('') + '</svg>';

/** The seal: a red square with the company's two strokes cut out of it. */
export const seal = (x, y, size, turn = 0) =>
  g({ transform: `translate(${x} ${y}) rotate(${turn})` },
    rect(-size / 2, -size / 2, size, size, c.seal, { rx: size * 0.16 }),
    path(`M ${-size * 0.24} ${size * 0.17} A ${size * 0.24} ${size * 0.24} 0 0 1 ${size * 0.24} ${size * 0.17} Z`, c.paper),
    rect(-size * 0.31, size * 0.22, size * 0.62, size * 0.07, c.paper, { rx: size * 0.03 }));
