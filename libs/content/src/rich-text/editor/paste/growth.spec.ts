/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { Fragment, Slice } from '@tiptap/pm/model';
import { cost, growth } from '../../testing/cost.ts';
import { stylesAside } from '../pasted-styles.ts';
import { editorWith } from '../testing.ts';
import { cleanPasted } from './clean.ts';
import { keepsLetters } from './kept-letters.ts';
import { isMarkdown } from './markdown-signs.ts';
import { htmlOfMarkdown } from './markdown-text.ts';
import { tableOf } from './tabbed-text.ts';

const { schema } = editorWith();
/** Eight times as much takes eight times as long, the square 64: trees of nodes and their garbage are in between. */
const farFromSquare = 24;
const times = (size: number, part: string) => part.repeat(size / part.length);

/**
 * Pages of which jsdom itself takes no more than it should: it counts all children again for each that is moved or
 * taken away, where browsers do not, so that most other pages cost the square there.
 */
test.each<[string, (size: number) => string]>([
  ['words', (size) => `<p>${times(size * 4, '낱말 ')}</p>`],
  ['spaces', (size) => `<p>가${times(size * 4, ' \u00a0')}</p>`],
  ['lines of code', (size) => `<pre>${times(size * 4, 'a\n')}</pre>`],
  ['styles', (size) => `<p style="${times(size * 4, 'color:red;')}">가</p>`],
])('a page of %s: eight times as much takes no more than some times as long to clean', (_, make) => {
  const cleaning = (size: number) => {
    const html = stylesAside(make(size));
    return () => cleanPasted(new DOMParser().parseFromString(html, 'text/html').body);
  };
  expect(growth(cleaning, 2_000)).toBeLessThan(farFromSquare);
});

const begin = '- a\n- b\n\n';

test.each([
  '글 ',
  'a\n\n',
  '- a\n',
  '1. a\n',
  '| a | b |\n',
  '**a**\n\n',
  '[a](https://b.example) \n\n',
  '> a\n',
  '`a` ',
  '%EA',
  'www.',
])('Markdown of %j: eight times as much takes no more than some times as long to read', (sign) => {
  const reading = (size: number) => {
    const text = begin + times(size, sign);
    const slice = new Slice(Fragment.from(schema.node('paragraph', null, schema.text(text))), 0, 0);
    return () => {
      if (isMarkdown(text)) htmlOfMarkdown(text);
      keepsLetters(text, slice);
    };
  };
  expect(growth(reading, 600)).toBeLessThan(farFromSquare);
});

const heavy: [string, string][] = [
  ...['a* _b ', '*a_b', '[a](', '[a]', '> ', '>', '1. ', '|a\n', '- a\n', 'a\n\n', '```\n'].map(
    (sign): [string, string] => [JSON.stringify(sign), sign],
  ),
  ['deep items', `${'- '.repeat(11)}a\n`],
  ['paragraphs of signs', `${'a* _b '.repeat(90)}\n\n`],
  ['rows of a wide table', `${'|a'.repeat(59)}\n${'|-'.repeat(59)}\n${'|\n'.repeat(1_900)}`],
  ['rows of a narrow table', `|a|b|c|d|e|f\n|-|-|-|-|-|-\n${'|\n'.repeat(1_900)}`],
];

/** Milliseconds. Without its bounds the dearest takes minutes; with them less than one second on an idle machine. */
const soon = 8_000;

test.each(heavy)('Markdown of many %s is read soon, or stays as it is written', (_, sign) => {
  for (const size of [1_000, 3_000, 8_000, 49_000, 190_000]) {
    const text = begin + sign.repeat(Math.ceil(size / sign.length));
    if (!isMarkdown(text)) continue;
    expect(cost(() => htmlOfMarkdown(text), 1)).toBeLessThan(soon);
  }
});

test.each(['a\tb\n', '"\t', '"a""\n\t'])('rows of %j are parted in time', (part) => {
  expect(growth((size) => () => tableOf(times(size, part)), 40_000)).toBeLessThan(farFromSquare);
});
