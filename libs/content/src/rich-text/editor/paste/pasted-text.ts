import { DOMParser as Parser, Slice, type Fragment, type ResolvedPos } from '@tiptap/pm/model';
import { cleanText } from '../clipboard.ts';
import { cleanPasted } from './clean.ts';
import { keepsLetters } from './kept-letters.ts';
import { htmlOfMarkdown } from './markdown-text.ts';
import { isMarkdown } from './markdown-signs.ts';
import { tableOf } from './tabbed-text.ts';

/** What plain text was read as. */
export type ReadAs = 'markdown' | 'table';

export interface ReadText {
  as: ReadAs;
  slice: Slice;
}

/** Plain text that is Markdown or a table beyond doubt, as that; null = it is only text, may only be text here, or would lose a letter. */
export function readText(text: string, $context: ResolvedPos): ReadText | null {
  if ($context.parent.type.name !== 'paragraph') return null;
  const clean = cleanText(text);
  const table = tableOf(clean);
  const dom = table ? bodyOf(table) : isMarkdown(clean) ? htmlOfMarkdown(clean) : null;
  if (!dom) return null;
  cleanPasted(dom);
  const { content } = Parser.fromSchema($context.doc.type.schema).parseSlice(dom, { context: $context });
  const slice = closedAround(content);
  if (!table && !keepsLetters(clean, slice)) return null;
  return { as: table ? 'table' : 'markdown', slice };
}

/** Paragraphs at the ends join those around them. */
function closedAround(content: Fragment): Slice {
  const open = (node: typeof content.firstChild) => (node?.type.name === 'paragraph' ? 1 : 0);
  return new Slice(content, open(content.firstChild), open(content.lastChild));
}

const bodyOf = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
