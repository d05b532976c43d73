import { defineMark } from '../block.ts';
import { longestRun } from '../markdown/fence.ts';

/** Every sign as a character reference, so that none means anything. */
const referred = (words: string) =>
  words.replace(/[^\p{L}\p{N}\p{M} ]/gu, (sign) => `&#${sign.codePointAt(0)};`);

export const code = defineMark({
  spec: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  View: ({ children }) => <code>{children}</code>,
  /** `inner` is the text as it is: nothing is escaped between backticks. */
  toMarkdown: (inner, _, { before }) => {
    // In a link that begins a paragraph, "[`]:`" would be read as the definition of an address.
    if (before === '>' && inner.includes(']:')) return `<code>${referred(inner)}</code>`;
    const longest = longestRun(inner);
    const fence = '`'.repeat(longest + 1);
    const apart = /^`|`$|^ .* $/s.test(inner) ? ' ' : '';
    return fence + apart + inner + apart + fence;
  },
});
