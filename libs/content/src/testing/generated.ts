import fc from 'fast-check';
import type { RichNode, RichText } from '../document.ts';

/** Runs of signs that mean something to a reader of Markdown or HTML, and words that must not be mistaken for them. */
const pieces = [
  '가', '개발자', 'a', 'B2', '3', ' ', '  ', '*', '**', '_', '__', '~', '~~', '`', '```', '!', '.', ':', '//', '(', ')',
  '[', ']', '](', '[x]', '[^1]', '\\', '|', '+', '-', '---', '===', '#', '>', '<', '<!--', '-->', '&', '&amp;', '&#60;',
  '1. ', '2) ', 'https://', 'http://Team.Example/', 'HTTPS://a.example/p?q=1&r', 'www.', 'www.b.example', 'ftp://c.example',
  '/<번호>', '<u onclick=go()>', '</u>', '<video src=v onerror=go()>', '<style>', '<b', '<?x?>', '<![CDATA[', 'me@d.example',
  'mailto:e@f.example', 'snake_case', 'x_', '"', "'", '“', '”', '…', '\u3000', '\u00a0', '😀', 'é', '$x$', ':-:', '{', '}',
]; // prettier-ignore

/** Words as somebody might type them, of one line and never only space. */
export const words = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 5 }) },
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((some) => some.join(''))
  .map((line) => (line.trim() ? line : '빈칸'));

interface Choice {
  /** Tables and strikethrough, which are of GFM and not of CommonMark. */
  tables: boolean;
}

const address = fc.constantFrom(
  'https://g.example/',
  'https://g.example/a_(b)?c=d&lt;e&f=`',
  'https://g.example/%EA%B0%80?x[]=1|2',
  'mailto:h@g.example',
);

const marksOf = ({ tables }: Choice) =>
  fc
    .tuple(
      fc.subarray(['bold', 'italic', 'highlight', 'code', ...(tables ? ['strike'] : [])]),
      fc.option(address, { freq: 4 }),
    )
    .map(([names, href]) => [
      ...names.map((type) => ({ type })),
      ...(href === null ? [] : [{ type: 'link', attrs: { href } }]),
    ]);

/** Runs of text, of which at least one has words. */
const runs = (choice: Choice): fc.Arbitrary<RichNode[]> => {
  const run: fc.Arbitrary<RichNode> = fc.record({
    type: fc.constant('text'),
    text: words,
    marks: marksOf(choice),
  });
  const lineBreak = fc.constant<RichNode>({ type: 'hardBreak' });
  const more = fc.array(fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: lineBreak }), {
    maxLength: 3,
  });
  return fc
    .tuple(fc.option(lineBreak, { freq: 8 }), run, more)
    .map(([first, one, rest]) => [...(first ? [first] : []), one, ...rest]);
};

const node = (type: string, content: fc.Arbitrary<RichNode[]>, attrs?: fc.Arbitrary<object>) =>
  (attrs
    ? fc.record({ type: fc.constant(type), attrs, content })
    : fc.record({ type: fc.constant(type), content })) as fc.Arbitrary<RichNode>;
const some = (one: fc.Arbitrary<RichNode>, most = 3) => fc.array(one, { minLength: 1, maxLength: most });
const led = (first: fc.Arbitrary<RichNode>, rest: fc.Arbitrary<RichNode>) =>
  fc.tuple(first, fc.array(rest, { maxLength: 2 })).map(([one, more]) => [one, ...more]);

/** A whole text of every block that holds words, as the parser takes it. */
export function richTexts(choice: Choice): fc.Arbitrary<RichText> {
  const { block } = fc.letrec<{ prose: RichNode; block: RichNode }>((tie) => {
    const paragraph = node('paragraph', runs(choice));
    const line = fc.array(fc.record({ type: fc.constant('text'), text: words }), {
      minLength: 1,
      maxLength: 2,
    });
    const item = node('listItem', led(paragraph, tie('prose')));
    const cell = (type: string) => node(type, some(paragraph, 2));
    return {
      prose: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        paragraph,
        node('heading', runs(choice), fc.record({ level: fc.constantFrom(2, 3, 4) })),
        node(
          'codeBlock',
          fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => [text(lines.join('\n'))]),
          fc.record({ language: fc.constantFrom('', 'ts') }),
        ),
        fc
          .record({ label: words.map((label) => label.slice(0, 80)), url: address })
          .map((attrs) => ({ type: 'button', attrs })),
        node('bulletList', some(item)),
        node('orderedList', some(item), fc.record({ start: fc.constantFrom(0, 1, 7) })),
        node(
          'taskList',
          some(node('taskItem', led(paragraph, tie('prose')), fc.record({ checked: fc.boolean() }))),
        ),
        node('blockquote', some(tie('prose'))),
      ),
      block: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        { weight: 5, arbitrary: tie('prose') },
        {
          weight: 1,
          arbitrary: node(
            'callout',
            some(tie('prose')),
            fc.record({ emoji: fc.constantFrom('', '💡', '#', '*'), tone: fc.constant('blue') }),
          ),
        },
        {
          weight: 1,
          arbitrary: fc.tuple(line, some(tie('block'))).map(([summary, content]) => ({
            type: 'details',
            content: [
              { type: 'detailsSummary', content: summary },
              { type: 'detailsContent', content },
            ],
          })),
        },
        { weight: 1, arbitrary: fc.constant({ type: 'horizontalRule' } as RichNode) },
        ...(choice.tables
          ? [
              {
                weight: 2,
                arbitrary: node(
                  'table',
                  fc
                    .tuple(
                      fc.array(cell('tableHeader'), { minLength: 2, maxLength: 2 }),
                      fc.array(cell('tableCell'), { minLength: 2, maxLength: 2 }),
                    )
                    .map((rows) => rows.map((content) => ({ type: 'tableRow', content }))),
                ),
              },
            ]
          : []),
      ),
    };
  });
  return some(block, 4).map((content) => ({ version: 1, doc: { type: 'doc', content } }));
}

const text = (words: string): RichNode => ({ type: 'text', text: words });
