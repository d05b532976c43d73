import { expect, test } from '@jest/globals';
import { outputsOf } from '../../testing/outputs.tsx';
import { anImageId } from '../../testing/posting.ts';

test('a quote keeps its lines and its speaker', () => {
  const { html, markdown, text } = outputsOf('quote', {
    words: '고쳐야 할 구조가\n세 개 나왔죠.',
    who: '도담, 3년 차',
    imageId: null,
  });

  expect(html).toBe(
    '<figure class="g-quote"><blockquote><p>고쳐야 할 구조가<br/>세 개 나왔죠.</p></blockquote><figcaption>도담, 3년 차</figcaption></figure>',
  );
  expect(markdown).toBe('> 고쳐야 할 구조가\\\n> 세 개 나왔죠.\n>\n> — 도담, 3년 차');
  expect(text).toBe('“고쳐야 할 구조가\n세 개 나왔죠.”\n— 도담, 3년 차');
});

test('what there is of a quote is shown, and nothing empty around it', () => {
  const { html } = outputsOf('quote', { words: '', who: '', imageId: anImageId });
  expect(html).toMatch(/^<figure class="g-quote"><figcaption><picture/);
});
