/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { RichNode } from '../../../document.ts';
import { HoldTexts, type HeldTexts } from '../../../sections/editor/held-texts.tsx';
import { moveBlock } from '../boxes.ts';
import { RichTextField } from '../rich-text-field.tsx';
import { paragraph, picked, picker } from '../testing.ts';
import { imageAttributes } from '../uploads.ts';

beforeAll(() => {
  // Blocks unmount their views a microtask after the change that removed them, when no act() is around any more.
  const report = console.error;
  jest.spyOn(console, 'error').mockImplementation((...words) => {
    if (!String(words[0]).includes('not wrapped in act')) report(...words);
  });
});
afterEach(() =>
  act(async () => {
    cleanup();
    await new Promise((done) => setTimeout(done, 10));
  }),
);

const card = (siteName: string): RichNode => ({
  type: 'linkCard',
  attrs: { url: 'https://example.com/', title: '', description: '', siteName, imageId: null },
});

/** A text in a form; `told` ends with what the form holds. */
async function opened(content: RichNode[], before: HeldTexts = {}, images = picker) {
  const told: HeldTexts[] = [];
  function Form() {
    const [value, setValue] = useState({ version: 1 as const, doc: { type: 'doc', content } });
    return (
      <HoldTexts before={before} onHeld={(texts) => void told.push(texts)}>
        <RichTextField value={value} onChange={setValue as never} label="본문" images={images} locale="ko" />
      </HoldTexts>
    );
  }
  render(<Form />);
  await act(async () => undefined);
  const text = screen.getByRole('textbox', { name: '본문' });
  const { editor } = text as HTMLElement & { editor: Editor };
  return {
    told,
    text,
    editor,
    go: (pos: number) =>
      act(async () => {
        fireEvent.focus(text);
        editor.commands.setNodeSelection(pos);
      }),
  };
}

const panels = (name: string) => screen.queryAllByRole('region', { name });
const addressIn = (panel: HTMLElement | undefined) =>
  within(panel as HTMLElement).getByLabelText<HTMLInputElement>('주소');
const write = (field: HTMLElement, value: string) =>
  act(async () => void fireEvent.change(field, { target: { value } }));
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('a value that a block does not allow stays in sight when the cursor moves on, until it is mended', async () => {
  const { told, go, editor } = await opened([card('첫째'), card('둘째'), paragraph('글')]);
  await go(0);
  await write(addressIn(panels('링크 카드')[0]), '나쁜 주소');
  await go(1);

  expect(panels('링크 카드').map((panel) => addressIn(panel).value)).toEqual([
    '나쁜 주소',
    'https://example.com/',
  ]);
  expect(addressIn(panels('링크 카드')[0]).getAttribute('aria-invalid')).toBe('true');
  expect(told.at(-1)).toEqual({ '본문/linkCard@0/주소': '나쁜 주소' });

  await write(addressIn(panels('링크 카드')[0]), 'https://example.com/mended');
  expect(told.at(-1)).toEqual({});
  expect(panels('링크 카드')).toHaveLength(1);
  expect(editor.state.doc.child(0).attrs.url).toBe('https://example.com/mended');
});

test('it moves with its block, and goes with it', async () => {
  const { told, go, editor } = await opened([paragraph('글'), card('첫째'), paragraph('끝')]);
  await go(3);
  await write(addressIn(panels('링크 카드')[0]), '나쁜 주소');
  await act(async () => editor.view.dispatch(editor.state.tr.insertText('긴 ', 1)));
  expect(told.at(-1)).toEqual({ '본문/linkCard@5/주소': '나쁜 주소' });
  await act(async () => void moveBlock(editor.state, editor.view.dispatch, -1));
  expect(told.at(-1)).toEqual({ '본문/linkCard@0/주소': '나쁜 주소' });
  expect(addressIn(panels('링크 카드')[0]).value).toBe('나쁜 주소');

  await act(async () => void editor.commands.deleteRange({ from: 0, to: 1 }));
  expect([told.at(-1), panels('링크 카드')]).toEqual([{}, []]);
});

test('a wrong address of a link is kept as well', async () => {
  const link = {
    type: 'text',
    text: '여기',
    marks: [{ type: 'link', attrs: { href: 'https://example.com/' } }],
  };
  const { told, text, editor } = await opened([
    { type: 'paragraph', content: [link] },
    paragraph('끝'),
  ] as RichNode[]);
  await act(async () => {
    text.focus();
    editor.commands.setTextSelection(2);
  });
  await write(addressIn(panels('링크')[0]), '나쁜 주소');
  await act(async () => void editor.commands.setTextSelection(6));
  expect(told.at(-1)).toEqual({ '본문/link@1/주소': '나쁜 주소' });
  await write(addressIn(panels('링크')[0]), 'https://example.com/b');
  expect(JSON.stringify(editor.getJSON())).toContain('https://example.com/b');
  expect(told.at(-1)).toEqual({});
});

test('what is typed to be inserted is held until it is, and said once its form is left', async () => {
  const { told, text, editor } = await opened([paragraph('글')]);
  text.focus();
  await press('링크');
  await write(screen.getByLabelText('글자'), '우리 블로그');
  await write(screen.getByLabelText('주소'), 'blog.example.com');
  expect(told.at(-1)).toEqual({
    '본문/new/link/words': '우리 블로그',
    '본문/new/link/url': 'blog.example.com',
  });
  expect(screen.queryByText(/아직 글에 넣지 않았어요/)).toBeNull();
  await act(async () => {
    fireEvent.blur(screen.getByLabelText('주소'));
    text.focus();
  });
  expect(screen.getByText(/아직 글에 넣지 않았어요/)).toBeTruthy();
  expect(screen.getByLabelText('주소').getAttribute('aria-invalid')).toBe('true');

  await act(async () => void fireEvent.keyDown(screen.getByLabelText('주소'), { key: 'Escape' }));
  expect(screen.getByLabelText<HTMLInputElement>('주소').value).toBe('blog.example.com');

  await press('넣기');
  expect(editor.getText()).toBe('우리 블로그글');
  expect(told.at(-1)).toEqual({});
});

test('what a form held comes back with it: a wrong value at its block, a half-typed insertion in its own form', async () => {
  const before = { '본문/linkCard@3/주소': '나쁜 주소', '본문/new/button/words': '지원하기' };
  const { told } = await opened([paragraph('글'), card('첫째')], before);
  expect(told).toEqual([before]);
  expect(addressIn(panels('링크 카드')[0]).value).toBe('나쁜 주소');
  expect(screen.getByLabelText<HTMLInputElement>('버튼 글자').value).toBe('지원하기');
  expect(addressIn(panels('버튼')[0]).getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(document.body);

  await press('취소');
  expect(told.at(-1)).toEqual({ '본문/linkCard@3/주소': '나쁜 주소' });
});

test('another picture takes the place of its block wherever that is by then, and leaves the caption', async () => {
  let choose: (image: typeof picked) => void = () => undefined;
  const late = { ...picker, pick: () => new Promise<typeof picked>((done) => (choose = done)) };
  const image = { type: 'image', attrs: { ...imageAttributes(picked), caption: '우리 팀', alt: '옛 사진' } };
  const { editor, go } = await opened([paragraph('앞'), image, paragraph('뒤')], {}, late);
  await go(3);
  await press('사진 바꾸기');
  await act(async () => editor.view.dispatch(editor.state.tr.insertText('훨씬 더 ', 1)));
  await act(async () => choose({ ...picked, alt: '새 사진' }));
  expect(editor.state.doc.child(1).attrs).toMatchObject({ caption: '우리 팀', alt: '새 사진' });
});

test('Escape leaves a form in which nothing is typed', async () => {
  const { text } = await opened([paragraph('글')]);
  text.focus();
  await press('링크');
  await act(async () => void fireEvent.keyDown(screen.getByLabelText('주소'), { key: 'Escape' }));
  expect(screen.queryByLabelText('주소')).toBeNull();
});
