import type { PostingSection, RichText } from './document.ts';
import { richTextHeadings } from './rich-text/headings.ts';

export interface TableOfContentsEntry {
  anchor: string;
  text: string;
  level: number;
}

/** The headings of a posting's sections (level 2), each followed by those of its text, in order. */
export function tableOfContents({ sections }: { sections: PostingSection[] }): TableOfContentsEntry[] {
  return sections.flatMap(({ heading, anchor, content }) => {
    const body: RichText | null = 'body' in content ? content.body : null;
    return [
      ...(heading ? [{ anchor, text: heading, level: 2 }] : []),
      ...(body ? richTextHeadings(body, anchor) : []),
    ];
  });
}
