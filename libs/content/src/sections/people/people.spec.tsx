import { expect, test } from '@jest/globals';
import { outputsOf } from '../../testing/outputs.tsx';
import { anImageId } from '../../testing/posting.ts';

test('a portrait stands beside a name and says nothing itself', () => {
  const people = [
    { name: '나루', role: 'CTO', words: '글을 더\n많이 써요.', imageId: anImageId },
    { name: '이서', role: '', words: '', imageId: null },
  ];

  const { html, markdown, text } = outputsOf('people', { intro: '', people });

  expect(html.match(/<img/g)).toHaveLength(1);
  expect(html).toContain('alt=""');
  expect(html).toContain('<strong>나루</strong> <small>CTO</small>');
  expect(markdown).toBe('나루, CTO\n\n> 글을 더\\\n> 많이 써요.\n\n이서');
  expect(text).toBe('나루, CTO\n글을 더\n많이 써요.\n\n이서');
});
