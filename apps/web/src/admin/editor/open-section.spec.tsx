/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { RichText } from '@gonggo/content';
import type { Draft, DraftSection } from '@gonggo/contract';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { client } from '../session/client.ts';
import { DraftStore } from './draft-store.ts';
import { EditorContext, type EditorTools } from './editor-context.ts';
import { SectionCard } from './section-card.tsx';
import { isWriting } from './writing.ts';

afterEach(cleanup);

const rich = (text: string): RichText => ({
  version: 1,
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
const section = (revision: number, heading: string, text: string): DraftSection => ({
  ...{ id: 'a', kind: 'role', heading, content: { intro: '', body: rich(text) }, revision },
  ...{ updatedAt: '2026-01-01T00:00:00Z', updatedBy: null },
});
const draftWith = (one: DraftSection) =>
  ({
    ...{ id: 'p', locale: 'ko', sections: [one], outlineRevision: 1, revision: 1, images: {} },
    facts: { applyUrl: null },
  }) as unknown as Draft;

/** A draft with one open section, and what arrives of it from the server. */
function opened() {
  const copies = { put: jest.fn(), drop: jest.fn(), leftBehind: () => Promise.resolve([]) };
  const store = new DraftStore(client, draftWith(section(1, '하는 일', '처음 글')), copies, 'me');
  const tools = { store, mayEdit: true, opened: new Set(['a']), picker: { info: () => null } };
  const one = store.sections[0];
  if (!one) throw new Error('no section');
  render(
    <EditorContext value={tools as unknown as EditorTools}>
      <SectionCard section={one} index={0} count={1} onMove={() => undefined} />
    </EditorContext>,
  );
  return {
    save: one.save,
    arrive: (...[revision, heading, text]: Parameters<typeof section>) =>
      act(() => store.absorb(draftWith(section(revision, heading, text)), isWriting)),
    heading: screen.getByLabelText<HTMLInputElement>('소제목'),
    text: screen.getByRole('textbox', { name: '본문' }),
  };
}

test('an open section in which nothing is unsaved shows what others saved, in the same fields', () => {
  const { save, arrive, heading, text } = opened();
  heading.focus();
  arrive(2, '맡을 일', '남이 고친 글');
  expect(document.activeElement).toBe(heading);
  expect(heading.value).toBe('맡을 일');
  expect(text.textContent).toBe('남이 고친 글');
  expect(text.isConnected).toBe(true);
  expect(save.snapshot).toMatchObject({ state: { kind: 'saved' }, stored: { revision: 2 } });
});

test('what is unsaved is never replaced', () => {
  const { save, arrive, heading, text } = opened();
  fireEvent.change(heading, { target: { value: '내 제목' } });
  arrive(2, '맡을 일', '남이 고친 글');
  expect([heading.value, text.textContent]).toEqual(['내 제목', '처음 글']);
  expect(save.snapshot.stored.revision).toBe(1);
});

test('while a character is composed, and until it is read, the text stays; then it is taken over', () => {
  jest.useFakeTimers();
  const { arrive, heading, text } = opened();
  fireEvent.compositionStart(text);
  arrive(2, '맡을 일', '남이 고친 글');
  fireEvent.compositionEnd(text);
  arrive(2, '맡을 일', '남이 고친 글');
  expect([heading.value, text.textContent]).toEqual(['하는 일', '처음 글']);
  jest.advanceTimersByTime(1000);
  jest.useRealTimers();
  arrive(2, '맡을 일', '남이 고친 글');
  expect([heading.value, text.textContent]).toEqual(['맡을 일', '남이 고친 글']);
});
