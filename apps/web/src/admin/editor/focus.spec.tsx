/** @jest-environment jsdom */
import { afterEach, expect, test } from '@jest/globals';
import {
  blankContent,
  kindLabel,
  type RichText,
  type SectionContent,
  type SectionKind,
} from '@gonggo/content';
import { beginning, SectionEditor, type ImagePicker } from '@gonggo/content/editor';
import { cleanup, render } from '@testing-library/react';
import { firstField, type Start } from './focus.ts';

afterEach(cleanup);

const images: ImagePicker = {
  pick: () => Promise.resolve(null),
  upload: () => Promise.reject(new Error('none')),
  info: () => null,
};

function startOf(
  kind: SectionKind,
  content: SectionContent,
  start: Start = 'blank',
): string | null | undefined {
  const { container } = render(
    <SectionEditor
      kind={kind}
      heading={kindLabel(kind, 'ko')}
      content={content}
      onChange={() => undefined}
      onHeadingChange={() => undefined}
      images={images}
      locale="ko"
    />,
  );
  const field = firstField(container, start);
  const label = field?.id ? container.querySelector(`label[for='${field.id}']`)?.textContent : undefined;
  return label ?? field?.getAttribute('aria-label') ?? field?.textContent;
}

test.each([
  ['introduction', '본문'],
  ['process', '단계 이름'],
  ['techStack', '묶음 이름'],
  ['teamFacts', '이름'],
  ['people', '이름이나 닉네임'],
  ['quote', '한 말'],
  ['faq', '질문'],
  ['apply', '버튼에 쓸 말'],
] as const)('a new section of kind %s begins in %s', (kind, label) => {
  expect(startOf(kind, beginning(kind))).toBe(label);
});

test('a list without items begins at the button that adds one', () => {
  expect(startOf('process', blankContent('process'))).toBe('단계 추가');
  expect(startOf('gallery', blankContent('gallery'))).toBe('사진 추가');
});

test('what an item lacks is found past whole items and past what may be left empty', () => {
  const rich = (text: string): RichText => ({
    version: 1,
    doc: {
      type: 'doc',
      content: [{ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) }],
    },
  });
  const faq = (...items: [string, string][]) => ({
    intro: '',
    items: items.map(([question, answer]) => ({ question, answer: rich(answer) })),
  });
  const someone = { name: '가나', role: '', words: '', imageId: null };
  const people = [someone, { ...someone, name: '', role: '디자이너' }];
  const lacking = (kind: SectionKind, content: SectionContent) => {
    cleanup();
    startOf(kind, content);
    const form = document.querySelector<HTMLElement>('.s-form');
    const field = form && firstField(form, 'lacking');
    const item = field?.closest('.s-item');
    return [
      item && [...(item.parentElement?.children ?? [])].indexOf(item),
      field?.ariaLabel ?? field?.tagName,
    ];
  };
  expect(lacking('faq', faq(['연봉은요?', '협의해요'], ['휴가는요?', '']))).toEqual([1, '답']);
  expect(lacking('faq', faq(['연봉은요?', '협의해요'], ['', '스무 날']))).toEqual([1, 'INPUT']);
  expect(lacking('people', { intro: '', people })).toEqual([1, 'INPUT']);
});

test('without anything empty it is the first field', () => {
  const steps = [
    { title: '서류', detail: '', duration: '' },
    { title: '', detail: '', duration: '' },
  ];
  expect(startOf('process', { intro: '', steps }, 'first')).toBe('단계 이름');
  expect(startOf('teamFacts', blankContent('teamFacts'))).toBe('기준일');
});
