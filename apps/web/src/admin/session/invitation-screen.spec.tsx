/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ApiProblem, ApiUnreachable } from '@gonggo/contract/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { ko } from '../words/ko.ts';
import { client } from './client.ts';
import { momentText } from './dates.ts';
import { InvitationScreen } from './invitation-screen.tsx';

const words = ko.entry.invitation;
const lookUp = jest.spyOn(client.accounts, 'lookUpInvitation');
const accept = jest.spyOn(client.accounts, 'acceptInvitation');
const open = {
  siteName: '한빛페이',
  email: 'new@gonggo.example',
  name: '새 사람',
  role: 'author' as const,
  reset: false,
  invitedBy: '민서',
  expiresAt: '2026-12-31T14:59:00.000Z',
};
const spent = new ApiProblem({
  type: '',
  title: '',
  status: 403,
  code: 'forbidden',
  detail: 'spent',
  requestId: '',
});

beforeEach(() => {
  lookUp.mockReset();
  accept.mockReset();
});
afterEach(cleanup);

function openLink(token: string) {
  window.location.hash = token;
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <InvitationScreen />
    </QueryClientProvider>,
  );
}

test('an invitation says who invites, to what, whom, as what and until when', async () => {
  lookUp.mockResolvedValue(open);
  openLink('t'.repeat(43));

  await screen.findByText(words.invitedBy('민서', '한빛페이'));
  expect(lookUp).toHaveBeenCalledWith({ token: 't'.repeat(43) });
  expect(screen.getByLabelText<HTMLInputElement>(ko.entry.email).value).toBe(open.email);
  screen.getByText(ko.shell.roles.author);
  screen.getByText(words.until(momentText(open.expiresAt, 'ko')));

  accept.mockResolvedValue(undefined);
  const password = screen.getByLabelText(new RegExp(words.password));
  fireEvent.change(password, { target: { value: '충분히 긴 비밀번호예요' } });
  fireEvent.click(screen.getByRole('button', { name: words.submit }));
  await screen.findByText(words.doneText(open.email));
  expect(lookUp).toHaveBeenCalledTimes(1);
});

test('a link for a new password, and one that no person made, say so', async () => {
  lookUp.mockResolvedValue({ ...open, reset: true });
  openLink('r'.repeat(43));
  await screen.findByText(words.reset('한빛페이'));
  cleanup();

  lookUp.mockResolvedValue({ ...open, invitedBy: null });
  openLink('c'.repeat(43));
  await screen.findByText(words.invited('한빛페이'));
});

test('a link that does not count says so before anything is typed', async () => {
  lookUp.mockRejectedValue(spent);
  openLink('s'.repeat(43));
  expect((await screen.findByRole('alert')).textContent).toBe(words.invalid);
  expect(document.querySelector('form')).toBeNull();
  cleanup();

  lookUp.mockClear();
  openLink('');
  expect((await screen.findByRole('alert')).textContent).toBe(words.missing);
  expect(lookUp).not.toHaveBeenCalled();
});

test('what could not be looked up is asked again, and another link in the same tab is another one', async () => {
  lookUp.mockRejectedValueOnce(new ApiUnreachable(new Error('away')));
  openLink('a'.repeat(43));
  await screen.findByText(ko.common.unreachable);
  lookUp.mockResolvedValue(open);
  fireEvent.click(screen.getByRole('button', { name: ko.common.retry }));
  await screen.findByLabelText(ko.entry.email);

  lookUp.mockResolvedValue({ ...open, email: 'second@gonggo.example' });
  await act(async () => {
    window.location.hash = 'b'.repeat(43);
    await new Promise((done) => setTimeout(done, 20));
  });
  await screen.findByDisplayValue('second@gonggo.example');
});
