import { renderToStaticMarkup } from 'react-dom/server';
import type { SectionKind } from '../document.ts';
import type { RenderContext } from '../outputs/context.ts';
import type { SectionContents } from '../sections/contents.ts';
import { renderers } from '../sections/registry.render.ts';
import { anImage, anImageId } from './posting.ts';

const context: RenderContext = {
  locale: 'ko',
  images: { [anImageId]: anImage },
  siteUrl: 'https://jobs.example.com',
  form: 'page',
};

/** One content in every form, for the specs of sections. */
export function outputsOf<Kind extends SectionKind>(
  kind: Kind,
  content: SectionContents[Kind],
  more: Partial<RenderContext> = {},
) {
  const { View, toMarkdown, toText } = renderers[kind];
  const here = { ...context, ...more };
  const html = (form: RenderContext['form']) =>
    renderToStaticMarkup(<View content={content} context={{ ...here, form }} anchor="a" />);
  return {
    html: html('page'),
    feed: html('feed'),
    markdown: toMarkdown(content, here),
    text: toText(content, here),
  };
}

/** Rich text of one paragraph. */
export const words = (text: string) => ({
  version: 1 as const,
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
