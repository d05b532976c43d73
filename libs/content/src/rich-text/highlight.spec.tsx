import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { codeLanguages } from './blocks/code-block.tsx';
import { highlight } from './highlight.ts';
import { RichTextView } from './render.tsx';

const textOf = (code: string, language: string) =>
  highlight(code, language)
    ?.map((line) => line.map(({ text }) => text).join(''))
    .join('\n');

/** `word:class` of every coloured piece. */
const coloured = (code: string, language: string) =>
  (highlight(code, language) ?? [])
    .flat()
    .flatMap(({ text, className }) => (className ? [`${text}:${className.slice(2)}`] : []));

test.each([
  ['ts', 'const a: Kind = `b${c}`; // 하나\nfunction go() { return 1 }', ['const:k', 'Kind:t', '`b${:s', '}`:s', '// 하나:c', 'function:k', 'go:f', 'return:k', '1:n']],
  ['js', '`${ {a: `${1}`} }` + true', ['`${:s', '`${:s', '1:n', '}`:s', '}`:s', 'true:n']],
  ['js', "'열린\nlet x", ["'열린:s", 'let:k']],
  ['json', '{"a": [1, "b", null]}', ['"a":t', '1:n', '"b":s', 'null:n']],
  ['bash', 'npm ci # 설치\ncat a#b | grep "x\n$y"', ['npm:f', '# 설치:c', 'cat:f', 'grep:f', '"x:s', '$y":s']],
  ['dockerfile', 'FROM node:22 AS build', ['FROM:k', '22:n', 'AS:k']],
  ['css', '@media print { a { font-size: 2rem } } /* 끝 */', ['@media:k', 'font-size:t', '2rem:n', '/* 끝 */:c']],
  ['go', 'func main() { x := `a\nb` }', ['func:k', 'main:f', '`a:s', 'b`:s']],
  ['html', '<a href="x">a 1</a><!-- b -->', ['a:k', 'href:t', '"x":s', 'a:k', '<!-- b -->:c']],
  ['java', '"""\na "b" c\n""" + Map.of()', ['""":s', 'a "b" c:s', '""":s', 'Map:t', 'of:f']],
  ['python', "@cache\ndef f(): # 셋\n  return '''a'''", ['def:k', 'f:f', '# 셋:c', 'return:k', "'''a''':s"]],
  ['rust', "fn f<'a>(x: &'a str) -> u8", ['fn:k']],
  ['sql', "Select 'it''s' from t -- 끝", ['Select:k', "'it''s':s", 'from:k', '-- 끝:c']],
  ['yaml', 'a-b: true # x', ['a-b:t', 'true:n', '# x:c']],
])('%s is coloured: %j', (language, code, expected) => {
  expect(coloured(code, language)).toEqual(expected);
}); // prettier-ignore

const signs = fc.constantFrom('"', "'", '`', '"""', '${', '{', '}', '/*', '*/', '//', '#', '--', '<', '>', '<!--', '\\', '\n', ' ', ':', '(', '@', 'if', 'Ab', '7', '가'); // prettier-ignore

test.each(codeLanguages)('%s loses no sign of any code, and gives the same each time', (language) => {
  fc.assert(
    fc.property(fc.array(fc.oneof(signs, fc.string({ maxLength: 3 })), { maxLength: 40 }), (some) => {
      const code = some.join('');
      expect(textOf(code, language)).toBe(code);
      expect(highlight(code, language)).toEqual(highlight(code, language));
    }),
  );
});

test('a language it does not know, a name of JavaScript itself and very long code stay plain', () => {
  expect(highlight('a', 'brainfuck')).toBeNull();
  expect(highlight('a', 'constructor')).toBeNull();
  expect(highlight('a'.repeat(20_001), 'ts')).toBeNull();
});

test('a page shows coloured code as it was typed, with classes and without styles', () => {
  const source = 'const a = 1;\n\nfunction go() {}';
  const doc = {
    type: 'doc',
    content: [{ type: 'codeBlock', attrs: { language: 'ts' }, content: [{ type: 'text', text: source }] }],
  };
  const html = renderToStaticMarkup(
    <RichTextView
      value={{ version: 1, doc }}
      context={{ locale: 'ko', siteUrl: 'https://a.example', images: {}, form: 'page', highlight }}
    />,
  );

  expect(html).toContain('<span class="g-k">const</span>');
  expect(html).not.toContain('style=');
  expect(html.replace(/<[^>]+>/g, '')).toBe(`ts${source}`);
});
