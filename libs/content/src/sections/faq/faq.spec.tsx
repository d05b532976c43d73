import { expect, test } from '@jest/globals';
import { outputsOf, words } from '../../testing/outputs.tsx';

const content = { intro: '', items: [{ question: '재택은?', answer: words('일주일에 사흘이요.') }] };

test('answers fold on the page and stand open where nothing can be folded', () => {
  const { html, feed, markdown, text } = outputsOf('faq', content);

  expect(html).toBe('<details class="g-faq"><summary>재택은?</summary><p>일주일에 사흘이요.</p></details>');
  expect(feed).toBe('<div><h3>재택은?</h3><p>일주일에 사흘이요.</p></div>');
  expect(markdown).toBe('### 재택은?\n\n일주일에 사흘이요.');
  expect(text).toBe('재택은?\n일주일에 사흘이요.');
});

test('headings in two answers never share a fragment', () => {
  const heading = {
    version: 1 as const,
    doc: {
      type: 'doc',
      content: [{ type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: '요약' }] }],
    },
  };
  const item = { question: '?', answer: heading };
  const { html } = outputsOf('faq', { intro: '', items: [item, item] });

  const ids = [...html.matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(2);
});

test('an answer without a question stands open, under no heading', () => {
  const items = [{ question: ' ', answer: words('일주일에 사흘이요.') }];
  const { html, feed } = outputsOf('faq', { intro: '', items });
  expect([html, feed]).toEqual(Array(2).fill('<div><p>일주일에 사흘이요.</p></div>'));
});
