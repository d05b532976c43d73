import { all, isBlank, isElement, isSpace, isText, make, type Pass, unwrap } from './elements.ts';
import { isMonospace, keepsBreaks, styleOf, type Style } from './styles.ts';

interface Look {
  bold: boolean;
  italic: boolean;
  strike: boolean;
  mark: boolean;
  code: boolean;
  mono: boolean;
  breaks: boolean;
}

const plain: Look = {
  bold: false,
  italic: false,
  strike: false,
  mark: false,
  code: false,
  mono: false,
  breaks: false,
};

const byName: Record<string, Partial<Look>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  var: { italic: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  mark: { mark: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
};

/** What is left of inline elements: the rest says nothing that our text could. */
const kept = new Set(['a', 'br', 'img', 'input', 'iframe', 'video', 'wbr']);
const blocks =
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul colgroup col';
const isBlockName = new Set(blocks.split(' '));
/** Bold by their nature: when all of their words are, nobody made them so. */
const boldAnyway = /^(?:h[1-6]|th)$/;

interface Run {
  text: Text;
  look: Look;
}

/**
 * Says by elements around each text how it looks: bold, italic, struck out, marked, code. Counted down the tree as
 * a browser does, so that what a style takes back (`<b style="font-weight:normal">`) is not believed of the element.
 */
export const nameLooks: Pass = (root) => {
  const runs = new Map<Element, Run[]>();
  look(root, plain, root, runs);
  for (const [block, texts] of runs) {
    const shown = texts.filter(({ text }) => !isBlank(text.data));
    const bold = boldAnyway.test(block.localName) && shown.every((run) => run.look.bold);
    const mono = shown.every((run) => run.look.mono || run.look.code);
    for (const { text, look } of texts) {
      wrap(text, { ...look, bold: look.bold && !bold, code: look.code || (look.mono && !mono) });
    }
  }
  for (const element of all(root, '*')) {
    const { localName } = element;
    const display = styleOf(element).get('display') ?? 'inline';
    if (isBlockName.has(localName) || kept.has(localName) || element.hasAttribute('data-look')) continue;
    if (/^(?:block|flex|grid|list-item|table|flow-root)$/.test(display)) continue;
    if (element.closest('svg, math')) continue;
    unwrap(element);
  }
  for (const element of all(root, '[data-look]')) element.removeAttribute('data-look');
};

const betweenParts = new Set('table thead tbody tfoot tr colgroup ul ol dl'.split(' '));

function look(element: Element, above: Look, block: Element, runs: Map<Element, Run[]>): void {
  const inside: Look = { ...above, ...byName[element.localName], ...byStyle(styleOf(element), element) };
  const around = isBlockName.has(element.localName) ? element : block;
  for (const child of Array.from(element.childNodes)) {
    if (isElement(child)) {
      if (child.localName !== 'pre' && child.localName !== 'svg') look(child, inside, around, runs);
    } else if (isText(child)) {
      // No browser draws what stands between rows and cells; between items it is how the source was written.
      if (betweenParts.has(element.localName) && isSpace(child.data)) {
        child.remove();
        continue;
      }
      for (const text of inside.breaks ? withBreaks(child) : [child]) {
        const list = runs.get(around);
        if (list) list.push({ text, look: inside });
        else runs.set(around, [{ text, look: inside }]);
      }
    }
  }
}

function byStyle(style: Style, element: Element): Partial<Look> {
  const said: Partial<Look> = {};
  const weight = style.get('font-weight');
  if (weight && /^(?:bold(?:er)?|[6-9]\d\d|1000)$/.test(weight)) said.bold = true;
  else if (weight && /^(?:normal|lighter|[1-5]\d\d)$/.test(weight)) said.bold = false;
  const slant = style.get('font-style');
  if (slant && slant !== 'inherit') said.italic = /^(?:italic|oblique)/.test(slant);
  if (/line-through/.test(`${style.get('text-decoration')} ${style.get('text-decoration-line')}`))
    said.strike = true;
  const breaks = keepsBreaks(style);
  if (breaks !== undefined) said.breaks = breaks;
  const inline = !isBlockName.has(element.localName);
  if (inline && isMarker(style)) said.mark = true;
  if (style.has('font-family') || style.has('font')) said.mono = inline && isMonospace(style);
  return said;
}

/** A marker's colour behind words: light and strong. Boxes with room around their words are labels, not marks. */
function isMarker(style: Style): boolean {
  if (style.has('padding') || style.has('border-radius') || style.has('border')) return false;
  const colour = style.get('background-color') ?? style.get('background') ?? '';
  if (/^(?:yellow|lime|aqua|cyan|fuchsia|magenta)\b/.test(colour)) return true;
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})\b/.exec(colour);
  const rgb = /^rgb\(\s*(\d{1,3})[ ,]\s*(\d{1,3})[ ,]\s*(\d{1,3})\s*\)/.exec(colour);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : rgb ? rgb.slice(1).map(Number) : null;
  if (!parts) return false;
  const most = Math.max(...parts);
  return most >= 220 && most - Math.min(...parts) >= 70;
}

/** The lines of a text, with the breaks between them as elements. */
function withBreaks(text: Text): Text[] {
  const lines = text.data.split(/\r\n?|\n/);
  if (lines.length === 1) return [text];
  const parts = lines.map((line) => (text.ownerDocument as Document).createTextNode(line));
  for (const [at, part] of parts.entries()) {
    if (at > 0) text.before(make(text, 'br'));
    text.before(part);
  }
  text.remove();
  return parts;
}

const names = [
  ['code', 'code'],
  ['mark', 'mark'],
  ['strike', 's'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

function wrap(text: Text, look: Look): void {
  if (/^[ \t\r\n\f]*$/.test(text.data)) return;
  let inner: Node = text;
  for (const [key, name] of names) {
    if (!look[key]) continue;
    const element = make(text, name);
    element.setAttribute('data-look', '');
    inner.parentNode?.replaceChild(element, inner);
    element.append(inner);
    inner = element;
  }
}
