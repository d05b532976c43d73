/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { Draft } from '@gonggo/contract';
import { ToastProvider } from '@gonggo/ui';
import { act, cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { en } from '../words/en.ts';
import { ko, type Words } from '../words/ko.ts';
import { WordsContext } from '../words/use-words.ts';
import { DraftStore } from './draft-store.ts';
import { useDraft, type EditorTools } from './editor-context.ts';
import { useEditorTools } from './use-editor-tools.tsx';

afterEach(cleanup);

const section = (id: string) => ({
  ...{ id, kind: 'quote', heading: id, content: { words: '말', who: '', imageId: null }, revision: 1 },
  ...{ updatedAt: '2026-01-01T00:00:00Z', updatedBy: null },
});
const draft = {
  ...{ id: 'p', locale: 'ko', mayEdit: true, sections: ['a', 'b'].map(section), images: {} },
  ...{ revision: 1, outlineRevision: 1, facts: { applyUrl: null } },
} as unknown as Draft;

/** The tools over two sections; in the form of the first a picture is on its way up. */
function opened() {
  const copies = { put: jest.fn(), drop: jest.fn(), leftBehind: async () => [] };
  const store = new DraftStore(client, draft, copies, 'me');
  let tools!: EditorTools;
  let arrive = () => undefined as void;
  void store.uploads.add(new Promise<void>((done) => (arrive = done)));
  function Page() {
    useDraft(store);
    const [show] = useState(() => () => undefined);
    tools = useEditorTools(store, show);
    return (
      <>
        <div id="card-a">{store.uploads.any && <p className="g-uploading" />}</div>
        <div id="card-b" />
      </>
    );
  }
  const page = (words: Words) => (
    <WordsContext value={words}>
      <ToastProvider label="알림" closeLabel="닫기">
        <Page />
      </ToastProvider>
    </WordsContext>
  );
  const { rerender } = render(page(ko));
  return {
    store,
    tools: () => tools,
    arrive: () => act(async () => arrive()),
    speak: (words: Words) => act(async () => rerender(page(words))),
  };
}

test('another language neither ends an offer to undo nor says that a picture is left behind', async () => {
  const { store, tools, speak } = opened();
  const commit = jest.spyOn(store, 'commitRemoval').mockResolvedValue();
  await act(async () => tools().remove('b'));
  await speak(en);
  expect(screen.getByRole('button', { name: ko.common.undo })).toBeTruthy();
  expect(commit).not.toHaveBeenCalled();
  expect(screen.queryByText(ko.images.leftBehind)).toBeNull();
  expect(screen.queryByText(en.images.leftBehind)).toBeNull();
});

test('a form with a picture on its way up is not folded, and says why; another one is', async () => {
  const { tools, arrive } = opened();
  await act(async () => tools().open('a'));
  await act(async () => tools().open('b'));
  await act(async () => tools().close('b'));
  expect([...tools().opened]).toEqual(['a']);
  await act(async () => tools().close('a'));
  expect(screen.getByText(ko.editor.foldLater)).toBeTruthy();

  await arrive();
  expect([...tools().opened]).toEqual(['a']);
  await act(async () => tools().close('a'));
  expect([...tools().opened]).toEqual([]);
});
