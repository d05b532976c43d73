/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { RichNode, RichText } from '../../document.ts';
import { parseRichText } from '../parse.ts';
import { RichTextField } from './rich-text-field.tsx';
import { paragraph, picked, picker } from './testing.ts';

beforeAll(() => {
  // Blocks unmount their views a microtask after the change that removed them, when no act() is around any more.
  const report = console.error;
  jest.spyOn(console, 'error').mockImplementation((...words) => {
    if (!String(words[0]).includes('not wrapped in act')) report(...words);
  });
  // Base UI's menus look at the layout, which jsdom does not have.
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
/** Tiptap destroys an editor a moment after its field is gone. */
const leave = () =>
  act(async () => {
    cleanup();
    await new Promise((done) => setTimeout(done, 10));
  });
afterEach(leave);

const rich = (...content: RichNode[]): RichText => ({ version: 1, doc: { type: 'doc', content } });

function field(start: RichText, images = picker) {
  let latest = start;
  let replace: (value: RichText) => void = () => undefined;
  const changes = jest.fn<(value: RichText) => void>();
  function Host() {
    const [value, setValue] = useState(start);
    replace = setValue;
    const take = (next: RichText) => {
      latest = next;
      changes(next);
      setValue(next);
    };
    return <RichTextField value={value} onChange={take} label="본문" images={images} locale="ko" />;
  }
  render(<Host />);
  const text = screen.getByRole('textbox', { name: '본문' });
  const { editor } = text as HTMLElement & { editor: Editor };
  act(() => void editor.view.dom.focus());
  fireEvent.focus(text);
  return {
    editor,
    text,
    changes,
    replace: (value: RichText) => act(() => replace(value)),
    /** What the server would store. */
    stored() {
      const parsed = parseRichText(latest);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      return parsed.value.doc.content ?? [];
    },
  };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const insert = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name: '블록 넣기' }));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
  await act(async () => undefined);
};

test('marks are switched by buttons that say whether they are on', () => {
  const { editor, stored } = field(rich(paragraph('굵게 쓸 말')));
  act(() => void editor.commands.selectAll());
  for (const [name, mark] of [
    ['굵게', 'bold'],
    ['기울임', 'italic'],
    ['취소선', 'strike'],
    ['형광펜', 'highlight'],
    ['코드 글자', 'code'],
  ] as const) {
    expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('false');
    press(name);
    expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true');
    expect(JSON.stringify(stored())).toContain(`"${mark}"`);
    press(name);
    expect(JSON.stringify(stored())).not.toContain(`"${mark}"`);
  }
});

test.each([
  ['글머리 목록', 'bulletList'],
  ['번호 목록', 'orderedList'],
  ['체크 목록', 'taskList'],
  ['인용', 'blockquote'],
  ['코드 블록', 'codeBlock'],
])('%s is a button', (name, type) => {
  const { stored } = field(rich(paragraph('말')));
  press(name);
  expect(stored()[0]?.type).toBe(type);
});

test.each([
  ['사진', 'image'],
  ['사진 묶음', 'gallery'],
  ['스티커', 'sticker'],
  ['콜아웃', 'callout'],
  ['접는 글', 'details'],
  ['표', 'table'],
  ['두 단', 'columns'],
  ['세 단', 'columns'],
  ['구분선', 'horizontalRule'],
])('%s comes from the menu and is taken by the server', async (name, type) => {
  const { stored } = field(rich(paragraph('')));
  await insert(name);
  expect(stored().map((node) => node.type)).toContain(type);
});

test('a button, a card and an embed are made from an address, and only from a good one', async () => {
  const { stored } = field(rich(paragraph('')));
  await insert('버튼');
  type('버튼 글자', '지원하기');
  type('주소', 'javascript:alert(1)');
  press('넣기');
  expect(screen.getByText('https://example.com이나 mailto:jobs@example.com처럼 적어 주세요')).toBeTruthy();
  type('주소', 'jobs.example.com/1');
  press('넣기');
  expect(stored()[0]).toEqual({
    type: 'button',
    attrs: { label: '지원하기', url: 'https://jobs.example.com/1' },
  });

  await insert('동영상·게시물');
  type('YouTube, Instagram, X 주소', 'https://youtu.be/abcdefghijk?t=1');
  press('넣기');
  expect(JSON.stringify(stored())).toContain('"abcdefghijk"');

  await insert('링크 카드');
  type('주소', 'https://blog.example.com/post');
  press('넣기');
  type('제목', '우리 팀의 글');
  expect(stored()).toContainEqual(
    expect.objectContaining({
      type: 'linkCard',
      attrs: expect.objectContaining({ title: '우리 팀의 글', siteName: 'blog.example.com' }),
    }),
  );
});

test('the words of a picture are edited in labelled fields', async () => {
  const { stored } = field(rich(paragraph('')));
  await insert('사진');
  const panel = within(screen.getByRole('region', { name: '사진' }));
  expect((panel.getByLabelText('사진 설명') as HTMLInputElement).value).toBe(picked.alt);
  type('사진 아래 글', '우리 팀');
  type('출처 주소', 'nonsense');
  expect(panel.getByText('https://로 시작하는 주소를 넣어 주세요')).toBeTruthy();
  expect(stored()[0]?.attrs).toMatchObject({ caption: '우리 팀', creditUrl: picked.creditUrl });
  fireEvent.change(panel.getByLabelText('이용 조건'), { target: { value: 'cc-by' } });
  fireEvent.click(panel.getByLabelText('꾸밈 사진이라 설명이 필요 없어요'));
  expect(stored()[0]?.attrs).toMatchObject({ licence: 'cc-by', decorative: true, alt: '' });
  expect((panel.getByLabelText('사진 설명') as HTMLInputElement).disabled).toBe(true);
});

test('a callout has its emoji and colour, a table its rows and columns', async () => {
  const { stored } = field(rich(paragraph('말')));
  await insert('콜아웃');
  type('이모지', '🌱');
  type('이모지', 'word');
  fireEvent.change(screen.getByLabelText('색'), { target: { value: 'green' } });
  expect(stored()[0]?.attrs).toEqual({ emoji: '🌱', tone: 'green' });

  await insert('표');
  press('아래에 행 추가');
  press('오른쪽에 열 추가');
  press('제목 행');
  const table = stored().find(({ type }) => type === 'table');
  expect(table?.content?.map(({ content }) => content?.length)).toEqual([4, 4, 4, 4]);
  expect(JSON.stringify(table)).not.toContain('tableHeader');
});

test('a link is set on the selection, changed and taken off', () => {
  const { editor, stored } = field(rich(paragraph('여기를 보세요')));
  act(() => void editor.commands.setTextSelection({ from: 1, to: 3 }));
  press('링크');
  type('주소', 'https://example.com');
  press('넣기');
  expect(stored()[0]?.content?.[0]).toEqual({
    type: 'text',
    text: '여기',
    marks: [{ type: 'link', attrs: { href: 'https://example.com/' } }],
  });
  act(() => void editor.commands.setTextSelection(2));
  type('주소', 'https://example.com/b');
  expect(JSON.stringify(stored())).toContain('https://example.com/b');
  press('링크 없애기');
  expect(stored()).toEqual([paragraph('여기를 보세요')]);
});

test('the toolbar is one stop for Tab, arrow keys walk it, Alt+F10 reaches it and Escape leaves it', () => {
  const { text } = field(rich(paragraph('말')));
  const toolbar = screen.getByRole('toolbar');
  expect(toolbar.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  fireEvent.keyDown(text, { key: 'F10', altKey: true });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('되돌리기');
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowLeft' });
  expect(document.activeElement?.textContent).toBe('블록 넣기');
  fireEvent.keyDown(document.activeElement as Element, { key: 'Home' });
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('다시 하기');
  fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
  expect(document.activeElement).toBe(text);
});

test('its own text coming back is not written; another text is, but not into a composition', () => {
  const { editor, replace, changes } = field(rich(paragraph('가')));
  const written = jest.spyOn(editor.commands, 'setContent');
  act(() => void editor.commands.insertContent('나'));
  const own = changes.mock.calls[0]?.[0] as RichText;
  act(() => void editor.commands.insertContent('다'));
  replace(own);
  expect(editor.getText()).toContain('다');
  written.mockRestore();

  replace(rich(paragraph('남의 글')));
  expect(editor.getText()).toBe('남의 글');
  expect(changes).toHaveBeenCalledTimes(2);

  const composing = jest.spyOn(editor.view, 'composing', 'get').mockReturnValue(true);
  replace(rich(paragraph('늦은 글')));
  expect(editor.getText()).toBe('남의 글');
  composing.mockRestore();
});

test('another text takes the place of what differs only: the caret stays, and undoing brings nothing back', () => {
  const { editor, replace, changes } = field(rich(paragraph('첫 줄'), paragraph('끝 줄')));
  act(() => void editor.commands.setTextSelection(editor.state.doc.content.size - 2));
  const behind = () => editor.state.doc.textBetween(editor.state.selection.to, editor.state.doc.content.size);
  const before = behind();
  replace(rich(paragraph('남이 고친 첫 줄'), paragraph('새 줄'), paragraph('끝 줄')));
  expect(editor.getText({ blockSeparator: '/' })).toBe('남이 고친 첫 줄/새 줄/끝 줄');
  expect(behind()).toBe(before);
  act(() => void editor.commands.undo());
  expect(editor.getText({ blockSeparator: '/' })).toBe('남이 고친 첫 줄/새 줄/끝 줄');
  expect(changes).not.toHaveBeenCalled();

  replace(rich({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('끝 줄')] }] }));
  expect(editor.getText()).toContain('끝 줄');
  expect(editor.state.doc.firstChild?.type.name).toBe('bulletList');
});

test('a dropped or pasted file is uploaded; a refusal is told', async () => {
  const { text, stored } = field(rich(paragraph('말')));
  const file = new File(['x'], 'a.png', { type: 'image/png' });
  const clipboardData = { files: [file], getData: () => '', types: ['Files'], items: [] };
  fireEvent.paste(text, { clipboardData });
  await act(async () => undefined);
  expect(stored().map(({ type }) => type)).toEqual(['paragraph', 'image']);

  await leave();
  const refusing = field(rich(paragraph('말')), {
    ...picker,
    upload: () => Promise.reject(new Error('10 MB보다 작은 그림을 올려 주세요')),
  });
  fireEvent.paste(refusing.text, { clipboardData });
  await act(async () => undefined);
  expect(screen.getByRole('status').textContent).toBe('10 MB보다 작은 그림을 올려 주세요');
  expect(refusing.text.querySelector('.g-uploading')).toBeNull();
});

test('pictures of a pasted page are left out, and that is said', () => {
  const { text, stored } = field(rich(paragraph('')));
  const html = '<p>가</p><img src="https://a.example/x.png">';
  fireEvent.paste(text, {
    clipboardData: {
      files: [],
      getData: (form: string) => (form === 'text/html' ? html : ''),
      types: ['text/html'],
      items: [],
    },
  });
  expect(screen.getByRole('status').textContent).toContain('x.png');
  expect(stored()).toEqual([paragraph('가')]);
});
