import { expect, test } from '@jest/globals';
import { anchorsFor } from './anchors.ts';
import { sectionKinds, type SectionKind } from './document.ts';

const section = (id: string, heading: string, kind: SectionKind = 'text') => ({ id, heading, kind });

test('an anchor keeps Hangul, and a section without heading is called by its kind', () => {
  expect(
    anchorsFor([section('1', '기술 스택'), section('2', '', 'apply'), section('3', '???', 'faq')], 'ko'),
  ).toEqual(['기술-스택', '지원하기', '자주-묻는-질문']);
  expect(anchorsFor([section('1', '', 'howWeWork')], 'en')).toEqual(['how-we-work']);
});

test('no two anchors are equal, even where headings and ids are made to collide', () => {
  const sections = [
    section('aaaa1', '팀'),
    section('aaaa2', '팀'),
    section('aaaa3', '팀'),
    section('b', '팀 aaaa'),
    section('c', '팀 aaaa 2'),
    ...sectionKinds.map((kind, n) => section(`k${n}`, '', kind)),
  ];
  const anchors = anchorsFor(sections, 'ko');
  expect(new Set(anchors).size).toBe(sections.length);
  expect(anchors.every((anchor) => anchor.length > 0)).toBe(true);
});

test('a heading written in decomposed Hangul has the same anchor', () => {
  expect(anchorsFor([section('1', '하는 일'.normalize('NFD'))], 'ko')).toEqual(['하는-일']);
});

test('adding, moving and removing other sections leaves an anchor alone', () => {
  const [one, two, three] = [section('1111', '하는 일'), section('2222', '자격'), section('3333', '하는 일')];
  const before = anchorsFor([one, two, three], 'ko');
  expect(anchorsFor([two, one, three], 'ko')).toEqual([before[1], before[0], before[2]]);
  expect(anchorsFor([one, section('4444', '하는 일'), two, three], 'ko')[3]).toBe(before[2]);
  expect(anchorsFor([one, three], 'ko')).toEqual([before[0], before[2]]);
});
