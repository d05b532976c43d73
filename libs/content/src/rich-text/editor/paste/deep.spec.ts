/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { cleanPasted } from './clean.ts';

test('below any depth, only what was seen becomes words', () => {
  const { body } = new DOMParser().parseFromString('<p>위</p>', 'text/html');
  let inner: HTMLElement = body;
  for (let depth = 0; depth < 120; depth++)
    inner = inner.appendChild(body.ownerDocument.createElement('div'));
  inner.innerHTML =
    '가<!-- 숨 --><script>숨</script><style>숨</style><span data-style="display:none">숨</span><b>나</b>';
  cleanPasted(body);
  expect(body.textContent.replace(/\s/g, '')).toBe('위가나');
});
