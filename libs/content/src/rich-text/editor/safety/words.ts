import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { cleanText } from '../clipboard.ts';

/** How many characters are not white space: what must not become less. */
export const lettersIn = ({ content }: Node | Slice): number =>
  content.textBetween(0, content.size, ' ').replace(/\s/g, '').length;

/** How many pictures, buttons and the like there are, which have no letters and must not become fewer either. */
export function thingsIn({ content }: Node | Slice): number {
  let count = 0;
  content.descendants(
    (node) => void (node.isLeaf && !node.isText && node.type.name !== 'hardBreak' && count++),
  );
  return count;
}

/** All words, a line for each block and break. */
export const wordsIn = ({ content }: Slice): string =>
  content.textBetween(0, content.size, '\n', ({ type }) => (type.name === 'hardBreak' ? '\n' : ''));

/** Words without any form: a paragraph for each line. */
export function paragraphsOf(words: string, schema: Schema): Slice {
  const lines = cleanText(words).split(/\r\n?|\n/);
  const paragraphs = lines.flatMap((line) =>
    line.trim() ? (schema.nodes.paragraph?.create(null, schema.text(line)) ?? []) : [],
  );
  return new Slice(Fragment.fromArray(paragraphs), paragraphs.length ? 1 : 0, paragraphs.length ? 1 : 0);
}
