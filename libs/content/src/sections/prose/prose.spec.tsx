import { expect, test } from '@jest/globals';
import { outputsOf, words } from '../../testing/outputs.tsx';

test('the lead-in stands apart from the text, in every form', () => {
  const content = { intro: '전부 갖춰야 하는 것은\n아니에요.', body: words('C++ 경험') };

  expect(outputsOf('preferred', content)).toEqual({
    html: '<p class="g-intro">전부 갖춰야 하는 것은<br/>아니에요.</p><p>C++ 경험</p>',
    feed: '<p class="g-intro">전부 갖춰야 하는 것은<br/>아니에요.</p><p>C++ 경험</p>',
    markdown: '전부 갖춰야 하는 것은\\\n아니에요.\n\nC++ 경험',
    text: '전부 갖춰야 하는 것은\n아니에요.\n\nC++ 경험',
  });
});

test('words that look like Markdown stay words', () => {
  const { markdown } = outputsOf('text', {
    intro: '# 1. *별* [링크](x) <b> `코드`\n- 항목\n1. 하나\n+1',
    body: words('.'),
  });

  expect(markdown.split('\n\n')[0]).toBe(
    ['\\# 1. \\*별\\* \\[링크\\](x) \\<b> \\`코드\\`', '\\- 항목', '1\\. 하나', '\\+1'].join('\\\n'),
  );
});
