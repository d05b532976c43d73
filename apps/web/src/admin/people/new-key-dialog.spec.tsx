/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { client } from '../session/client.ts';
import { ko } from '../words/ko.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

afterEach(cleanup);

const add = jest.spyOn(client.apiKeys, 'add').mockRejectedValue(new Error('none'));

test('half a date makes no key, least of all one that never ends', async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <NewKeyDialog onClose={() => undefined} />
    </QueryClientProvider>,
  );
  fireEvent.change(screen.getByLabelText(new RegExp(ko.apiKeys.name)), { target: { value: '블로그' } });
  const day = screen.getByLabelText(ko.apiKeys.expires);
  Object.defineProperty(day, 'validity', { value: { badInput: true }, configurable: true });
  fireEvent.blur(day);
  fireEvent.click(screen.getByRole('button', { name: ko.common.create }));
  expect(screen.getByText(ko.apiKeys.expiresHalf)).toBeTruthy();
  await Promise.resolve();
  expect(add).not.toHaveBeenCalled();

  Object.defineProperty(day, 'validity', { value: { badInput: false } });
  fireEvent.blur(day);
  fireEvent.click(screen.getByRole('button', { name: ko.common.create }));
  await screen.findByText(ko.common.failed);
  expect(add).toHaveBeenCalledTimes(1);
});

test('Escape throws away neither a name, nor a day, nor the rights that are chosen', async () => {
  const close = jest.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <NewKeyDialog onClose={close} />
    </QueryClientProvider>,
  );
  const name = screen.getByLabelText(new RegExp(ko.apiKeys.name));
  const day = screen.getByLabelText(ko.apiKeys.expires);
  const escape = () => fireEvent.keyDown(name, { key: 'Escape' });
  fireEvent.change(day, { target: { value: '2026-12-31' } });
  escape();
  fireEvent.change(day, { target: { value: '' } });
  fireEvent.change(name, { target: { value: '블로그' } });
  escape();
  expect(close).not.toHaveBeenCalled();
  fireEvent.change(name, { target: { value: '' } });
  const write = screen.getByRole('checkbox', { name: /drafts:write/ });
  fireEvent.click(write);
  escape();
  expect(close).not.toHaveBeenCalled();
  fireEvent.click(write);
  escape();
  expect(close).toHaveBeenCalledTimes(1);
});
