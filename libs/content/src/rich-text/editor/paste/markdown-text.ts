import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { linkAddress } from '../links/address.ts';
import { all, make } from './elements.ts';

/**
 * What stays as it is written: signs that mean something else in text that is not all Markdown, names of characters
 * as HTML has them, and what a page shows elsewhere or, where nothing calls it, not at all.
 */
const asWritten = {
  null: [
    'characterReference',
    'codeIndented',
    'definition',
    'gfmFootnoteCall',
    'gfmFootnoteDefinition',
    'gfmPotentialFootnoteCall',
    'htmlFlow',
    'htmlText',
    'setextUnderline',
  ],
};

/** Markdown as HTML; HTML in it stays text. A break in a paragraph stays a break, as where it is typed. */
export function htmlOfMarkdown(text: string): HTMLElement {
  const html = micromark(text, {
    extensions: [gfm({ singleTilde: false }), { disable: asWritten }],
    htmlExtensions: [gfmHtml()],
    // Nothing of it is followed or loaded before our links have said what they take.
    allowDangerousProtocol: true,
  });
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of all(body, 'img')) nameImage(image);
  for (const link of all(body, 'a')) if (linkAddress(addressOf(link, 'href')) === null) writeOut(link);
  body.setAttribute('data-style', 'white-space: pre-line');
  return body;
}

/** It has no place in our texts, but was written with words and an address; within a link it can't be one itself. */
function nameImage(image: HTMLElement): void {
  const words = image.getAttribute('alt') ?? '';
  const address = addressOf(image, 'src');
  const title = image.getAttribute('title');
  if (image.closest('a')) {
    image.replaceWith(`![${words}](${address}${title ? ` "${title}"` : ''})`);
    return;
  }
  const link = make(image, 'a');
  link.setAttribute('href', address);
  link.setAttribute('title', title ?? '');
  link.textContent = words || address;
  image.replaceWith(link);
}

/** A link to what our links do not take, as it was written: its address must not go. */
function writeOut(link: HTMLElement): void {
  const address = addressOf(link, 'href');
  const title = link.getAttribute('title');
  if (!address.endsWith(link.textContent ?? '') || title) {
    link.prepend('[');
    link.append(`](${address}${title ? ` "${title}"` : ''})`);
  }
  link.replaceWith(...Array.from(link.childNodes));
}

/** With the letters that were written; Markdown's reader encodes them. */
function addressOf(element: HTMLElement, name: 'href' | 'src'): string {
  const address = element.getAttribute(name) ?? '';
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
