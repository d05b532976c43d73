import { expect, test } from '@jest/globals';
import type { SectionContent } from '@gonggo/content';
import { ko } from '../words/ko.ts';
import { linesOf } from './compare.ts';

const lines = (content: object) => linesOf({ heading: '소제목', content: content as SectionContent }, ko);

const prose = (...nodes: object[]) => ({
  intro: '',
  body: { version: 1, doc: { type: 'doc', content: [{ type: 'paragraph', content: nodes }] } },
});

test('a paragraph is one line, whatever in it is bold, and each link is a line of its own', () => {
  const link = { type: 'link', attrs: { href: 'https://gonggo.example/' } };
  expect(
    lines(
      prose(
        { type: 'text', text: '우리 ' },
        { marks: [link], type: 'text', text: '블로그' },
        { type: 'hardBreak' },
        { type: 'text', text: '둘째 줄', marks: [{ type: 'bold' }] },
      ),
    ),
  ).toEqual([
    { text: '소제목' },
    { text: '우리 블로그\n둘째 줄' },
    { text: '링크: https://gonggo.example/' },
  ]);
});

test('a picture is a line with its id, and keys in another order are the same text', () => {
  const figure = {
    imageId: 'a',
    alt: '창가',
    caption: '아침',
    credit: '보리',
    creditUrl: '',
    licence: 'own',
  };
  const turned = Object.fromEntries(Object.entries(figure).reverse());
  expect(lines({ intro: '', images: [figure] })).toEqual([
    { text: '소제목' },
    { text: '사진: 창가', imageId: 'a' },
    { text: '아침' },
    { text: '보리' },
  ]);
  expect(lines({ images: [turned], intro: '' })).toEqual(lines({ intro: '', images: [figure] }));
});

test('when a technology is used is a line', () => {
  const group = (era: string) => ({ intro: '', groups: [{ name: '서버', era, items: [] }], body: null });
  expect(lines(group('old'))).not.toEqual(lines(group('new')));
});
