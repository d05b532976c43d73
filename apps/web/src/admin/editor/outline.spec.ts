import { expect, test } from '@jest/globals';
import { moved, movedAlike } from './outline.ts';

test('moves to a place counted without the moved one, and never past the ends', () => {
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b'], 'x', 0)).toEqual(['a', 'b']);
});

test('keeps its neighbour when somebody else added and removed sections meanwhile', () => {
  expect(movedAlike(['a', 'new', 'b', 'c'], 'c', ['a', 'c', 'b'])).toEqual(['a', 'c', 'new', 'b']);
  expect(movedAlike(['b', 'c'], 'c', ['a', 'c', 'b'])).toEqual(['c', 'b']);
  expect(movedAlike(['a', 'b'], 'gone', ['gone', 'a', 'b'])).toEqual(['a', 'b']);
});
