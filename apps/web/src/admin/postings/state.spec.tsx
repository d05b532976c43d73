/** @jest-environment jsdom */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import { Closing, PostingState } from './state.tsx';

afterEach(cleanup);

test.each([null, '2099-12-31T14:59:00Z'])(
  'a posting closed by hand says so once: planned for %s',
  (closesAt) => {
    const { container } = render(
      <>
        <PostingState state="closed" />
        <Closing state="closed" closesAt={closesAt} zone="Asia/Seoul" />
      </>,
    );
    expect(container.textContent).toBe('마감');
  },
);

test('one that closed at its time says when', () => {
  const closing = <Closing state="closed" closesAt="2020-12-31T14:59:00Z" zone="Asia/Seoul" />;
  expect(render(closing).container.textContent).toContain('2020년');
});
