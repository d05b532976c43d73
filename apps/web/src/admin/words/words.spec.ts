import { expect, test } from '@jest/globals';
import { editorLabels } from '../../../../../libs/content/src/rich-text/editor/labels.ts';
import { formWords } from '../../../../../libs/content/src/sections/editor/words.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

const flat = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'function'
      ? [String(value)]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(flat)
        : [];

test('particles follow the word before them', () => {
  expect(ko.images.failed('창문')).toBe('창문을 올리지 못했어요');
  expect(ko.editor.dragStart('소개')).toBe('소개를 들었어요');
  expect(ko.editor.dragCancel('하는 일')).toBe('하는 일을 제자리에 두었어요');
  expect(flat(ko).filter((text) => /[을이은]\((를|가|는)\)/.test(text))).toEqual([]);
});

test('a picture, its description and its caption have one name each', () => {
  const korean = flat([ko.images, ko.editor, ko.facts, ko.shell, editorLabels('ko')]);
  expect(korean.filter((text) => /이미지|그림|대체 텍스트|설명글/.test(text))).toEqual([]);
  const english = flat([en.images, en.editor, en.facts, en.shell, editorLabels('en')]);
  expect(english.filter((text) => /\bimages?\b|alternative text/i.test(text))).toEqual([]);
  for (const [library, language] of [
    [ko.images, 'ko'],
    [en.images, 'en'],
  ] as const) {
    const { alt, credit, creditUrl, licence } = library;
    expect(editorLabels(language)).toMatchObject({ alt, credit, creditUrl, licence });
    expect(formWords(language)).toMatchObject({ alt, credit, creditUrl, licence });
  }
});

test('no number of the protocol in front of authors', () => {
  expect([...flat(ko), ...flat(en)].filter((text) => /\(4\d\d\)|#앵커|#anchor/.test(text))).toEqual([]);
});
