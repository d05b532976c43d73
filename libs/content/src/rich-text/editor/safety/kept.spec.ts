/** @jest-environment jsdom */
import { afterEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { isBlockName } from '../../registry.ts';
import { childTypes, Sampler } from '../../testing/samples.ts';
import { editorWith, stored } from '../testing.ts';
import {
  address,
  compose,
  dropOn,
  escaped,
  letters,
  lettersOf,
  line,
  select,
  typeIn,
  withText,
} from './kept.testing.ts';
import { thingsIn } from './words.ts';

/** How many texts each way gets: `PROPERTY_RUNS`, or few. */
declare const propertyRuns: number;
const numRuns = propertyRuns;

const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => void log.mockClear());

test('typed: every character of any text with any address stays', () => {
  // Signs around words are typed to mean something.
  const unsigned = (text: string) => letters(text).replace(/[*_~=`]/g, '');
  fc.assert(
    fc.property(line, fc.constantFrom(' ', '\n', ' 끝', '\n끝', ''), (text, after) => {
      const editor = withText('');
      typeIn(editor, text + after);
      expect(unsigned(lettersOf(editor))).toBe(unsigned(text + after));
      stored(editor);
    }),
    { numRuns },
  );
  expect(log).not.toHaveBeenCalled();
});

test('pasted as text: every character stays', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const editor = withText('앞');
      editor.view.pasteText(lines.join('\n'));
      expect(lettersOf(editor)).toBe(letters(`앞${lines.join('')}`));
      stored(editor);
    }),
    { numRuns },
  );
  expect(log).not.toHaveBeenCalled();
});

const pages = [
  (words: string) => `<p>${words}</p>`,
  (words: string) => `<h2>${words}</h2><p>${words}</p>`,
  (words: string) => `<p>가<b>${words}</b>나</p>`,
  (words: string) => `<p><code>${words}</code></p>`,
  (words: string) => `<ul><li>${words}</li><li><a href="https://a.example">${words}</a></li></ul>`,
  (words: string, href: string) => `<p>말 <a href="${href}">${words}</a>에서</p>`,
  (words: string, href: string) => `<a href="${href}">${href}</a> ${words}`,
];

test('pasted as HTML: every character stays', () => {
  fc.assert(
    fc.property(line, address, fc.constantFrom(...pages), (text, href, page) => {
      const editor = withText('앞');
      const html = page(escaped(text), escaped(href));
      editor.view.pasteHTML(html);
      const { textContent } = new DOMParser().parseFromString(html, 'text/html').body;
      expect(lettersOf(editor)).toBe(letters(`앞${textContent}`));
      stored(editor);
    }),
    { numRuns },
  );
  expect(log).not.toHaveBeenCalled();
});

test('pasted over words: they carry the address, or what was pasted stands in their place', () => {
  fc.assert(
    fc.property(fc.oneof(line, address), fc.boolean(), (text, asHtml) => {
      const editor = withText('앞 고른 말 뒤');
      select(editor, 3, 7);
      if (asHtml) editor.view.pasteHTML(`<p>${escaped(text)}</p>`);
      else editor.view.pasteText(text);
      const linked = editor.state.doc.rangeHasMark(3, 7, editor.schema.marks.link!);
      const kept = lettersOf(editor) === '앞고른말뒤' && (linked || letters(text) === '');
      if (!kept) expect(lettersOf(editor)).toBe(`앞${letters(text)}뒤`);
      stored(editor);
    }),
    { numRuns },
  );
  expect(log).not.toHaveBeenCalled();
});

test('dropped: every character stays', () => {
  fc.assert(
    fc.property(line, fc.boolean(), (text, asHtml) => {
      const editor = withText('앞뒤');
      const data = { 'text/plain': text, ...(asHtml ? { 'text/html': `<p>${escaped(text)}</p>` } : {}) };
      expect(dropOn(editor, data, 2).defaultPrevented).toBe(true);
      expect(lettersOf(editor)).toBe(`앞${letters(text)}뒤`);
      stored(editor);
    }),
    { numRuns },
  );
  expect(log).not.toHaveBeenCalled();
});

test('composed: every character stays', async () => {
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      const editor = withText('앞');
      await compose(editor, `${text} `);
      // As with typing, signs around words may mean something once the word is done.
      const unsigned = (all: string) => letters(all).replace(/[*_~=`]/g, '');
      expect(unsigned(lettersOf(editor))).toBe(unsigned(`앞${text}`));
      stored(editor);
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
  expect(log).not.toHaveBeenCalled();
});

test('anything pasted into any block keeps all its words', () => {
  const names = Array.from(childTypes(editorWith().schema.nodes.doc!), ({ name }) => name).filter(
    isBlockName,
  );
  const sample = (name: (typeof names)[number]) => new Sampler().documentWith(name).doc.content ?? [];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...names), fc.nat(), (into, what, place) => {
      const source = editorWith(...sample(what));
      const target = editorWith(...sample(into));
      const { doc } = target.state;
      const places: number[] = [];
      doc.descendants((node, pos) => void (node.isTextblock && places.push(pos + 1 + node.content.size)));
      if (places.length) select(target, places[place % places.length]!);
      const before = lettersOf(target).length;
      const things = thingsIn(doc) + thingsIn(source.state.doc);
      source.commands.selectAll();
      const { dom } = source.view.serializeForClipboard(source.state.selection.content());
      // Cells pasted into a table take the place of the cells there, as in a spreadsheet: undo brings them back.
      const cellsOverCells = into === 'table' && what === 'table';
      const replaced = cellsOverCells || !target.state.selection.empty;
      target.view.pasteHTML(dom.innerHTML);
      if (!replaced) {
        expect(lettersOf(target).length).toBeGreaterThanOrEqual(before + lettersOf(source).length);
        expect(thingsIn(target.state.doc)).toBeGreaterThanOrEqual(things);
      }
      stored(target);
      source.destroy();
      target.destroy();
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
});
