import { all, classesOf, type Pass } from './elements.ts';
import { readStyle, type Style } from './styles.ts';

/** What later passes ask for; everything else in a sheet is looks that we do not keep. */
const asked = new Set([
  'background',
  'background-color',
  'display',
  'font-family',
  'font-style',
  'font-weight',
  'mso-hide',
  'text-decoration',
  'text-decoration-line',
  'vertical-align',
  'visibility',
  'white-space',
]);

const simple = /^([a-z][a-z0-9]{0,20})?([.#][\w-]{1,100})?$/i;

/**
 * Writes the rules of the pasted style sheets into the elements they are about. Only selectors of a name, a class
 * or an id are read (`p`, `.xl65`, `span.s1`): that is what programs copy, and each is found at once.
 */
export const applySheets: Pass = (root) => {
  const rules = new Map<string, string>();
  for (const sheet of all(root, 'link[data-sheet]')) {
    readRules(sheet.getAttribute('data-sheet') ?? '', rules);
    sheet.remove();
  }
  if (!rules.size) return;
  for (const element of all(root, '*')) {
    const name = element.localName;
    const keys = classesOf(element).map((one) => `.${one}`);
    if (element.id) keys.push(`#${element.id}`);
    const found = [name, ...keys, ...keys.map((key) => name + key)].map((key) => rules.get(key) ?? '');
    const style = found.join('');
    if (style) element.setAttribute('data-style', style + (element.getAttribute('data-style') ?? ''));
  }
};

function readRules(css: string, rules: Map<string, string>): void {
  const text = withoutComments(css);
  for (let at = 0, open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const selector = text.slice(at, open).trim();
    const isAt = selector.startsWith('@');
    const close = isAt ? endOfBlock(text, open) : text.indexOf('}', open);
    if (close < 0) return;
    if (!isAt) addRule(selector, readStyle(text.slice(open + 1, close)), rules);
    at = close + 1;
  }
}

function addRule(selector: string, style: Style, rules: Map<string, string>): void {
  const words = Array.from(style, ([name, value]) => (asked.has(name) ? `${name}:${value};` : '')).join('');
  if (!words) return;
  for (const one of selector.split(',')) {
    const [found, name = '', rest = ''] = simple.exec(one.trim()) ?? [];
    // A later rule stands behind an earlier one and so counts more; a page repeats itself only so often.
    const before = rules.get(name.toLowerCase() + rest) ?? '';
    if (found && before.length < 1000) rules.set(name.toLowerCase() + rest, before + words);
  }
}

/** The end of a block with others in it. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function withoutComments(css: string): string {
  const [first = '', ...parts] = css.replace(/<!--|-->/g, '').split('/*');
  return (
    first +
    parts
      .map((part) => {
        const end = part.indexOf('*/');
        return end < 0 ? '' : part.slice(end + 2);
      })
      .join('')
  );
}
