/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import { blankRichText } from '@gonggo/content';
import type { Draft } from '@gonggo/contract';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { DraftStore } from './draft-store.ts';
import { EditorContext, useDraft, type EditorTools } from './editor-context.ts';
import { SaveIndicator } from './save-indicator.tsx';
import { SectionCard } from './section-card.tsx';

afterEach(cleanup);

const section = {
  ...{ id: 'a', kind: 'apply', heading: '', revision: 1, updatedAt: '', updatedBy: null },
  content: { label: '', note: '', url: 'https://jobs.example.com', sticky: true },
};
const prose = {
  ...{ id: 'a', kind: 'closing', heading: '', revision: 1, updatedAt: '', updatedBy: null },
  content: { intro: '', body: blankRichText() },
};
const draftWith = (one: object) =>
  ({
    ...{ id: 'd', locale: 'ko', mayEdit: true, images: {}, revision: 1, outlineRevision: 1 },
    ...{ facts: { applyUrl: null, closesAt: null, opensAt: null }, sections: [one] },
  }) as unknown as Draft;

/** One section, its form open, below the indicator of how saving goes. */
function opened(one: object = section) {
  const copies = { put: jest.fn(), drop: jest.fn(), leftBehind: async () => [] };
  const store = new DraftStore(client, draftWith(one), copies, 'me');
  const jump = jest.fn();
  function Page() {
    useDraft(store);
    const [isOpen, setOpen] = useState(true);
    const tools = {
      ...{ store, mayEdit: true, jump, picker: { info: () => null } },
      ...{ opened: new Set(isOpen ? ['a'] : []), open: () => setOpen(true), close: () => setOpen(false) },
    } as unknown as EditorTools;
    return (
      <EditorContext value={tools}>
        <SaveIndicator store={store} />
        {store.sections.map((one) => (
          <SectionCard key={one.id} section={one} index={0} count={1} onMove={() => undefined} />
        ))}
      </EditorContext>
    );
  }
  render(<Page />);
  return { store, jump };
}

const address = () => screen.getByRole<HTMLInputElement>('textbox', { name: '지원 주소' });
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const write = (value: string) => act(async () => void fireEvent.change(address(), { target: { value } }));

test('a wrong address in a section is named as not saved, leads there, and outlives its folded form', async () => {
  const { store, jump } = opened();
  await write('jobs@goyohan');
  expect(screen.queryByText(/저장했어요|모두 저장됨/)).toBeNull();
  act(() => void fireEvent.blur(address()));
  expect(screen.getByText('저장 안 된 값이 있어요')).toBeTruthy();

  await press('저장 상태: 저장 안 됨: 지원하기');
  expect(jump).toHaveBeenCalledWith(
    expect.objectContaining({ sectionId: 'a', rule: 'section-not-understood' }),
  );
  await press('지원하기 접기');
  expect(screen.getByText('저장 안 된 값이 있어요')).toBeTruthy();
  expect(store.dirty).toBe(true);

  await press('지원하기 편집');
  expect(address().value).toBe('jobs@goyohan');
  await write('https://jobs.example.com');
  expect(store.dirty).toBe(false);
  expect(screen.queryByText('저장 안 된 값이 있어요')).toBeNull();
});

test('what is typed to be put into a text but not yet there is named, and outlives its folded form', async () => {
  const { store } = opened(prose);
  const url = () => screen.getByRole<HTMLInputElement>('textbox', { name: '주소' });
  await press('링크');
  await act(async () => void fireEvent.change(url(), { target: { value: 'https://example.com/post' } }));
  await act(async () => void fireEvent.blur(url()));
  expect(screen.getByText('저장 안 된 값이 있어요')).toBeTruthy();
  expect(store.dirty).toBe(true);

  await press('맺음말 접기');
  expect(screen.getByText('저장 안 된 값이 있어요')).toBeTruthy();
  await press('맺음말 편집');
  expect(url().value).toBe('https://example.com/post');
  expect(url().getAttribute('aria-invalid')).toBe('true');
  await press('취소');
  expect(store.dirty).toBe(false);
});
