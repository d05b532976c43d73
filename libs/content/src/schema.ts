export * from './fields.ts';
export { parseSectionContent, type ContentError, type ParsedContent } from './sections/parse.ts';
export { contentModels, sectionContentSchema } from './sections/registry.schema.ts';
