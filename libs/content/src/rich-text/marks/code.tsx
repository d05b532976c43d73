import { defineMark } from '../block.ts';

export const code = defineMark({
  spec: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  View: ({ children }) => <code>{children}</code>,
  /** `inner` is the text as it is: nothing is escaped between backticks. */
  toMarkdown: (inner) => {
    const longest = Math.max(0, ...Array.from(inner.matchAll(/`+/g), ([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const apart = /^`|`$|^ .* $/s.test(inner) ? ' ' : '';
    return fence + apart + inner + apart + fence;
  },
});
