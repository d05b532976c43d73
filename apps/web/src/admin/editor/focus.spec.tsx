/** @jest-environment jsdom */
import { afterEach, expect, test } from '@jest/globals';
import { blankContent, kindLabel, type SectionContent, type SectionKind } from '@gonggo/content';
import { beginning, SectionEditor, type ImagePicker } from '@gonggo/content/editor';
import { cleanup, render } from '@testing-library/react';
import { firstField } from './focus.ts';

afterEach(cleanup);

const images: ImagePicker = {
  pick: () => Promise.resolve(null),
  upload: () => Promise.reject(new Error('none')),
  info: () => null,
};

function startOf(kind: SectionKind, content: SectionContent, blank = true): string | null | undefined {
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
  const field = firstField(container, blank);
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

test('without anything empty it is the first field', () => {
  const steps = [
    { title: '서류', detail: '', duration: '' },
    { title: '', detail: '', duration: '' },
  ];
  expect(startOf('process', { intro: '', steps }, false)).toBe('단계 이름');
  expect(startOf('teamFacts', blankContent('teamFacts'))).toBe('기준일');
});
