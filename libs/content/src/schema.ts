export * from './fields.ts';
export { parseRichText, type Parsed, type ParseError } from './rich-text/parse.ts';
export { richTextSchema } from './rich-text/schema.ts';
export { parseSectionContent, type ContentError, type ParsedContent } from './sections/parse.ts';
export { contentModels, sectionContentSchema } from './sections/registry.schema.ts';
