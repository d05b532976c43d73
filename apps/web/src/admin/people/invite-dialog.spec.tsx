/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { ko } from '../words/ko.ts';
import { InviteDialog } from './invite-dialog.tsx';

afterEach(cleanup);

test('Escape does not throw away the role that is chosen', () => {
  const close = jest.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <InviteDialog onClose={close} onInvitation={() => undefined} />
    </QueryClientProvider>,
  );
  const role = screen.getByLabelText(ko.accounts.role);
  const escape = () => fireEvent.keyDown(role, { key: 'Escape' });
  fireEvent.change(role, { target: { value: 'editor' } });
  escape();
  expect(close).not.toHaveBeenCalled();
  fireEvent.change(role, { target: { value: 'author' } });
  escape();
  expect(close).toHaveBeenCalledTimes(1);
});
