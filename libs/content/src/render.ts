export type { ApplyState, RenderContext, TextContext } from './outputs/context.ts';
export { toBlogPosting } from './json-ld/blog-posting.ts';
export { toJobPosting } from './json-ld/job-posting.ts';
export type { PublishingSite } from './json-ld/site.ts';
export { absolute, imageAddress, jpegAddress, jpegFile, mediaUrl, plainSource } from './outputs/context.ts';
export { fileSets, Picture } from './outputs/picture.tsx';
export { applyStateOf, PostingBody, SectionView } from './outputs/section.tsx';
export { richTextToMarkdown, richTextToText, RichTextView, type CodePiece } from './rich-text/render.tsx';
export { bylineOf, toMarkdown, toText } from './outputs/text.ts';
