import { combineTransactionSteps, getChangedRanges } from '@tiptap/core';
import type { MarkType, Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { addressesIn, type FoundAddress } from './address.ts';
import { freeAddresses, textOf } from './lines.ts';

/** Changes in which nobody types: pasted text has its links already, others undo, or come from elsewhere. */
const notTyped = ['uiEvent', 'history$', 'preventAutolink', 'preventUpdate'];

/** Makes a link of an address when the word it stands in is ended by a space or a new line. */
export const typedLinks = (link: MarkType) =>
  new Plugin({
    appendTransaction(transactions, before, { doc, tr }) {
      const typed = (one: Transaction) => !notTyped.some((name) => one.getMeta(name) !== undefined);
      if (!transactions.some((one) => one.docChanged) || !transactions.every(typed)) return null;
      const { length } = tr.steps;
      for (const { newRange } of getChangedRanges(combineTransactionSteps(before.doc, [...transactions])))
        doc.nodesBetween(newRange.from, newRange.to, (node, pos) => {
          if (!node.isTextblock) return true;
          if (!node.type.allowsMarkType(link) || node.type.spec.code) return false;
          const ended = endedIn(node, newRange.from - pos - 1, newRange.to - pos - 1);
          for (const { from, to, href } of freeAddresses(node.content, ended, link))
            tr.addMark(pos + 1 + from, pos + 1 + to, link.create({ href }));
          return false;
        });
      return tr.steps.length > length ? tr : null;
    },
  });

/** The addresses in words that end in this part of a line. A word with a particle on its address has none. */
function endedIn({ content }: Node, start: number, end: number): FoundAddress[] {
  const line = textOf(content);
  if (end <= line.length && !/\s/.test(line.slice(Math.max(0, start), end))) return [];
  return Array.from(line.matchAll(/\S+/g)).flatMap(({ 0: word, index }) => {
    const wordEnd = index + word.length;
    if (wordEnd < start || wordEnd >= end || /\p{Script=Hangul}/u.test(word)) return [];
    return addressesIn(word).map(({ from, to, href }) => ({ from: index + from, to: index + to, href }));
  });
}
