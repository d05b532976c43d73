export type { CodePiece } from './blocks/code-block.tsx';
export { richTextHeadings, type RichTextHeading } from './headings.ts';
export { richTextToMarkdown } from './markdown/writer.ts';
export { richTextToText } from './text.ts';
export { RichTextView } from './view.tsx';
