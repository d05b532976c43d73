/** @jest-environment jsdom */
import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { Locale } from '../../document.ts';
import { picked, picker } from '../../rich-text/editor/testing.ts';
import { imageAttributes } from '../../rich-text/editor/uploads.ts';
import type { SectionContent } from '../contents.ts';
import type { HeldTexts } from './held-texts.tsx';
import { SectionEditor } from './section-editor.tsx';

afterEach(cleanup);

/** A gallery of as many pictures; `told` ends with what its form holds. */
function holding(count: number, before?: HeldTexts, locale: Locale = 'ko') {
  const told: HeldTexts[] = [];
  function Page() {
    const [content, setContent] = useState<SectionContent>({
      intro: '',
      images: Array.from({ length: count }, () => ({ ...imageAttributes(picked), creditUrl: '' })),
    });
    return (
      <SectionEditor
        kind="gallery"
        heading=""
        content={content}
        onChange={setContent}
        onHeadingChange={() => undefined}
        held={before}
        onHeld={(texts) => void told.push(texts)}
        images={picker}
        locale={locale}
      />
    );
  }
  const { unmount } = render(<Page />);
  const addresses = () =>
    screen.getAllByRole<HTMLInputElement>('textbox', { name: /^(출처 주소|Address of the source)$/ });
  return { told, addresses, unmount };
}

test('a text that is no address is told to be held, follows its item, and goes with it', async () => {
  const { told, addresses } = holding(2);
  const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
  const second = addresses()[1] as HTMLInputElement;
  await act(async () => void fireEvent.change(second, { target: { value: '나쁜 주소' } }));
  expect(told.at(-1)).toEqual({ 'items/1/url': '나쁜 주소' });

  await press('2번째 사진 위로 옮기기');
  expect(told.at(-1)).toEqual({ 'items/0/url': '나쁜 주소' });
  await press('1번째 사진 삭제');
  expect(told.at(-1)).toEqual({});
});

test('what was held in one language comes back in another', async () => {
  const { addresses } = holding(1, { 'items/0/url': '나쁜 주소' }, 'en');
  expect(addresses().map(({ value }) => value)).toEqual(['나쁜 주소']);
});

test('a held text outlives its form, and one whose field is gone does not', async () => {
  const held = { 'items/0/url': '나쁜 주소', 'items/7/url': '옛 주소' };
  const { told, addresses, unmount } = holding(1, held);
  await act(async () => undefined);
  expect(addresses().map(({ value }) => value)).toEqual(['나쁜 주소']);
  expect(told).toEqual([{ 'items/0/url': '나쁜 주소' }]);

  unmount();
  await act(async () => undefined);
  expect(told).toHaveLength(1);
});
