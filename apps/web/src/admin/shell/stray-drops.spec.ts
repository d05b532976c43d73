/** @jest-environment jsdom */
import { afterAll, expect, test } from '@jest/globals';
import { refuseStrayDrops } from './stray-drops.ts';

afterAll(refuseStrayDrops());

document.body.innerHTML =
  '<main><p>글</p><input id="words"><input id="file" type="file"><div contenteditable="true"><p id="text">가</p></div></main>';

function prevented(at: string, kind: string, type: 'dragover' | 'drop') {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const dataTransfer = { types: [kind], dropEffect: 'copy' };
  document.querySelector(at)?.dispatchEvent(Object.assign(event, { dataTransfer }));
  expect(dataTransfer.dropEffect).toBe(event.defaultPrevented ? 'none' : 'copy');
  return event.defaultPrevented;
}

test.each([
  ['main', 'Files', true],
  ['p', 'Files', true],
  ['#words', 'Files', true],
  ['#file', 'Files', false],
  ['#text', 'Files', true],
  ['p', 'text/uri-list', true],
  ['#words', 'text/uri-list', false],
  ['#text', 'text/uri-list', false],
  ['p', 'text/plain', false],
])('on %s, %s: refused is %s', (at, kind, refused) => {
  expect(prevented(at, kind, 'dragover')).toBe(refused);
  expect(prevented(at, kind, 'drop')).toBe(refused);
});

test('what another place takes is left to it', () => {
  document.querySelector('main')?.addEventListener('drop', (event) => event.preventDefault(), { once: true });
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { types: ['Files'], dropEffect: 'copy' },
  });
  document.querySelector('p')?.dispatchEvent(event);
  expect(event.dataTransfer.dropEffect).toBe('copy');
});
