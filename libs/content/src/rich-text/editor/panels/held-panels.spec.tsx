/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import type { RichNode } from '../../../document.ts';
import { moveBlock } from '../boxes.ts';
import { paragraph, picked, picker } from '../testing.ts';
import { imageAttributes } from '../uploads.ts';
import { addressIn, bearLateViews, card, leave, opened, panels, press, write } from './testing.tsx';

beforeAll(bearLateViews);
afterEach(leave);

test('a value that a block does not allow stays in sight when the cursor moves on, until it is mended', async () => {
  const { held, go, editor } = await opened([card('첫째'), card('둘째'), paragraph('글')]);
  await go(0);
  await write(addressIn(panels('링크 카드')[0]), '나쁜 주소');
  await go(1);

  expect(panels('링크 카드').map((panel) => addressIn(panel).value)).toEqual([
    '나쁜 주소',
    'https://example.com/',
  ]);
  expect(addressIn(panels('링크 카드')[0]).getAttribute('aria-invalid')).toBe('true');
  expect(held()).toEqual({ 'text/linkCard@0/url': '나쁜 주소' });

  await write(addressIn(panels('링크 카드')[0]), 'https://example.com/mended');
  expect(held()).toEqual({});
  expect(panels('링크 카드')).toHaveLength(1);
  expect(editor.state.doc.child(0).attrs.url).toBe('https://example.com/mended');
});

test('it moves with its block, and goes with it', async () => {
  const { held, go, editor } = await opened([paragraph('글'), card('첫째'), paragraph('끝')]);
  await go(3);
  await write(addressIn(panels('링크 카드')[0]), '나쁜 주소');
  await act(async () => editor.view.dispatch(editor.state.tr.insertText('긴 ', 1)));
  expect(held()).toEqual({ 'text/linkCard@5/url': '나쁜 주소' });
  await act(async () => void moveBlock(editor.state, editor.view.dispatch, -1));
  expect(held()).toEqual({ 'text/linkCard@0/url': '나쁜 주소' });
  expect(addressIn(panels('링크 카드')[0]).value).toBe('나쁜 주소');

  await act(async () => void editor.commands.deleteRange({ from: 0, to: 1 }));
  expect([held(), panels('링크 카드')]).toEqual([{}, []]);
});

test('a wrong address of a link is kept as well', async () => {
  const link = {
    type: 'text',
    text: '여기',
    marks: [{ type: 'link', attrs: { href: 'https://example.com/' } }],
  };
  const { held, text, editor } = await opened([
    { type: 'paragraph', content: [link] },
    paragraph('끝'),
  ] as RichNode[]);
  await act(async () => {
    text.focus();
    editor.commands.setTextSelection(2);
  });
  await write(addressIn(panels('링크')[0]), '나쁜 주소');
  await act(async () => void editor.commands.setTextSelection(6));
  expect(held()).toEqual({ 'text/link@1/href': '나쁜 주소' });
  await write(addressIn(panels('링크')[0]), 'https://example.com/b');
  expect(JSON.stringify(editor.getJSON())).toContain('https://example.com/b');
  expect(held()).toEqual({});
});

test('it stays with a link whose first letters are deleted, and goes with the whole', async () => {
  const link = (text: string, href: string) => ({
    type: 'text',
    text,
    marks: [{ type: 'link', attrs: { href } }],
  });
  const links = [link('여기를', 'https://example.com/'), link('저기를', 'https://example.com/b')];
  const { held, text, editor } = await opened([{ type: 'paragraph', content: links }] as RichNode[]);
  await act(async () => {
    text.focus();
    editor.commands.setTextSelection(2);
  });
  await write(addressIn(panels('링크')[0]), '나쁜 주소');
  await act(async () => void editor.commands.deleteRange({ from: 1, to: 3 }));
  expect(held()).toEqual({ 'text/link@1/href': '나쁜 주소' });
  expect(addressIn(panels('링크')[0]).value).toBe('나쁜 주소');
  await act(async () => void editor.commands.deleteRange({ from: 1, to: 2 }));
  expect(held()).toEqual({});
});

/** The name under which the address of a card was held. */
const addressOf = (pos: number, siteName: string) =>
  `text/linkCard@${pos}/url/${JSON.stringify(card(siteName).attrs)}`;

test('what a form held comes back with it: a wrong value at its block, a half-typed insertion in its own form', async () => {
  const before = { [addressOf(3, '첫째')]: '나쁜 주소', 'text/new/button/words': '지원하기' };
  const { told, held } = await opened([paragraph('글'), card('첫째')], { before });
  expect(told).toEqual([before]);
  expect(addressIn(panels('링크 카드')[0]).value).toBe('나쁜 주소');
  expect(screen.getByLabelText<HTMLInputElement>('버튼 글자').value).toBe('지원하기');
  expect(addressIn(panels('버튼')[0]).getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(document.body);

  await press('취소');
  expect(held()).toEqual({ 'text/linkCard@3/url': '나쁜 주소' });
});

test('it comes back in another language, and to where its own block is by now', async () => {
  const before = { [addressOf(3, '첫째')]: '나쁜 주소', [addressOf(4, '첫째')]: '둘째 주소' };
  const content = [card('남의 것'), paragraph('길어진 글'), card('첫째'), card('첫째')];
  const { held } = await opened(content, { before, locale: 'en' });
  expect(held()).toEqual({ 'text/linkCard@8/url': '나쁜 주소', 'text/linkCard@9/url': '둘째 주소' });
  const shown = panels('Link card').map(
    (one) => within(one).getByLabelText<HTMLInputElement>('Address').value,
  );
  expect(shown).toEqual(['나쁜 주소', '둘째 주소']);
});

test('what was typed for a block that is not there any more is shown by itself, until it is given up', async () => {
  const before = { [addressOf(0, '첫째')]: '나쁜 주소' };
  const { told, held, editor } = await opened([card('남의 것')], { before });
  expect(told).toEqual([before]);
  const [lost, ...others] = panels('링크 카드');
  expect([addressIn(lost).value, addressIn(lost).readOnly, others]).toEqual(['나쁜 주소', true, []]);
  expect(within(lost as HTMLElement).getByText(/적은 곳이 이제 없어요/)).toBeTruthy();

  await press('버리기');
  expect([held(), panels('링크 카드')]).toEqual([{}, []]);
  expect(editor.state.doc.childCount).toBe(1);
});

test('a text that comes from elsewhere meanwhile does not take what was typed for the one before', async () => {
  const { held, go, exchange } = await opened([card('첫째'), paragraph('글')]);
  await go(0);
  await write(addressIn(panels('링크 카드')[0]), '나쁜 주소');
  await exchange([card('남의 것'), paragraph('글')]);
  expect(panels('링크 카드').map((one) => addressIn(one).value)).toEqual([
    'https://example.com/',
    '나쁜 주소',
  ]);
  expect(held()).toEqual({ 'text/linkCard@0/url': '나쁜 주소' });

  await exchange([paragraph('새 글'), card('첫째'), paragraph('글')]);
  expect(panels('링크 카드').map((one) => addressIn(one).value)).toContain('나쁜 주소');
  expect(held()).toEqual({ 'text/linkCard@5/url': '나쁜 주소' });
  expect(screen.queryByText(/적은 곳이 이제 없어요/)).toBeNull();
});

test('blocks that are alike and go together lose neither text', async () => {
  const { held, go, exchange, editor } = await opened([card('첫째'), card('첫째'), paragraph('글')]);
  for (const pos of [0, 1]) {
    await go(pos);
    await write(addressIn(panels('링크 카드').at(-1)), `주소 ${pos}`);
  }
  await exchange([paragraph('글')]);
  await act(async () => editor.view.dispatch(editor.state.tr.insertText('긴 ', 1)));
  expect(held()).toEqual({ 'text/linkCard@0/url': '주소 0', 'text/linkCard@1/url': '주소 1' });
});

test('while the form is disabled its panels stay, cannot be used, and hold what they hold by then', async () => {
  const { told, held, go, disable, text } = await opened([card('첫째'), paragraph('글')]);
  await go(0);
  await write(addressIn(panels('링크 카드')[0]), '나쁜 주소');
  text.focus();
  await press('링크');
  await write(screen.getByLabelText('글자'), '우리 블로그');
  await press('취소');
  const times = told.length;

  await disable(true);
  expect([told.length, held()]).toEqual([times, { 'text/linkCard@0/url': '나쁜 주소' }]);
  expect(addressIn(panels('링크 카드')[0]).matches(':disabled')).toBe(true);
  await disable(false);
  expect([told.length, addressIn(panels('링크 카드')[0]).value]).toEqual([times, '나쁜 주소']);
});

test('another picture takes the place of its block wherever that is by then, and leaves the caption', async () => {
  let choose: (image: typeof picked) => void = () => undefined;
  const late = { ...picker, pick: () => new Promise<typeof picked>((done) => (choose = done)) };
  const image = { type: 'image', attrs: { ...imageAttributes(picked), caption: '우리 팀', alt: '옛 사진' } };
  const { editor, go } = await opened([paragraph('앞'), image, paragraph('뒤')], { images: late });
  await go(3);
  await press('사진 바꾸기');
  await act(async () => editor.view.dispatch(editor.state.tr.insertText('훨씬 더 ', 1)));
  await act(async () => choose({ ...picked, alt: '새 사진' }));
  expect(editor.state.doc.child(1).attrs).toMatchObject({ caption: '우리 팀', alt: '새 사진' });
});
