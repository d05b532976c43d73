import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { RichText } from '../document.ts';
import { highlight } from '../rich-text/highlight.ts';
import { parseRichText } from '../rich-text/parse.ts';
import { richTextToMarkdown, richTextToText, RichTextView } from '../rich-text/render.tsx';
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

/** Milliseconds of this process alone: what else the machine does must not count. */
function cost(value: RichText): number {
  const spent = [1, 2, 3].map(() => {
    const { user, system } = process.cpuUsage();
    everyOutput(value);
    const now = process.cpuUsage();
    return (now.user + now.system - user - system) / 1000;
  });
  return Math.min(...spent);
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
  const small = Math.max(100, cost(make(2_000)));
  expect(cost(make(16_000))).toBeLessThan(12 * small);
});
