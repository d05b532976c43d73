import type { RichNode, RichText } from '../document.ts';
import { slugOf } from '../slug.ts';
import { inside, textIn } from './block.ts';

export interface RichTextHeading {
  anchor: string;
  text: string;
  level: 2 | 3 | 4;
}

function headingNodes(node: RichNode): RichNode[] {
  return node.type === 'heading' ? [node] : inside(node).flatMap(headingNodes);
}

/**
 * Each heading's fragment: the section's anchor, `--`, and its words as a slug. Slugs never hold `--`, so no
 * heading can take another section's address. Equal ones are counted from 2.
 */
export function headingAnchors(value: RichText, sectionAnchor: string): Map<RichNode, string> {
  const anchors = new Map<RichNode, string>();
  const taken = new Set<string>();
  /** How far equal ones have been counted: going through all of them again would take the square of their number. */
  const counted = new Map<string, number>();
  for (const node of headingNodes(value.doc)) {
    const plain = `${sectionAnchor}--${slugOf(textIn(node), 60) || 'part'}`;
    let anchor = plain;
    let n = counted.get(plain) ?? 1;
    while (taken.has(anchor)) anchor = `${plain}-${++n}`;
    counted.set(plain, n);
    taken.add(anchor);
    anchors.set(node, anchor);
  }
  return anchors;
}

/** The headings inside a rich text with words in them, in order, with the fragments its view gives them. */
export function richTextHeadings(value: RichText, sectionAnchor: string): RichTextHeading[] {
  return Array.from(headingAnchors(value, sectionAnchor), ([node, anchor]) => ({
    anchor,
    text: textIn(node).trim(),
    level: (node.attrs?.level ?? 2) as RichTextHeading['level'],
  })).filter(({ text }) => text !== '');
}
