/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { cleanPasted } from './clean.ts';

function cleaned(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  cleanPasted(body);
  return body.innerHTML.replace(/<\/?(?:tbody|tr)>/g, '');
}

const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').match(/[\p{L}=]+/gu) ?? [];

test.each([
  [
    'code in a table in a table',
    '<table><tr><td><p>설명</p><table class="hljs-ln"><tr><td class="hljs-ln-numbers">1</td><td class="hljs-ln-code">x=1</td></tr></table><p>뒤</p></td></tr></table>',
  ],
  [
    'a table of code and words',
    '<table><tr><td class="code"><pre>a</pre></td><td>뜻</td></tr><tr><td class="code"><pre>b</pre></td><td>뜻 둘</td></tr></table>',
  ],
  ['words beside code in its cell', '<table><tr><td class="code"><p>설명</p><pre>a</pre></td></tr></table>'],
  ['a caption', '<table><caption>이름</caption><tr><td class="hljs-ln-code">a</td></tr></table>'],
  [
    'a comment between lines of GitHub',
    '<table><tr><td class="blob-num">1</td><td class="blob-code">가</td></tr><tr><td colspan="2">댓글</td></tr></table>',
  ],
  [
    'words in the column of numbers',
    '<table><tr><td class="blob-num">첫 줄</td><td class="blob-code">가</td></tr></table>',
  ],
  ['code under the name of its numbers', '<pre><code class="line-numbers">let 가</code></pre>'],
])('%s: no word is lost', (_, html) => {
  const left = cleaned(html);
  for (const word of wordsOf(html)) expect(left).toContain(word);
});

test('a number that is no line of code stays', () => {
  const score = '<table><tr><td>15</td><td class="code"><pre>a</pre></td></tr></table>';
  expect(cleaned(score)).toContain('15');
});

test.each([
  [
    'two blocks in one table',
    '<table><tr><td class="code"><pre>a\n b</pre></td></tr><tr><td class="code"><pre>c</pre></td></tr></table>',
    '<pre>a\n b\nc</pre>',
  ],
  [
    'a column of numbers in one cell',
    '<table class="rouge-table"><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="rouge-code"><pre class="language-rust">let a;\n  b</pre></td></tr></table>',
    '<pre class="language-rust">let a;\n  b</pre>',
  ],
  [
    'numbers without a name',
    '<table><tr><td>7</td><td class="hljs-ln-code">a</td></tr><tr><td>8</td><td class="hljs-ln-code"> b</td></tr></table>',
    '<pre>a\n b</pre>',
  ],
  [
    'a change, as GitHub shows it',
    '<table><tr><td class="blob-num">1</td><td class="blob-num"></td><td class="blob-code"><button>+</button><span>a</span></td></tr><tr><td class="blob-num"></td><td class="blob-num">1</td><td class="blob-code">  b</td></tr></table>',
    '<pre>a\n  b</pre>',
  ],
])('%s is one block of code', (_, html, right) => expect(cleaned(html)).toBe(right));
