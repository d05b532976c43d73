import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { all, make } from './elements.ts';

/** Signs that mean something else in text that is not all Markdown: they stay as they are written. */
const asWritten = { null: ['codeIndented', 'htmlFlow', 'htmlText', 'setextUnderline'] };

/** Markdown as HTML; HTML in it stays text. A break in a paragraph stays a break, as where it is typed. */
export function htmlOfMarkdown(text: string): HTMLElement {
  const html = micromark(text, {
    extensions: [gfm({ singleTilde: false }), { disable: asWritten }],
    htmlExtensions: [gfmHtml()],
  });
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of all(body, 'img')) {
    // It has no place in our texts, but was written with words and an address.
    const link = make(image, 'a');
    link.setAttribute('href', image.getAttribute('src') ?? '');
    link.textContent = image.getAttribute('alt') || image.getAttribute('src');
    image.replaceWith(link);
  }
  body.setAttribute('data-style', 'white-space: pre-line');
  return body;
}
