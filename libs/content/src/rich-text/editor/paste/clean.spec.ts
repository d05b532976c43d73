/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { stylesAside } from '../pasted-styles.ts';
import { cleanPasted } from './clean.ts';

/** The page as it is left: attributes that only the passes use are not looked at. */
function cleaned(html: string): string {
  const { body } = new DOMParser().parseFromString(stylesAside(html), 'text/html');
  body.prepend(...Array.from(body.ownerDocument.head.childNodes));
  cleanPasted(body);
  for (const element of body.querySelectorAll('*'))
    for (const { name } of Array.from(element.attributes))
      if (
        /^(?:data-(?:style|number|kind|loose|made)|id|title|rel|lang)$/.test(name) ||
        (name === 'class' && element.localName !== 'pre')
      )
        element.removeAttribute(name);
  return body.innerHTML.replace(/\u00a0/g, '~');
}

const table = (cases: Record<string, [string, string]>) =>
  Object.entries(cases).map(([name, [html, right]]) => [name, html, right] as const);

const word = (list: string, marker: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:38pt;mso-list:${list} lfo1'><![if !supportLists]><span style='font-family:Wingdings'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

test.each(
  table({
    'bullets, each a letter of a symbol font, with one below another': [
      word('l0 level1', 'l', '가게를 연다') +
        word('l0 level2', 'n', '불을 켠다') +
        word('l0 level1', 'l', '닫는다'),
      '<ul><li><p>가게를 연다</p><ul><li><p>불을 켠다</p></li></ul></li><li><p>닫는다</p></li></ul>',
    ],
    'numbers that begin later, and a second list': [
      word('l1 level1', '4.', '넷') + word('l1 level1', '5.', '다섯') + word('l2 level1', '가.', '처음'),
      '<ol start="4"><li><p>넷</p></li><li><p>다섯</p></li></ol><ol><li><p>처음</p></li></ol>',
    ],
    'a level that is left out, and a paragraph between': [
      word('l1 level1', '1)', '위') +
        word('l1 level3', 'i.', '속') +
        '<p>사이</p>' +
        word('l1 level1', '2)', '아래'),
      '<ol><li><p>위</p><ol><li><p>속</p></li></ol></li></ol><p>사이</p><ol start="2"><li><p>아래</p></li></ol>',
    ],
    'a numbered heading keeps its number': [
      word('l3 level1', '2.', '자격')
        .replace('<p ', '<h3 ')
        .replace(/<\/p>$/, '</h3>'),
      '<h3>2. 자격</h3>',
    ],
    'a marker that counts its own way': [
      word('l3 level1', '2-1', '조항'),
      '<ul><li><p>2-1 조항</p></li></ul>',
    ],
    'the web version, a list for each item': [
      ['1', '2', '1']
        .map(
          (level, at) =>
            `<div class="ListContainerWrapper"><ol start="${at === 2 ? 2 : 1}"><li data-aria-level="${level}"><p>${'가나다'[at]}</p></li></ol></div>`,
        )
        .join(''),
      '<ol><li><p>가</p><ol><li><p>나</p></li></ol></li><li><p>다</p></li></ol>',
    ],
  }),
)('lists of Word: %s', (_, html, right) => expect(cleaned(html)).toBe(right));

test.each(
  table({
    'a list beside its item': [
      '<ul><li>봄</li><ul><li>꽃</li></ul><li>가을</li></ul>',
      '<ul><li><p>봄</p><ul><li><p>꽃</p></li></ul></li><li><p>가을</p></li></ul>',
    ],
    'a list before any item': [
      '<ol><ol><li>먼저</li></ol><li>다음</li></ol>',
      '<ol><li><p>먼저</p></li></ol><ol><li><p>다음</p></li></ol>',
    ],
    'an item that only holds a list': [
      '<ol><li>하나</li><li style="list-style:none"><ol><li>속</li></ol></li><li>셋</li></ol>',
      '<ol><li><p>하나</p><ol><li><p>속</p></li></ol></li></ol><ol start="3"><li><p>셋</p></li></ol>',
    ],
    'empty items': ['<ul><li>있음</li><li> <br></li><li></li></ul>', '<ul><li><p>있음</p></li></ul>'],
    'values of their own': [
      '<ol start="3"><li>가</li><li value="9">나</li></ol>',
      '<ol start="3"><li><p>가</p></li></ol><ol start="9"><li><p>나</p></li></ol>',
    ],
    'a table in an item parts the list': [
      '<ol><li>앞<table><tr><td>칸</td></tr></table>뒤</li><li>둘</li></ol>',
      '<ol><li><p>앞</p></li></ol><table><tbody><tr><td><p>칸</p></td></tr></tbody></table><p>뒤</p><ol start="2"><li><p>둘</p></li></ol>',
    ],
    'a heading, code and a quotation in items': [
      '<ul><li><h4>머리</h4>말</li><li><pre>x  = 1</pre></li><li><blockquote>말씀</blockquote></li></ul>',
      '<ul><li><p><strong>머리</strong></p><p>말</p></li><li><p></p><pre>x  = 1</pre></li><li><p>말씀</p></li></ul>',
    ],
    'items without a list': ['<li>가</li><li>나</li>', '<ul><li><p>가</p></li><li><p>나</p></li></ul>'],
    'a table in a quotation': [
      '<blockquote>앞<table><tr><td>칸</td></tr></table>뒤</blockquote>',
      '<blockquote><p>앞</p></blockquote><table><tbody><tr><td><p>칸</p></td></tr></tbody></table><blockquote><p>뒤</p></blockquote>',
    ],
  }),
)('lists: %s', (_, html, right) => expect(cleaned(html)).toBe(right));

test.each(
  table({
    'running text between blocks': [
      '<p>가</p><b>나</b> <i>다</i>',
      '<p>가</p><p><strong>나</strong> <em>다</em></p>',
    ],
    'a space in an element of its own': [
      '<p>가</p><span>나</span><span> </span><span>다</span>',
      '<p>가</p><p>나 다</p>',
    ],
    'elements shown as blocks': [
      '<span style="display:block">가</span><span style="display:block">나</span>',
      '<p>가</p><p>나</p>',
    ],
    'a row': ['<div style="display:flex"><span>왼쪽</span><span>오른쪽</span></div>', '<p>왼쪽 오른쪽</p>'],
    'two breaks part paragraphs, one does not': [
      '<div>가<br>나<br><br>다<br></div>',
      '<p>가<br>나</p><p>다</p>',
    ],
    'breaks of the source that are shown': [
      '<div style="white-space:pre-wrap">가\n나\n\n다</div>',
      '<p>가<br>나</p><p>다</p>',
    ],
    'breaks of the source that are not': ['<div>가\n나</div>', '<p>가\n나</p>'],
    'boxes in boxes': ['<section><div><div>가</div>나</div></section>', '<p>가</p><p>나</p>'],
    'a link around blocks': [
      '<a href="https://example.com/"><h3>머리</h3><div>말</div></a>',
      '<a href="https://example.com/"><h3>머리</h3><p>말</p></a>',
    ],
    'a few words of a line': ['<span>낱말 <b>둘</b></span>', '낱말 <strong>둘</strong>'],
    'a heading of two lines': ['<h2><div>가</div><div>나</div></h2>', '<h2> 가  나 </h2>'],
    'a table that lays out a page': [
      '<table><tr><td><p>왼쪽</p><table><tr><td>속</td></tr></table></td><td>오른쪽</td></tr></table>',
      '<p>왼쪽</p><table><tbody><tr><td><p>속</p></td></tr></tbody></table><p>오른쪽</p>',
    ],
    'the caption of a table': [
      '<table><caption>표 이름</caption><tr><td>칸</td></tr></table>',
      '<p>표 이름</p><table><tbody><tr><td><p>칸</p></td></tr></tbody></table>',
    ],
  }),
)('spaces and breaks: %s', (_, html, right) => expect(cleaned(html)).toBe(right));

test.each(
  table({
    'powers and formulas': [
      '<p>10<sup>-9</sup>m, CO<sub>2</sub>, x<sup>n+1</sup></p>',
      '<p>10⁻⁹m, CO₂, xⁿ⁺¹</p>',
    ],
    'by style': ['<p>m<span style="vertical-align:super">3</span></p>', '<p>m³</p>'],
    'words that have no such characters': ['<p>매출<sup>주석</sup></p>', '<p>매출(주석)</p>'],
    'signs and endings': [
      '<p>이름<sup>®</sup> 1<sup>st</sup> 글<sup>[2]</sup></p>',
      '<p>이름® 1st 글[2]</p>',
    ],
  }),
)('superscript and subscript: %s', (_, html, right) => expect(cleaned(html)).toBe(right));

const tasks = (...items: [done: boolean, words: string][]) =>
  `<ul data-type="taskList">${items.map(([done, words]) => `<li data-type="taskItem" data-checked="${done}"><div><p>${words}</p></div></li>`).join('')}</ul>`;

test.each(
  table({
    'boxes in items': [
      '<ul><li><input type="checkbox" checked> 했다</li><li><label><input type=checkbox> 한다</label></li></ul>',
      tasks([true, ' 했다'], [false, ' 한다']),
    ],
    'roles, as Google Docs copies them': [
      '<ul><li role="checkbox" aria-checked="true"><img src="data:image/png;base64,AA=="><p>했다</p></li></ul>',
      tasks([true, '했다']),
    ],
    signs: ['<ul><li>☑ 했다</li><li>☐ 한다</li></ul>', tasks([true, '했다'], [false, '한다'])],
    'boxes in paragraphs': [
      '<p><input type=checkbox>한다</p><p><input type=checkbox checked>했다</p>',
      tasks([false, '한다'], [true, '했다']),
    ],
    'tasks among items': [
      '<ul><li>말</li><li><input type=checkbox>할 일</li></ul>',
      `<ul><li><p>말</p></li></ul>${tasks([false, '할 일'])}`,
    ],
  }),
)('check lists: %s', (_, html, right) => expect(cleaned(html)).toBe(right));

test.each(
  table({
    'an editor’s window': [
      `<div style="font-family: Consolas, 'Courier New', monospace;white-space: pre;"><div><span>if (a) {</span></div><br><div><span>    b</span><span> * c;</span></div><div>}</div></div>`,
      '<pre>if (a) {\n\n    b * c;\n}</pre>',
    ],
    'a word of an editor’s window': [
      `<div style="font-family: Menlo, monospace;white-space: pre;"><div><span>makeOrder</span></div></div>`,
      '<p><code>makeOrder</code></p>',
    ],
    'lines as elements, with their numbers and a button': [
      '<div class="highlight"><pre class="lang-rs"><button>복사</button><code><span class="line-number">1</span>let a;<br><br><span class="line-number">3</span>  let b;</code></pre></div>',
      '<pre class="language-rust">let a;\n\n  let b;</pre>',
    ],
    'a table with a column of numbers': [
      '<table><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">a:</td></tr><tr><td class="blob-num"></td><td class="blob-code">  - b</td></tr></table>',
      '<pre>a:\n  - b</pre>',
    ],
    'a language that nobody knows, and none': [
      '<pre data-lang="brainfuck">+</pre><pre class="language-text">글</pre><pre lang="ko">말</pre>',
      '<pre class="language-brainfuck">+</pre><pre>글</pre><pre>말</pre>',
    ],
  }),
)('code: %s', (_, html, right) => expect(cleaned(html)).toBe(right));

test.each(
  table({
    'what is not shown': [
      '<p>가<span style="display:none">숨</span><span hidden>숨</span><span class="sr-only">숨</span><span style="mso-hide:all">숨</span><span style="opacity:0">숨</span></p>',
      '<p>가</p>',
    ],
    'a formula that is there twice': [
      '<p><span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span aria-hidden="true">x</span></span></p>',
      '<p>x</p>',
    ],
    'links that lead nowhere from here': [
      '<p><a href="/a">가</a><a href="#b">나</a><a href="file:///c">다</a><a name="d">라</a><a href="mailto:a@example.com">마</a></p>',
      '<p>가나다라<a href="mailto:a@example.com">마</a></p>',
    ],
    'blocks of signs without width': [
      '<p>가</p><p>\u200b</p><h2>\ufeff</h2><p>나\u200b다</p>',
      '<p>가</p><p>나다</p>',
    ],
    'readings and quotations': [
      '<p><ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp></ruby> <q>말</q></p>',
      '<p>漢(한) “말”</p>',
    ],
  }),
)('hidden and junk: %s', (_, html, right) => expect(cleaned(html)).toBe(right));

test.each(
  table({
    'by a sheet, for a class, an element and both': [
      '<style>/* x */ .a{font-weight:700} i{font-style:normal} @media print{.b{font-weight:700}} span.c{text-decoration:line-through}</style><p><span class=a>가</span><i>나</i><span class=b>다</span><span class=c>라</span></p>',
      '<p><strong>가</strong>나다<s>라</s></p>',
    ],
    'taken back inside': [
      '<div style="font-weight:bold"><p>가<span style="font-weight:400">나</span></p></div>',
      '<p><strong>가</strong>나</p>',
    ],
    'an element that is not what it says': ['<b style="font-weight:normal"><p>가</p></b>', '<p>가</p>'],
    'a heading that is all bold': [
      '<h2><b>머리</b></h2><h2>반만 <b>굵게</b></h2>',
      '<h2>머리</h2><h2>반만 <strong>굵게</strong></h2>',
    ],
    'a paragraph all in letters of one width is no code': [
      '<p><span style="font-family:Courier New">모두</span></p><p>반만 <span style="font-family:Courier New">x</span></p>',
      '<p>모두</p><p>반만 <code>x</code></p>',
    ],
    'a marker and a label': [
      '<p><span style="background:#fff2a8">칠</span> <span style="background:#fff2a8;border-radius:4px">표</span> <span style="background-color:rgb(255, 255, 255)">흰</span></p>',
      '<p><mark>칠</mark> 표 흰</p>',
    ],
  }),
)('looks: %s', (_, html, right) => expect(cleaned(html)).toBe(right));

test.each(
  table({
    'emoji by class, by code and by name': [
      '<p><img class="emoji" alt="🚀" src="x.png"><img data-stringify-emoji=":rocket:" alt=":rocket:" src="https://a.example/1f680.png"><img data-emoji="party" src="p.gif"></p>',
      '<p>🚀🚀party</p>',
    ],
    icons: ['<p><img width=16 height=16 src=i.png alt="아이콘">가<svg><path/></svg></p>', '<p>가</p>'],
    'a linked picture': [
      '<a href="https://example.com/"><img src="a/b.png"></a>',
      '<a href="https://example.com/">b.png</a>',
    ],
    'a video': [
      '<p>가</p><iframe src="//www.youtube.com/embed/abcdefghijk" title="소개"></iframe>',
      '<p>가</p><div data-type="embed" data-attrs="{&quot;provider&quot;:&quot;youtube&quot;,&quot;id&quot;:&quot;abcdefghijk&quot;,&quot;title&quot;:&quot;소개&quot;}"></div>',
    ],
  }),
)('pictures: %s', (_, html, right) => expect(cleaned(html)).toBe(right));
