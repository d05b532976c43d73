import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RichNode, RichText } from '../document.ts';
import { limits } from './limits.ts';
import { parseRichText } from './parse.ts';
import { blocks, type BlockName } from './registry.ts';
import { Sampler, sampleImageId } from './testing/samples.ts';

const text = (words: string, ...marks: RichNode['marks'] & object): RichNode =>
  marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const rich = (...content: unknown[]) => ({ version: 1, doc: { type: 'doc', content } });

function refusal(value: unknown) {
  const parsed = parseRichText(value);
  if (parsed.ok) throw new Error('was accepted');
  return parsed;
}

function accepted(value: unknown): RichText {
  const parsed = parseRichText(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
}

const linked = (href: unknown) =>
  rich(paragraph(text('여기', { type: 'link', attrs: { href } as Record<string, unknown> })));
const button = (url: unknown) => rich({ type: 'button', attrs: { label: '지원하기', url } });

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  '//example.com',
  '/admin',
  'https://user:secret@example.com/',
  '#a b',
  '#"><script>',
  '',
  42,
  null,
])('a link or button to %j is refused where it stands', (address) => {
  expect(refusal(linked(address)).errors).toMatchObject([
    { pointer: '/doc/content/0/content/0/marks/0/attrs/href' },
  ]);
  expect(refusal(button(address)).errors).toMatchObject([{ pointer: '/doc/content/0/attrs/url' }]);
});

test('addresses are stored as the parser of addresses writes them', () => {
  expect(accepted(button('HTTPS://Example.COM/채용 공고?a="b"')).doc.content?.[0]?.attrs?.url).toBe(
    'https://example.com/%EC%B1%84%EC%9A%A9%20%EA%B3%B5%EA%B3%A0?a=%22b%22',
  );
  expect(accepted(button('mailto:jobs@example.com')).doc.content?.[0]?.attrs?.url).toBe(
    'mailto:jobs@example.com',
  );
  expect(accepted(button('#기술-스택')).doc.content?.[0]?.attrs?.url).toBe('#기술-스택');
});

const figure = (attrs: object) => rich({ type: 'image', attrs: { imageId: sampleImageId, ...attrs } });

test.each<[string, unknown, string]>([
  ['a heading of level 99', rich({ type: 'heading', attrs: { level: 99 } }), '/doc/content/0/attrs/level'],
  ['a heading of level "2"', rich({ type: 'heading', attrs: { level: '2' } }), '/doc/content/0/attrs/level'],
  ['a heading without a level', rich({ type: 'heading' }), '/doc/content/0/attrs/level'],
  [
    'an attribute nobody knows',
    rich({ type: 'paragraph', attrs: { onclick: 'x' } }),
    '/doc/content/0/attrs/onclick',
  ],
  [
    'an attribute of another block',
    rich({ type: 'callout', attrs: { level: 2 } }),
    '/doc/content/0/attrs/level',
  ],
  [
    '__proto__ as an attribute',
    JSON.parse('{"version":1,"doc":{"type":"doc","content":[{"type":"callout","attrs":{"__proto__":{}}}]}}'),
    '/doc/content/0/attrs/__proto__',
  ],
  ['a key nobody knows', rich({ type: 'paragraph', html: '<b>' }), '/doc/content/0/html'],
  ['a key beside the document', { ...rich(), styles: 1 }, '/styles'],
  ['a block nobody knows', rich({ type: 'iframe' }), '/doc/content/0/type'],
  ['a block named like a method', rich({ type: 'constructor' }), '/doc/content/0/type'],
  [
    'a mark nobody knows',
    rich(paragraph(text('a', { type: 'textStyle' }))),
    '/doc/content/0/content/0/marks/0/type',
  ],
  [
    'a mark twice',
    rich(paragraph(text('a', { type: 'bold' }, { type: 'bold' }))),
    '/doc/content/0/content/0/marks/1',
  ],
  [
    'marks in code',
    rich({ type: 'codeBlock', content: [text('a', { type: 'bold' })] }),
    '/doc/content/0/content/0/marks',
  ],
  ['marks on a block', rich({ type: 'paragraph', marks: [{ type: 'bold' }] }), '/doc/content/0/marks'],
  ['text outside a paragraph', rich(text('a')), '/doc/content/0'],
  ['an empty document', rich(), '/doc/content'],
  ['a list without items', rich({ type: 'bulletList' }), '/doc/content/0/content'],
  [
    'one column',
    rich({ type: 'columns', content: [{ type: 'column', content: [paragraph()] }] }),
    '/doc/content/0/content',
  ],
  [
    'a toggle without a summary',
    rich({ type: 'details', content: [{ type: 'detailsContent', content: [paragraph()] }] }),
    '/doc/content/0/content/0',
  ],
  ['a paragraph as the document', { version: 1, doc: paragraph() }, '/doc/type'],
  ['an image by address', figure({ imageId: 'https://example.com/a.png' }), '/doc/content/0/attrs/imageId'],
  ['an image with a source', figure({ src: 'https://example.com/a.png' }), '/doc/content/0/attrs/src'],
  ['a decorative image with words', figure({ decorative: true, alt: '팀' }), '/doc/content/0/attrs/alt'],
  ['a licence nobody knows', figure({ licence: 'mine' }), '/doc/content/0/attrs/licence'],
  ['a caption of 501 letters', figure({ caption: '가'.repeat(501) }), '/doc/content/0/attrs/caption'],
  ['a caption of two lines', figure({ caption: 'a\nb' }), '/doc/content/0/attrs/caption'],
  ['a credit that leads to script', figure({ creditUrl: 'javascript:1' }), '/doc/content/0/attrs/creditUrl'],
  [
    'a video id of another shape',
    rich({ type: 'embed', attrs: { provider: 'youtube', id: 'abc' } }),
    '/doc/content/0/attrs/id',
  ],
  [
    'a video id with a path',
    rich({ type: 'embed', attrs: { provider: 'youtube', id: '../../../abc' } }),
    '/doc/content/0/attrs/id',
  ],
  [
    'a provider nobody knows',
    rich({ type: 'embed', attrs: { provider: 'evil', id: 'abcdefghijk' } }),
    '/doc/content/0/attrs/provider',
  ],
  [
    'a language with a quote',
    rich({ type: 'codeBlock', attrs: { language: 'ts"><b' } }),
    '/doc/content/0/attrs/language',
  ],
  [
    'an emoji that is a word',
    rich({ type: 'callout', attrs: { emoji: 'word' }, content: [paragraph()] }),
    '/doc/content/0/attrs/emoji',
  ],
  ['NUL', rich(paragraph(text('a\u0000b'))), '/doc/content/0/content/0/text'],
  ['half a character', rich(paragraph(text('a\ud83d'))), '/doc/content/0/content/0/text'],
  ['half a character in an attribute', figure({ alt: '\udc00' }), '/doc/content/0/attrs/alt'],
  ['a line break in running text', rich(paragraph(text('a\nb'))), '/doc/content/0/content/0/text'],
  ['empty text', rich(paragraph(text(''))), '/doc/content/0/content/0/text'],
  ['content that is no list', rich({ type: 'paragraph', content: {} }), '/doc/content/0/content'],
  ['null for a block', rich(null), '/doc/content/0'],
  ['a list for a block', rich([]), '/doc/content/0'],
  ['attributes as a list', rich({ type: 'callout', attrs: [] }), '/doc/content/0/attrs'],
  ['version 2', { ...rich(paragraph()), version: 2 }, '/version'],
  ['no version', { doc: rich(paragraph()).doc }, '/version'],
  ['HTML', '<p>hello</p>', ''],
  ['nothing', undefined, ''],
])('%s is refused with the place and what to do', (_, value, pointer) => {
  const { errors } = refusal(value);

  expect(errors.map((error) => error.pointer)).toContain(pointer);
  for (const { message } of errors) expect(message.length).toBeGreaterThan(5);
});

const nested = (levels: number) => {
  let node: RichNode = paragraph();
  for (let level = 2; level < levels; level++) node = { type: 'blockquote', content: [node] };
  return rich(node);
};

test('24 blocks inside each other are accepted, 25 refused', () => {
  expect(parseRichText(nested(limits.depth)).ok).toBe(true);
  expect(refusal(nested(limits.depth + 1)).errors[0]?.message).toContain('24');
});

test('a million levels are refused without a stack overflow', () => {
  let node: unknown = {};
  for (let level = 0; level < 1_000_000; level++) node = [node];
  expect(refusal(rich(node)).errors[0]?.message).toContain('24');
  expect(refusal(node).errors).toHaveLength(1);
});

test('5,000 nodes are accepted, 5,001 refused as too large', () => {
  const of = (nodes: number) => rich(...Array.from({ length: nodes - 1 }, () => ({ type: 'paragraph' })));
  expect(parseRichText(of(5_000)).ok).toBe(true);
  expect(refusal(of(5_001)).tooLarge).toContain('5,000');
});

test.each(['a', '가', '🌱', '"', '\\'])(
  '512 KB of %s are accepted, one more byte refused as too large',
  (letter) => {
    const one = Buffer.byteLength(JSON.stringify(letter)) - 2;
    const empty = Buffer.byteLength(JSON.stringify(rich(paragraph(text('')))));
    const room = limits.bytes - empty;
    const full = letter.repeat(Math.floor(room / one)) + 'b'.repeat(room % one);
    expect(parseRichText(rich(paragraph(text(full)))).ok).toBe(true);
    expect(refusal(rich(paragraph(text(`${full}b`)))).tooLarge).toContain('512 KB');
  },
);

test('a table may not cover more cells than a page can hold', () => {
  const cell = { type: 'tableCell', attrs: { colspan: 20, rowspan: 100 }, content: [paragraph()] };
  const wide = {
    type: 'table',
    content: Array.from({ length: 100 }, () => ({ type: 'tableRow', content: [cell, cell] })),
  };
  expect(refusal(rich(wide)).errors).toMatchObject([{ pointer: '/doc/content/0/content' }]);
});

test('every string comes back in NFC', () => {
  const decomposed = '공고'.normalize('NFD');
  const value = accepted(
    rich(paragraph(text(decomposed)), { type: 'image', attrs: { imageId: sampleImageId, alt: decomposed } }),
  );
  expect(JSON.stringify(value)).not.toContain(decomposed);
  expect(value.doc.content?.[1]?.attrs?.alt).toBe('공고');
});

test('what comes back shares no object with what was given, and holds every attribute', () => {
  const given = rich({ type: 'callout', content: [paragraph(text('가'))] });
  const value = accepted(given);
  expect(value.doc.content?.[0]?.attrs).toEqual({ emoji: '💡', tone: 'neutral' });
  expect(value.doc.content?.[0]).not.toBe(given.doc.content[0]);
});

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const anyName = fc.constantFrom(...(Object.keys(blocks) as BlockName[]));

test('parsing what was parsed changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyName, words), { minLength: 1, maxLength: 6 }), (made) => {
      const content = made.flatMap(([name, given]) => [
        ...(new Sampler().documentWith(name).doc.content ?? []),
        paragraph(text(given)),
      ]);
      const once = parseRichText(rich(...content));
      if (!once.ok) return; // words that are no text, such as controls
      expect(parseRichText(JSON.parse(JSON.stringify(once.value)))).toEqual(once);
    }),
    { numRuns: 150, seed: 1 },
  );
});

test('no value at all makes it throw', () => {
  const names = fc.constantFrom(...Object.keys(blocks), 'constructor', '__proto__', 'toString', '');
  const node = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.oneof(names, fc.jsonValue()),
        attrs: fc.oneof(
          fc.jsonValue(),
          fc.dictionary(fc.constantFrom('level', 'url', 'href', 'imageId', '__proto__'), fc.jsonValue()),
        ),
        content: fc.oneof({ depthSize: 'small' }, fc.array(tie('node')), fc.jsonValue()),
        marks: fc.oneof(
          fc.jsonValue(),
          fc.array(fc.record({ type: fc.constantFrom('link', 'bold', 'x'), attrs: fc.jsonValue() })),
        ),
        text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
      },
      { requiredKeys: ['type'] },
    ),
  })).node;
  fc.assert(
    fc.property(node, (doc) => {
      const parsed = parseRichText({ version: 1, doc });
      if (!parsed.ok) expect(parsed.errors.length).toBeGreaterThan(0);
    }),
    { numRuns: 150, seed: 1 },
  );
});
