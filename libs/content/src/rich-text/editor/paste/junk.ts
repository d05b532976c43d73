import { all, isText, nameOf, shows, type Pass } from './elements.ts';

/** Signs without width between letters; in the scripts that break lines by them they stay. */
const noWidth =
  /\ufeff|\u00ad|\u2060|(?<![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])\u200b/gu;

/** Takes away what only made space, and signs that nobody sees. */
export const dropJunk: Pass = (root) => {
  dropNoWidth(root);
  for (const block of all(root, 'p, h1, h2, h3, h4, h5, h6, li, blockquote, a')) {
    // The line that an item must begin with, where code or a quotation is all it holds.
    const begins = nameOf(block) === 'p' && nameOf(block.parentNode) === 'li' && !block.previousSibling;
    if (!shows(block) && !(begins && block.nextSibling)) block.remove();
  }
};

function dropNoWidth(node: Node): void {
  for (const child of Array.from(node.childNodes)) {
    if (!isText(child)) dropNoWidth(child);
    else {
      const text = child.data.replace(noWidth, '');
      if (text !== child.data) child.data = text;
    }
  }
}
