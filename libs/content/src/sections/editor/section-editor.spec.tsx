/** @jest-environment jsdom */
import { afterEach, expect, test } from '@jest/globals';
import type { Editor } from '@tiptap/core';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { sectionKinds, type SectionKind } from '../../document.ts';
import type { ImagePicker, PickedImage } from '../../image-picker.ts';
import { anImage } from '../../testing/posting.ts';
import { Marked } from '../../testing/marked.ts';
import { blankContent } from '../blank.ts';
import type { SectionContent, TechStackContent } from '../contents.ts';
import { parseSectionContent } from '../parse.ts';
import { contentClasses } from '../registry.schema.ts';
import { beginning } from '../registry.editor.ts';
import { SectionEditor } from './section-editor.tsx';

// jsdom has no layout, which ProseMirror asks for when it scrolls.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

afterEach(cleanup);

const otherId = '6c7e4d2f-9a1b-4b63-8e4f-1b2c3d4e5f60';
const picked: PickedImage = {
  imageId: otherId,
  alt: '고른 사진',
  credit: '나루',
  creditUrl: 'https://example.com/picked',
  licence: 'cc-by',
  info: anImage,
};
const picker: ImagePicker = {
  pick: () => Promise.resolve(picked),
  upload: () => Promise.resolve(picked),
  info: () => anImage,
};

/** The form on a page of its own; `told` holds every content it told. */
function open(kind: SectionKind, first: SectionContent, locale: 'ko' | 'en' = 'ko') {
  const told: SectionContent[] = [];
  function Page() {
    const [content, setContent] = useState(first);
    const [heading, setHeading] = useState('');
    return (
      <SectionEditor
        kind={kind}
        heading={heading}
        content={content}
        onHeadingChange={setHeading}
        onChange={(next) => {
          told.push(next);
          setContent(next);
        }}
        images={picker}
        locale={locale}
      />
    );
  }
  const { container } = render(<Page />);
  return { told, last: () => told.at(-1) ?? first, container };
}

const filledContent = (kind: SectionKind) =>
  new Marked(true).content(contentClasses[kind]) as unknown as SectionContent;

/** Changes every control once, every rich text and every picture. */
async function changeEverything(container: HTMLElement) {
  // The tools of rich text are its own business.
  const controls = [
    ...container.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, textarea, select'),
  ].filter((control) => !control.closest('.g-field'));
  // Ticking a box can hide a field: boxes come last.
  const texts = controls.filter((control) => control.type !== 'checkbox');
  for (const [index, control] of texts.entries()) {
    const value =
      control instanceof HTMLSelectElement
        ? [...control.options].find((option) => option.value !== control.value)?.value
        : control.type === 'date'
          ? '2026-12-24'
          : control.type === 'url'
            ? `https://example.com/new${index}`
            : `새 말 ${index}`;
    fireEvent.change(control, { target: { value } });
  }
  for (const button of within(container).queryAllByRole('button', { name: '사진 바꾸기' })) {
    await act(() => Promise.resolve(fireEvent.click(button)));
  }
  for (const text of container.querySelectorAll<HTMLElement & { editor?: Editor }>('.ProseMirror')) {
    act(() => void text.editor?.commands.insertContentAt(1, '새 글'));
  }
  for (const box of within(container).queryAllByRole('checkbox')) fireEvent.click(box);
}

/** Paths and values of all leaves; a rich text is one. */
function leavesOf(value: unknown, path = ''): Record<string, string> {
  if (typeof value !== 'object' || value === null || 'doc' in value) return { [path]: JSON.stringify(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, one]) => leavesOf(one, `${path}/${key}`)),
  ) as Record<string, string>;
}

test.each(sectionKinds)(
  'every field of a %s section can be changed, and every change told is valid',
  async (kind) => {
    const before = filledContent(kind);
    const { told, last, container } = open(kind, before);

    await changeEverything(container);

    const [old, now] = [leavesOf(before), leavesOf(last())];
    const unchanged = Object.keys(old).filter((path) => old[path] === now[path]);
    expect(Object.keys(now)).toEqual(Object.keys(old));
    expect(unchanged).toEqual([]);
    for (const content of told) expect(parseSectionContent(kind, content)).toMatchObject({ ok: true });
  },
);

test.each(sectionKinds)('a %s section can be filled from nothing', async (kind) => {
  const { told, container } = open(kind, blankContent(kind));

  // Lists appear in items that were just added, so look again until there is no empty one.
  for (let round = 0; round < 3; round++) {
    const lists = [...container.querySelectorAll('ol:empty')];
    for (const list of lists) {
      const add = list.parentElement?.querySelector(':scope > .s-item-add');
      if (add) await act(() => Promise.resolve(fireEvent.click(add)));
    }
  }
  await changeEverything(container);

  expect(container.querySelectorAll('ol:empty')).toHaveLength(0);
  expect(told.length).toBeGreaterThan(0);
  for (const content of told) expect(parseSectionContent(kind, content)).toMatchObject({ ok: true });
});

test.each(sectionKinds)(
  'every control of a %s section has a name, in both languages, and nothing is changed when disabled',
  (kind) => {
    for (const locale of ['ko', 'en'] as const) {
      render(
        <SectionEditor
          kind={kind}
          heading=""
          content={filledContent(kind)}
          onChange={() => expect('changed').toBe('never')}
          onHeadingChange={() => undefined}
          images={picker}
          locale={locale}
          disabled
        />,
      );
      for (const role of ['textbox', 'combobox', 'checkbox', 'button']) {
        for (const control of screen.queryAllByRole(role)) {
          const name =
            control.getAttribute('aria-label') ??
            (control as HTMLInputElement).labels?.[0]?.textContent ??
            control.textContent;
          expect(name?.trim()).toBeTruthy();
          if (locale === 'en') expect(name?.replaceAll(/표시\d+x/g, '')).not.toMatch(/[가-힣]/);
          if ('disabled' in control) expect(control.disabled).toBe(true);
        }
      }
      cleanup();
    }
  },
);

test('items are moved and removed with their own words, and the focus stays with what was done', () => {
  const steps = ['하나', '둘', '셋'].map((title) => ({ title, detail: '', duration: '' }));
  const { last } = open('process', { intro: '', steps });
  const titles = () => (last() as { steps: typeof steps }).steps.map(({ title }) => title);

  fireEvent.click(screen.getByRole('button', { name: '하나 아래로 옮기기' }));
  expect(titles()).toEqual(['둘', '하나', '셋']);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '하나 아래로 옮기기' }));
  expect(screen.getByRole('status').textContent).toBe('하나: 2번째로 옮겼어요');

  fireEvent.click(screen.getByRole('button', { name: '하나 아래로 옮기기' }));
  expect(titles()).toEqual(['둘', '셋', '하나']);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '하나 위로 옮기기' }));

  fireEvent.click(screen.getByRole('button', { name: '셋 삭제' }));
  expect(titles()).toEqual(['둘', '하나']);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '단계 추가' }));
});

test('what was typed in one item is still there after another one is removed', () => {
  open('faq', {
    intro: '',
    items: ['첫째', '둘째'].map((question) => ({
      question,
      answer: { version: 1 as const, doc: { type: 'doc', content: [{ type: 'paragraph' }] } },
    })),
  });
  const second = screen.getAllByRole('textbox', { name: '답' })[1];

  fireEvent.click(screen.getByRole('button', { name: '첫째 삭제' }));

  expect(screen.getAllByRole('textbox', { name: '답' })).toEqual([second]);
});

test('a half-written address stays in its field and is not told', () => {
  const { told } = open('apply', { label: '', note: '', url: 'https://apply.example.com', sticky: true });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '지원 주소' });

  fireEvent.change(field, { target: { value: 'https:/' } });

  expect(told).toEqual([]);
  expect(field.value).toBe('https:/');
  expect(screen.getByText(/아직 저장하지 않았어요/)).toBeTruthy();
  fireEvent.change(field, { target: { value: 'jobs@example.com' } });
  expect(told).toEqual([{ label: '', note: '', url: 'mailto:jobs@example.com', sticky: true }]);
  fireEvent.change(field, { target: { value: '' } });
  expect(told.at(-1)).toMatchObject({ url: null });
});

test('an icon follows the name of its technology until another one is chosen', () => {
  const { last } = open('techStack', {
    intro: '',
    groups: [{ name: '', era: null, items: [{ name: '', icon: '', note: '' }] }],
    body: null,
  });
  const item = () => (last() as TechStackContent).groups[0]?.items[0];
  const name = screen.getByRole('textbox', { name: '기술 이름' });

  fireEvent.change(name, { target: { value: 'node.js' } });
  expect(item()).toMatchObject({ name: 'node.js', icon: 'nodedotjs' });
  fireEvent.change(screen.getByRole('combobox', { name: '아이콘' }), { target: { value: 'bun' } });
  fireEvent.change(name, { target: { value: 'NestJS' } });
  expect(item()).toMatchObject({ name: 'NestJS', icon: 'bun' });
});

test('a picture that becomes decoration gives up its description', () => {
  const { last } = open('gallery', filledContent('gallery'));
  fireEvent.click(screen.getAllByRole('checkbox', { name: /꾸밈 사진/ })[0] as HTMLElement);
  expect((last() as { images: { alt: string; decorative: boolean }[] }).images[0]).toMatchObject({
    alt: '',
    decorative: true,
  });
});

test.each(sectionKinds)('a %s section begins with a valid content', (kind) => {
  expect(parseSectionContent(kind, beginning(kind))).toMatchObject({ ok: true });
});

test('a Korean posting shows its own words in an English form: what is said by itself, and where one writes', () => {
  const form = { onHeadingChange: () => undefined, onChange: () => undefined, images: picker };
  const languages = { locale: 'en', textLocale: 'ko' } as const;
  render(<SectionEditor kind="apply" heading="" content={beginning('apply')} {...form} {...languages} />);
  expect(screen.getByText('Leave it empty to say “지원하기”')).toBeTruthy();
  cleanup();

  render(<SectionEditor kind="text" heading="" content={beginning('text')} {...form} {...languages} />);
  const text = screen.getByRole('textbox', { name: 'Text' });
  expect([text.lang, text.dataset.placeholder]).toEqual(['ko', '여기에 쓰세요']);
});

test('a picture that is chosen late goes into what the section has become meanwhile', async () => {
  let choose: (image: PickedImage) => void = () => undefined;
  const images = { ...picker, pick: () => new Promise<PickedImage>((done) => (choose = done)) };
  const told: SectionContent[] = [];
  const form = (kind: SectionKind, content: SectionContent) => (
    <SectionEditor
      {...{ kind, content, images, heading: '', locale: 'ko' }}
      onChange={(next) => void told.push(next)}
      onHeadingChange={() => undefined}
    />
  );
  const gallery = blankContent('gallery');
  const { rerender } = render(form('gallery', gallery));
  fireEvent.click(screen.getByRole('button', { name: '사진 추가' }));
  rerender(form('gallery', { ...gallery, intro: '동료가 쓴 말' }));
  await act(async () => choose(picked));
  expect(told.at(-1)).toMatchObject({ intro: '동료가 쓴 말', images: [{ imageId: otherId }] });

  const quote = blankContent('quote');
  rerender(form('quote', quote));
  fireEvent.click(screen.getByRole('button', { name: '사진 고르기' }));
  rerender(form('quote', { ...quote, words: '동료가 옮긴 말' }));
  await act(async () => choose(picked));
  expect(told.at(-1)).toMatchObject({ words: '동료가 옮긴 말', imageId: otherId });
});
