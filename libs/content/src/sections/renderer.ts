import type { ReactNode } from 'react';
import type { RenderContext, TextContext } from '../outputs/context.ts';

/** All outputs of one shape of section, side by side. Headings are written by whoever puts sections together. */
export interface SectionRenderer<Content> {
  /** `anchor` is the section's: headings inside get fragments below it. */
  View(props: { content: Content; context: RenderContext; anchor: string }): ReactNode;
  toMarkdown(content: Content, context: TextContext): string;
  toText(content: Content, context: TextContext): string;
}
