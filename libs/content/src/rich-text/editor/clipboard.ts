import { Fragment, Slice, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { foreignBreaks, noCharacters, notInRichText } from '../../control-codes.ts';
import { fileOf, isInPage } from './paste/data-pictures.ts';
import { dropHidden } from './paste/hidden.ts';
import { isEmbed, isIcon, nameOfPicture } from './paste/pictures.ts';
import { applySheets } from './paste/sheets.ts';
import { stylesAside } from './pasted-styles.ts';

const controls = new RegExp(notInRichText, 'gu');

/** Text without what the server refuses as no text. */
export const cleanText = (text: string): string =>
  text.replace(foreignBreaks, ' ').replace(controls, '').replace(noCharacters, '');

/** Plain text as paragraphs; a single line break stays a break inside its paragraph. */
export function sliceOfText(text: string, $context: ResolvedPos): Slice {
  const { schema } = $context.doc.type;
  const { paragraph } = schema.nodes;
  const paragraphs = cleanText(text.replace(/\r\n?/g, '\n').replace(foreignBreaks, '\n'))
    .split(/\n[^\S\n]*\n\s*/)
    .filter((lines) => lines.trim() !== '')
    .map((lines) => paragraph?.create(null, linesOf(lines, schema, $context)))
    .filter((node) => node !== undefined);
  return new Slice(Fragment.from(paragraphs), 1, 1);
}

function linesOf(lines: string, schema: Schema, $context: ResolvedPos): Node[] {
  return lines.split('\n').flatMap((line, at) => {
    const words = line ? [schema.text(line, $context.marks())] : [];
    const lineBreak = at > 0 ? schema.nodes.hardBreak?.create() : undefined;
    return lineBreak ? [lineBreak, ...words] : words;
  });
}

/** What was pasted, without control characters and without empty paragraphs that only made space. */
export function cleanSlice(slice: Slice): Slice {
  const content = cleanFragment(slice.content);
  const spaced = content.childCount > 1 ? withoutSpacers(content) : content;
  // Open ends count from the first and last node: where one of those was a spacer, leave the slice closed there.
  const start = spaced.firstChild === content.firstChild ? slice.openStart : Math.min(slice.openStart, 1);
  const end = spaced.lastChild === content.lastChild ? slice.openEnd : Math.min(slice.openEnd, 1);
  // Lines of code keep their block: in a paragraph they would be one line.
  return new Slice(spaced, isLines(spaced.firstChild) ? 0 : start, isLines(spaced.lastChild) ? 0 : end);
}

const isLines = (node: Node | null) => Boolean(node?.type.spec.code && node.textContent.includes('\n'));

function cleanFragment(fragment: Fragment): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    if (!node.isText) nodes.push(node.copy(cleanFragment(node.content)));
    else {
      const text = cleanText(node.text ?? '');
      if (text) nodes.push(node.type.schema.text(text, node.marks));
    }
  });
  return Fragment.fromArray(nodes);
}

function withoutSpacers(fragment: Fragment): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    if (!(node.type.name === 'paragraph' && node.textContent.trim() === '' && isBlank(node)))
      nodes.push(node);
  });
  return nodes.length ? Fragment.fromArray(nodes) : fragment;
}

const isBlank = (paragraph: Node): boolean => {
  let blank = true;
  paragraph.forEach((node) => (blank &&= node.isText || node.type.name === 'hardBreak'));
  return blank;
};

export interface PagePictures {
  /** Those that lie in the page itself, to upload. */
  files: File[];
  /** What the others are called, '' where they have no name: their files are not ours to take. */
  leftOut: string[];
}

/** The pictures and videos of a pasted page that its text cannot hold; icons and emoji are none. */
export function picturesOf(html: string): PagePictures {
  const files: File[] = [];
  const leftOut: string[] = [];
  if (!html.includes('<')) return { files, leftOut };
  const { body } = pageOf(html);
  applySheets(body);
  dropHidden(body);
  for (const element of body.querySelectorAll('img, iframe, video, picture:not(:has(img))')) {
    if (element.localName === 'img' && (isIcon(element) || isBox(element))) continue;
    if (isEmbed(element)) continue;
    const file = isInPage(element) ? fileOf(element) : null;
    if (file) files.push(file);
    else leftOut.push(nameOfPicture(element));
  }
  return { files, leftOut };
}

/** The box that Google Docs puts before a task. */
const isBox = (image: Element) => image.closest('li')?.getAttribute('role') === 'checkbox';

/** Image files to upload: those of a file manager or a screenshot, not the picture Office adds to its text. */
export function imageFiles(data: DataTransfer | null): File[] {
  if (!data) return [];
  const files = Array.from(data.files).filter(({ type }) => type.startsWith('image/'));
  const html = data.getData('text/html');
  const words = html ? (pageOf(html).body.textContent ?? '').trim() : data.getData('text/plain');
  return words ? [] : files;
}

const pageOf = (html: string) => new DOMParser().parseFromString(stylesAside(html), 'text/html');
