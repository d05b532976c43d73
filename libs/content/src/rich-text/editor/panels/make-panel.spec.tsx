/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { paragraph } from '../testing.ts';
import { bearLateViews, card, leave, opened, press, write } from './testing.tsx';

beforeAll(bearLateViews);
afterEach(leave);

test('what is typed to be inserted is held until it is, and said once its form is left', async () => {
  const { held, text, editor } = await opened([paragraph('글')]);
  text.focus();
  await press('링크');
  await write(screen.getByLabelText('글자'), '우리 블로그');
  await write(screen.getByLabelText('주소'), 'blog.example.com');
  expect(held()).toEqual({
    'text/new/link/words': '우리 블로그',
    'text/new/link/url': 'blog.example.com',
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
  expect(held()).toEqual({});
});

test('words that are typed for a link stay when something is selected, and replace nothing', async () => {
  const { held, text, editor } = await opened([paragraph('고를 글')]);
  text.focus();
  await press('링크');
  await write(screen.getByLabelText('글자'), '우리 블로그');
  await act(async () => void editor.commands.setTextSelection({ from: 1, to: 3 }));
  expect(screen.getByLabelText<HTMLInputElement>('글자').value).toBe('우리 블로그');
  await write(screen.getByLabelText('주소'), 'blog.example.com');
  expect(held()).toMatchObject({ 'text/new/link/words': '우리 블로그' });
  await press('넣기');
  expect([editor.getText(), held()]).toEqual(['고를우리 블로그 글', {}]);
  expect(JSON.stringify(editor.getJSON())).toContain('"text":"고를"},');
});

test('nor do they replace a block that is selected', async () => {
  const { text, editor } = await opened([card('첫째'), paragraph('글')]);
  text.focus();
  await press('링크');
  await write(screen.getByLabelText('글자'), '우리 블로그');
  await write(screen.getByLabelText('주소'), 'blog.example.com');
  await act(async () => void editor.commands.setNodeSelection(0));
  await press('넣기');
  expect(editor.state.doc.child(0).type.name).toBe('linkCard');
  expect(editor.state.doc.child(1).textContent).toMatch(/^우리 블로그/);
});

test('Escape leaves a form in which nothing is typed', async () => {
  const { text } = await opened([paragraph('글')]);
  text.focus();
  await press('링크');
  await act(async () => void fireEvent.keyDown(screen.getByLabelText('주소'), { key: 'Escape' }));
  expect(screen.queryByLabelText('주소')).toBeNull();
});
