import type { RichNode } from '../document.ts';
import { inside, textIn } from './block.ts';
import type { ParseError } from './parse-error.ts';
import { blockOf, type BlockName, type MarkName } from './registry.ts';
import { richTextSchema } from './schema.ts';

const mostErrors = 20;

/**
 * Which node may stand where: what `check()` finds as well, but with the place and in words that help. Walks
 * with a stack of its own.
 */
export function checkContent(root: RichNode, at: string): ParseError[] {
  const errors: ParseError[] = [];
  if (root.type !== 'doc') return [{ pointer: `${at}/type`, message: 'must be "doc"' }];
  const pending: { node: RichNode; pointer: string }[] = [{ node: root, pointer: at }];

  for (let next = pending.pop(); next && errors.length < mostErrors; next = pending.pop()) {
    const { node, pointer } = next;
    const refuse = (where: string, message: string) => errors.push({ pointer: pointer + where, message });
    const type = richTextSchema.nodes[node.type as BlockName];
    const found = blockOf(node.type).refuse?.(node.attrs ?? {}, node);
    if (found) refuse(`/${found[0]}`, found[1]);
    if (node.type !== 'text' && node.type !== 'hardBreak' && node.marks?.length)
      refuse('/marks', 'belong to text only: remove them');
    checkMarks(node, refuse);

    let match = type.contentMatch;
    inside(node).forEach((child, index) => {
      const following = match.matchType(richTextSchema.nodes[child.type as BlockName]);
      if (following) match = following;
      else
        refuse(
          `/content/${index}`,
          `a ${child.type} cannot stand here: ${node.type} holds ${type.spec.content || 'nothing'}`,
        );
      if (child.type === 'text' && !type.spec.code && textIn(child).includes('\n')) {
        refuse(`/content/${index}/text`, 'must not hold line breaks: use a hardBreak node');
      }
      if (child.marks?.some((mark) => !type.allowsMarkType(richTextSchema.marks[mark.type as MarkName]))) {
        refuse(`/content/${index}/marks`, `are not allowed in a ${node.type}: remove them`);
      }
      pending.push({ node: child, pointer: `${pointer}/content/${index}` });
    });
    if (!match.validEnd) refuse('/content', `is not complete: ${node.type} holds ${type.spec.content}`);
  }
  return errors;
}

function checkMarks({ marks = [] }: RichNode, refuse: (where: string, message: string) => void) {
  marks.forEach(({ type }, index) => {
    if (marks.findIndex((mark) => mark.type === type) < index)
      refuse(`/marks/${index}`, `is a second ${type}: keep one of them`);
  });
}
