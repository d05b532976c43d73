import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { highlight, loadHighlighter } from './highlight.ts';
import { RichTextView } from './render.tsx';

const source = 'const a: string = `b${c}`; // 하나\n\nfunction go() { return 1 }';

test('code is plain until the grammars are there, then coloured without losing a letter', async () => {
  expect(highlight(source, 'ts')).toBeNull();
  await loadHighlighter();
  const lines = highlight(source, 'ts') ?? [];

  expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(source);
  const classes = new Map(lines.flat().map(({ text, className }) => [text.trim(), className]));
  expect(classes.get('const')).toBe('g-k');
  expect(classes.get('// 하나')).toBe('g-c');
  expect(classes.get('go')).toBe('g-f');
  expect(classes.get('1')).toBe('g-n');
  expect(highlight(source, 'brainfuck')).toBeNull();
  expect(highlight(source, 'constructor')).toBeNull();
  expect(highlight('a'.repeat(20_001), 'ts')).toBeNull();
});

test('a page shows coloured code as it was typed, with classes and without styles', async () => {
  await loadHighlighter();
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
