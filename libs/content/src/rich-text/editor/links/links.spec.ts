/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { marks } from '../../registry.ts';
import { select, typeIn } from '../safety/kept.testing.ts';
import { editorWith, paragraph, press, stored } from '../testing.ts';
import { addressesIn, linkAddress } from './address.ts';

/** The text with each link as ⟨address⟩ behind its words. */
const shown = (editor: Editor): string =>
  stored(editor)
    .map(({ content = [] }) =>
      content
        .map(({ text = '↵', marks: on = [] }) =>
          on.reduce((words, { attrs }) => (attrs?.href ? `${words}⟨${String(attrs.href)}⟩` : words), text),
        )
        .join(''),
    )
    .join('¶');

test.each([
  ['https://shop.example', 'https://shop.example/'],
  ['HTTP://Shop.Example:80/A', 'http://shop.example/A'],
  ['https://shop.example?a', 'https://shop.example/?a'],
  ['www.gonggo.org', 'https://www.gonggo.org/'],
])('%s becomes a link in its stored form, typed, pasted as text, as HTML and over words', (written, href) => {
  const typed = editorWith();
  typeIn(typed, `또 ${written} 봐요`);
  const entered = editorWith();
  typeIn(entered, `또 ${written}`);
  press(entered, 'Enter');
  typeIn(entered, '봐요');
  const text = editorWith();
  text.view.pasteText(`또 ${written} 봐요`);
  const html = editorWith();
  html.view.pasteHTML(`<p>또 <b>${written.slice(0, 9)}</b>${written.slice(9)} 봐요</p>`);
  const over = editorWith(paragraph('또 여기 봐요'));
  select(over, 3, 5);
  over.view.pasteText(` ${written}\n`);
  expect(shown(typed)).toBe(`또 ${written}⟨${href}⟩ 봐요`);
  expect(shown(entered)).toBe(`또 ${written}⟨${href}⟩¶봐요`);
  expect(shown(text)).toBe(`또 ${written}⟨${href}⟩ 봐요`);
  expect(shown(html)).toBe(`또 ${written.slice(0, 9)}⟨${href}⟩${written.slice(9)}⟨${href}⟩ 봐요`);
  expect(shown(over)).toBe(`또 여기⟨${href}⟩ 봐요`);
});

test.each([
  'www.shop.example',
  'https://me:pw@a.example',
  'ftp://a.example',
  'https://',
  'https://a.example:99999',
])('%s is no link, whole or in part', (written) => {
  const editor = editorWith();
  editor.view.pasteText(`또 ${written} 봐요`);
  expect(shown(editor)).toBe(`또 ${written} 봐요`);
});

test('no link begins in a link or in code, and none is cut in two', () => {
  const page = editorWith();
  page.view.pasteHTML(
    '<a href="https://b.example/x">글은 https://a.example 에</a> <code>A=https://a.example</code>',
  );
  expect(shown(page)).toBe('글은 https://a.example 에⟨https://b.example/x⟩ A=https://a.example');
  const inside = editorWith();
  inside.view.pasteHTML('<a href="https://b.example/x">하나둘셋</a>');
  select(inside, 2, 3);
  inside.view.pasteText('https://a.example');
  expect(shown(inside)).not.toContain('둘⟨https://a.example/⟩');
  const block = editorWith({ type: 'codeBlock' });
  block.view.pasteText('curl https://a.example ');
  typeIn(block, 'https://c.example ');
  expect(shown(block)).toBe('curl https://a.example https://c.example ');
});

test('a link that somebody took away stays away when the text is copied within the editor', () => {
  const source = editorWith(paragraph('https://a.example'));
  source.commands.selectAll();
  const { dom } = source.view.serializeForClipboard(source.state.selection.content());
  const target = editorWith();
  target.view.pasteHTML(dom.innerHTML);
  expect(shown(target)).toBe('https://a.example');
});

test('a stored address is read as the same address, however long', () => {
  const rule = marks.link.attributes.href;
  const long = linkAddress(`https://a.example/${'가'.repeat(300)}`);
  expect(rule?.read(long)).toBe(long);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        fc.string({ unit: 'binary' }).map((rest) => `https://a.example/${rest}`),
        fc.string({ unit: 'grapheme' }).map((rest) => `mailto:a@a.example${rest}`),
      ),
      (written) => {
        const address = linkAddress(written);
        if (address !== null) expect(linkAddress(address)).toBe(address);
      },
    ),
  );
});

test('looking for addresses takes time in proportion to the text', () => {
  const spent = (text: string) => {
    const start = performance.now();
    addressesIn(text);
    return performance.now() - start;
  };
  for (const part of ['https://', 'www.', 'a.', '((', 'https://a.example/('])
    expect(spent(part.repeat(40_000))).toBeLessThan(5_000);
});
