/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Settings } from '@gonggo/contract';
import { ApiProblem } from '@gonggo/contract/client';
import { ToastProvider } from '@gonggo/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ContextType, MouseEvent } from 'react';
import { client } from '../session/client.ts';
import { ko } from '../words/ko.ts';
import { SettingsForm } from './settings-form.tsx';

const push = jest.fn();
/** What a link does by itself: nothing that the page about it has prevented. */
const follow = jest.fn((event: MouseEvent) => event.preventDefault());
const router = { push } as unknown as ContextType<typeof AppRouterContext>;
const words = ko.settings;
const change = jest.spyOn(client.settings, 'change');
const stored: Settings = {
  siteName: '한빛',
  taglineKo: '처음',
  taglineEn: '',
  accent: '',
  logo: null,
  homeImage: null,
  homeImageAlt: '',
  companyUrl: null,
  installation: 'a1b2c3d4e5f6',
  revision: 1,
};
const stale = new ApiProblem({
  type: '',
  title: '',
  status: 412,
  code: 'stale-revision',
  detail: 'stale',
  requestId: '',
});

beforeEach(() => {
  change.mockReset();
  push.mockReset();
  follow.mockClear();
});
afterEach(cleanup);

const form = (settings: Settings, onStale = () => undefined as void) => (
  <QueryClientProvider client={new QueryClient()}>
    <AppRouterContext value={router}>
      <ToastProvider label="알림" closeLabel="닫기">
        <a href="/admin/accounts" onClick={follow}>
          계정
        </a>
        <SettingsForm settings={settings} onStale={onStale} />
      </ToastProvider>
    </AppRouterContext>
  </QueryClientProvider>
);
const field = (label: string) =>
  screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label.replace(/[()]/g, '.')}`));
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: ko.common.save }));

test('what somebody else saved first comes in under what was changed here', async () => {
  change
    .mockRejectedValueOnce(stale)
    .mockImplementation((revision, body) => Promise.resolve({ ...stored, ...body, revision: revision + 1 }));
  const view = render(
    form(stored, () => view.rerender(form({ ...stored, taglineKo: '남의 말', revision: 2 }))),
  );
  type(words.siteName, '한빛페이');
  save();

  await screen.findByText(words.stale);
  expect([field(words.siteName).value, field(words.taglineKo).value]).toEqual(['한빛페이', '남의 말']);
  save();
  await screen.findByText(ko.common.saved);
  expect(change).toHaveBeenLastCalledWith(
    2,
    expect.objectContaining({ siteName: '한빛페이', taglineKo: '남의 말' }),
  );
});

test('a link asks before it takes away what is not saved, and leads on when told to', async () => {
  render(form(stored));
  const link = screen.getByText('계정');
  fireEvent.click(link);
  expect(follow).toHaveBeenCalledTimes(1);
  type(words.siteName, '한빛페이');
  const unload = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(unload);
  expect(unload.defaultPrevented).toBe(true);

  fireEvent.click(link);
  await screen.findByText(ko.common.leaveTitle);
  fireEvent.click(screen.getByRole('button', { name: ko.common.cancel }));
  expect(push).not.toHaveBeenCalled();
  expect(field(words.siteName).value).toBe('한빛페이');

  fireEvent.click(link);
  fireEvent.click(await screen.findByRole('button', { name: ko.common.leave }));
  await screen.findByText('계정');
  expect(push).toHaveBeenCalledWith('/admin/accounts');

  expect(follow).toHaveBeenCalledTimes(1);

  type(words.siteName, '한빛');
  fireEvent.click(link);
  expect(follow).toHaveBeenCalledTimes(2);
});
