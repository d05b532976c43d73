/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { Image, Me } from '@gonggo/contract';
import { ToastProvider } from '@gonggo/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { client } from '../session/client.ts';
import { MeContext } from '../session/me.ts';
import { TermDialog } from '../site/term-dialog.tsx';
import { ko } from '../words/ko.ts';
import { ImageDialog } from './image-dialog.tsx';

afterEach(cleanup);
jest.spyOn(client.images, 'uses').mockResolvedValue({ data: [] });

const image = {
  ...{ id: 'i', name: '창가.png', width: 4, height: 3, bytes: 10, type: 'image/png', thumbhash: '' },
  ...{ sources: [], alt: '창가', credit: '', creditUrl: '', licence: 'own', revision: 1 },
  createdAt: '2026-01-01T00:00:00Z',
} as unknown as Image;

const show = (dialog: ReactNode) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastProvider label="알림" closeLabel="닫기">
        <MeContext value={{ role: 'owner' } as Me}>{dialog}</MeContext>
      </ToastProvider>
    </QueryClientProvider>,
  );

const pressEscape = () => fireEvent.keyDown(screen.getByLabelText(ko.images.alt), { key: 'Escape' });

async function pressOutside() {
  await new Promise((resolve) => setTimeout(resolve, 50)); // the dialog listens once it stands
  const scrim = document.querySelector('.u-scrim')!;
  fireEvent.pointerDown(scrim, { pointerType: 'mouse', button: 0 });
  fireEvent.mouseDown(scrim, { button: 0 });
  fireEvent.pointerUp(scrim);
  fireEvent.mouseUp(scrim);
  fireEvent.click(scrim);
}

test('the words of an image are one line, as the API takes them', () => {
  show(<ImageDialog image={image} onClose={() => undefined} />);
  expect(screen.getByLabelText(ko.images.alt).tagName).toBe('INPUT');
});

test('a posting that holds the image in several ways is named once', async () => {
  const use = { postingId: 'p', title: '주문팀' } as const;
  jest.spyOn(client.images, 'uses').mockResolvedValueOnce({
    data: [
      { ...use, where: 'draft' },
      { ...use, where: 'live' },
      { ...use, where: 'publication' },
      { ...use, where: 'publication' },
    ],
  });
  show(<ImageDialog image={image} onClose={() => undefined} />);
  const { draft, live, publication } = ko.images.where;
  expect(await screen.findByText(`${draft} · ${live} · ${publication}`)).toBeTruthy();
  expect(screen.getAllByRole('link', { name: '주문팀' })).toHaveLength(1);
});

test('neither a press outside nor Escape closes an image while something is typed; its button does', async () => {
  const close = jest.fn();
  show(<ImageDialog image={image} onClose={close} />);
  fireEvent.change(screen.getByLabelText(ko.images.alt), { target: { value: '아침 창가' } });
  await pressOutside();
  pressEscape();
  expect(close).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: ko.common.close }));
  expect(close).toHaveBeenCalledTimes(1);
  fireEvent.change(screen.getByLabelText(ko.images.alt), { target: { value: '창가' } });
  await pressOutside();
  expect(close).toHaveBeenCalledTimes(2);
  pressEscape();
  expect(close).toHaveBeenCalledTimes(3);
});

test('a press outside closes a term only while nothing is typed', async () => {
  const close = jest.fn();
  show(<TermDialog kind="tag" term={null} onClose={close} onSaved={() => undefined} />);
  const name = screen.getByLabelText(new RegExp(ko.taxonomy.nameKo));
  fireEvent.change(name, { target: { value: '노드' } });
  await pressOutside();
  expect(close).not.toHaveBeenCalled();
  fireEvent.change(name, { target: { value: '' } });
  await pressOutside();
  expect(close).toHaveBeenCalled();
});
