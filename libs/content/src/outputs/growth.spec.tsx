import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { RichText } from '../document.ts';
import { highlight } from '../rich-text/highlight.ts';
import { parseRichText } from '../rich-text/parse.ts';
import { richTextToMarkdown, richTextToText, RichTextView } from '../rich-text/render.tsx';
import { growth, mostGrowth } from '../rich-text/testing/cost.ts';
import { heavyBlocks, heavyTexts, richTextOf } from '../testing/heavy-texts.ts';

const context = { locale: 'ko' as const, siteUrl: 'https://a.example', images: {}, anchor: 'a', highlight };

/** All that is done with a text between its save and a page of it. */
function everyOutput(value: RichText) {
  const parsed = parseRichText(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  richTextToMarkdown(parsed.value, context);
  richTextToText(parsed.value, context);
  renderToStaticMarkup(<RichTextView value={parsed.value} context={{ ...context, form: 'page' }} />);
}

const all = [
  ...heavyTexts.map(([name, make]): [string, (size: number) => RichText] => [
    name,
    (size) => richTextOf(make(size)),
  ]),
  ...heavyBlocks.map(([name, make]): [string, (size: number) => RichText] => [
    name,
    (size) => richTextOf(...make(size)),
  ]),
];

test.each(all)('%s: eight times as much takes at most twelve times as long', (_, make) => {
  const outputsOf = (size: number) => {
    const value = make(size);
    return () => everyOutput(value);
  };
  expect(growth(outputsOf, 2_000)).toBeLessThan(mostGrowth);
});
