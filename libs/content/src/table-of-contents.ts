import type { PostingSection } from './document.ts';

export interface TableOfContentsEntry {
  anchor: string;
  text: string;
  level: number;
}

/** The headed sections of a posting, in order. */
export function tableOfContents({ sections }: { sections: PostingSection[] }): TableOfContentsEntry[] {
  return sections
    .filter(({ heading }) => heading)
    .map(({ anchor, heading }) => ({ anchor, text: heading, level: 2 }));
}
