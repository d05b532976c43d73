import { languageAround } from './code-language.ts';
import { codeOfTable, dropBeside } from './code-tables.ts';
import { all, isElement, isText, make, nameOf, type Pass } from './elements.ts';
import { isMonospace, keepsBreaks, styleOf } from './styles.ts';

const ownLine = new Set(['div', 'p', 'li', 'ol', 'ul', 'tr', 'table', 'tbody', 'section', 'pre']);

/** The lines of a code block, with every space and blank line. */
export function codeIn(block: Node): string {
  const lines: string[] = [];
  let line: string | null = null;
  const end = () => {
    if (line !== null) lines.push(line);
    line = null;
  };
  const read = (node: Node) => {
    if (isText(node)) {
      const [first = '', ...more] = node.data
        .replace(/\u00a0/g, ' ')
        .replace(/\ufeff/g, '')
        .split('\n');
      if (first) line = (line ?? '') + first;
      for (const next of more) {
        lines.push(line ?? '');
        line = next || null;
      }
    } else if (nameOf(node) === 'br') {
      lines.push(line ?? '');
      line = null;
    } else if (isElement(node)) {
      const own = ownLine.has(node.localName) || styleOf(node).get('display') === 'block';
      if (own) end();
      node.childNodes.forEach(read);
      if (own) end();
    }
  };
  block.childNodes.forEach(read);
  end();
  return lines.join('\n');
}

/** An editor's window (VS Code and its kin): lines that keep their spaces, in letters of one width. */
function isWindow(element: HTMLElement): boolean {
  const style = styleOf(element);
  return keepsBreaks(style) === true && isMonospace(style) && element.querySelector('div, br') !== null;
}

/** Code blocks of every make as `pre` with nothing but text in it, and the language as our class for it. */
export const readCode: Pass = (root) => {
  for (const table of all(root, 'table')) {
    const code = root.contains(table) ? codeOfTable(table) : null;
    if (code) replace(table, code.map(codeIn).join('\n'), code[0]);
  }
  for (const window of all(root, 'div')) {
    if (!root.contains(window) || !isWindow(window)) continue;
    const text = codeIn(window);
    if (text.includes('\n')) replace(window, text);
    else {
      const code = make(window, 'code');
      code.textContent = text;
      window.replaceChildren(code);
      window.removeAttribute('data-style');
    }
  }
  for (const block of all(root, 'pre, listing, xmp')) {
    if (!root.contains(block)) continue;
    dropBeside(block);
    replace(block, codeIn(block));
  }
  for (const extra of all(root, 'clipboard-copy, pre ~ button, .highlight button, .zeroclipboard-container'))
    extra.remove();
};

function replace(element: HTMLElement, text: string, inside: Element = element): void {
  const language = languageAround(inside) || languageAround(element);
  const pre = make(element, 'pre');
  if (language) pre.className = `language-${language}`;
  pre.textContent = text;
  element.replaceWith(pre);
}
