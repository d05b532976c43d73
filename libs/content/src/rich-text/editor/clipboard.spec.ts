/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { Sampler, sampleImageId } from '../testing/samples.ts';
import { blocks, type BlockName } from '../registry.ts';
import { picturesOf } from './clipboard.ts';
import { stylesAside } from './pasted-styles.ts';
import { editorWith, paragraph, stored } from './testing.ts';

function pasted(html: string) {
  const editor = editorWith();
  editor.view.pasteHTML(html);
  return stored(editor);
}

test.each<[string, string]>([
  ['script and style', '<p>가</p><script>alert(1)</script><style>p{}</style>'],
  ['events and styles', '<p onclick="x" style="color:red" dir="rtl">가</p>'],
  ['frames and forms', '<iframe src="https://a.example"></iframe><p>가</p><form><input value="x"></form>'],
  ['pictures of elsewhere', '<p>가</p><img src="https://a.example/a.png" alt="밖">'],
  ['a picture with an id of its own', `<p>가</p><img imageid="${sampleImageId}" src="x">`],
  [
    'a box with script in its address',
    `<p>가</p><div data-type="button" data-attrs='{"label":"a","url":"javascript:alert(1)"}'></div>`,
  ],
  [
    'a box with an attribute too many',
    `<p>가</p><div data-type="embed" data-attrs='{"provider":"evil","id":"x"}'></div>`,
  ],
  ['a box that is no JSON', '<p>가</p><div data-type="sticker" data-attrs="{"></div>'],
])('%s: the words stay, the rest is gone', (_, html) => {
  const content = pasted(html);
  expect(JSON.stringify(content)).toContain('가');
  expect(JSON.stringify(content)).not.toMatch(/javascript|evil|a\.example|onclick|rtl/);
});

test('a link of script is text, a link of the web stays', () => {
  const content = pasted(
    '<p><a href="javascript:alert(1)" level="9">나쁜</a> <a href="https://Example.com/가" target="_blank">좋은</a></p>',
  );
  expect(content[0]?.content).toEqual([
    { type: 'text', text: '나쁜 ' },
    {
      type: 'text',
      text: '좋은',
      marks: [{ type: 'link', attrs: { href: 'https://example.com/%EA%B0%80' } }],
    },
  ]);
});

test('what Google Docs copies is not all bold', () => {
  const content = pasted(
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">보통</span><span style="font-weight:700">굵게</span></p></b>',
  );
  expect(content[0]?.content).toEqual([
    { type: 'text', text: '보통' },
    { type: 'text', text: '굵게', marks: [{ type: 'bold' }] },
  ]);
});

test('styles are set aside before HTML is read, for the policy refuses them, and words stay as they are', () => {
  const html = `<p class="a"style = "color:red" title="style=b" data-x='> style=c'>a style=d</p><style>p{}</style><b STYLE=x>`;
  expect(stylesAside(html)).toBe(
    `<p class="a"data-style = "color:red" title="style=b" data-x='> style=c'>a style=d</p><link data-sheet="p{}"><b data-style=x>`,
  );
});

test('styles that are begun and never ended cost no more than the letters they are', () => {
  const spent = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const html = `<p>가</p>${'<style '.repeat(40_000)}`;
  const plain = spent(() => html.replace(/<style /gi, '<b '));
  expect(spent(() => stylesAside(html))).toBeLessThan(50 * Math.max(plain, 2));
  expect(stylesAside('가<style>a</STYLE >나<style>b</style>다<style>라')).toBe(
    '가<link data-sheet="a">나<link data-sheet="b">다<style>라',
  );
});

test('headings of any level, tables and lists of a page fit in', () => {
  const content = pasted(
    '<h1>하나</h1><h6>여섯</h6><table><thead><tr><th colspan="0">가</th></tr></thead><tr><td rowspan="999"><ul><li>나</li></ul></td></tr></table><ol start="-3"><li>다</li></ol><details><summary>요약</summary>안</details>',
  );
  expect(content.map(({ type, attrs }) => [type, attrs?.level ?? attrs?.start])).toEqual([
    ['heading', 2],
    ['heading', 4],
    ['table', undefined],
    ['orderedList', 1],
    ['details', undefined],
  ]);
});

test('plain text: blank lines part paragraphs, single breaks stay inside them, controls go', () => {
  const editor = editorWith();
  editor.view.pasteText('첫 줄\r\n둘째 줄\n\n\n다음\u0007\u2028글');
  expect(stored(editor)).toEqual([
    {
      type: 'paragraph',
      content: [{ type: 'text', text: '첫 줄' }, { type: 'hardBreak' }, { type: 'text', text: '둘째 줄' }],
    },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: '다음' }, { type: 'hardBreak' }, { type: 'text', text: '글' }],
    },
  ]);
});

test('paragraphs that only made space are left out', () => {
  expect(pasted('<p>가</p><p><br></p><p>&nbsp;</p><p>나</p>').map((node) => node)).toEqual([
    paragraph('가'),
    paragraph('나'),
  ]);
});

test('pictures that lie in the page are files, others are named, icons and emoji are none', () => {
  const { files, leftOut } = picturesOf(
    '<p>a</p><img src="https://a.example/b%20c.png?d"><img src="e.png" alt="밭"><img src="data:image/png;base64,AAEC" alt="점"><img src="data:image/png;base64,!"><img class="emoji" src="f.png"><img width="16" height="16" src="g.png"><svg></svg><video src="h.mp4"></video><iframe src="https://youtu.be/abcdefghijk"></iframe><div hidden><img src="i.png"></div>',
  );
  expect(files.map(({ name, type, size }) => [name, type, size])).toEqual([['점.png', 'image/png', 3]]);
  expect(leftOut).toEqual(['b%20c.png', '밭', '', 'h.mp4']);
  expect(picturesOf('just text')).toEqual({ files: [], leftOut: [] });
});

test.each(Object.keys(blocks) as BlockName[])('a copied %s pastes as itself', (name) => {
  const sample = new Sampler().documentWith(name).doc.content ?? [];
  const source = editorWith(...sample);
  source.commands.selectAll();
  const { dom } = source.view.serializeForClipboard(source.state.selection.content());
  const target = editorWith();
  target.view.pasteHTML(dom.innerHTML);
  expect(stored(target)).toEqual(stored(source));
});
