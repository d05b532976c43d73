import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { Locale, RichNode, RichText } from '../../../document.ts';
import type { ImagePicker } from '../../../image-picker.ts';
import { HoldTexts, type HeldTexts } from '../../../sections/editor/held-texts.tsx';
import { RichTextField } from '../rich-text-field.tsx';
import { picker } from '../testing.ts';

/** Blocks unmount their views a microtask after the change that removed them, when no act() is around any more. */
export function bearLateViews() {
  const report = console.error;
  jest.spyOn(console, 'error').mockImplementation((...words) => {
    if (!String(words[0]).includes('not wrapped in act')) report(...words);
  });
}

/** Tiptap destroys an editor a moment after its field is gone. */
export const leave = () =>
  act(async () => {
    cleanup();
    await new Promise((done) => setTimeout(done, 10));
  });

export const card = (siteName: string): RichNode => ({
  type: 'linkCard',
  attrs: { url: 'https://example.com/', title: '', description: '', siteName, imageId: null },
});

interface Setting {
  before?: HeldTexts;
  images?: ImagePicker;
  locale?: Locale;
}

/** A text in a form; `told` ends with what the form holds. */
export async function opened(
  content: RichNode[],
  { before = {}, images = picker, locale = 'ko' }: Setting = {},
) {
  const told: HeldTexts[] = [];
  let set: (content: RichNode[]) => void = () => undefined;
  let disable: (disabled: boolean) => void = () => undefined;
  function Form() {
    const [value, setValue] = useState<RichText>({ version: 1, doc: { type: 'doc', content } });
    const [disabled, setDisabled] = useState(false);
    set = (next) => setValue({ version: 1, doc: { type: 'doc', content: next } });
    disable = setDisabled;
    return (
      <HoldTexts before={before} onHeld={(texts) => void told.push(texts)}>
        <RichTextField
          {...{ value, images, locale, disabled }}
          onChange={setValue}
          label={locale === 'ko' ? '본문' : 'Text'}
        />
      </HoldTexts>
    );
  }
  render(<Form />);
  await act(async () => undefined);
  const text = screen.getByRole('textbox', { name: /^(본문|Text)$/ });
  const { editor } = text as HTMLElement & { editor: Editor };
  return {
    told,
    /** What is held now, by the names of the fields without what their blocks are found by. */
    held: () =>
      Object.fromEntries(
        Object.entries(told.at(-1) ?? {}).map(([name, value]) => [name.replace(/\/\{.*$/, ''), value]),
      ),
    /** Another text comes from elsewhere. */
    exchange: (next: RichNode[]) => act(async () => set(next)),
    disable: (disabled: boolean) => act(async () => disable(disabled)),
    text,
    editor,
    go: (pos: number) =>
      act(async () => {
        fireEvent.focus(text);
        editor.commands.setNodeSelection(pos);
      }),
  };
}

export const panels = (name: string) => screen.queryAllByRole('region', { name });
export const addressIn = (panel: HTMLElement | undefined) =>
  within(panel as HTMLElement).getByLabelText<HTMLInputElement>('주소');
export const write = (field: HTMLElement, value: string) =>
  act(async () => void fireEvent.change(field, { target: { value } }));
export const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
