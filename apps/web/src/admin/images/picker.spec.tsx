/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { Image, Me } from '@gonggo/contract';
import { ToastProvider } from '@gonggo/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { client } from '../session/client.ts';
import { MeContext } from '../session/me.ts';
import { ko } from '../words/ko.ts';
import { PickerProvider, usePick } from './picker.tsx';

afterEach(cleanup);
jest.spyOn(client.images, 'library').mockResolvedValue({ data: [], page: { nextCursor: null } });

const image = { id: 'i' } as Image;

let arrive: (image: Image) => void = () => undefined;
/** The server, which answers when a test says so. */
class Request {
  upload = {};
  status = 201;
  response: unknown;
  onload = () => undefined as void;
  open() {}
  setRequestHeader() {}
  send() {
    arrive = (image) => {
      this.response = image;
      this.onload();
    };
  }
}
jest.spyOn(globalThis, 'XMLHttpRequest').mockImplementation(() => new Request() as unknown as XMLHttpRequest);

function opened() {
  const picked: (Image | null)[] = [];
  function Chooser() {
    const pick = usePick();
    return <button onClick={() => void pick().then((image) => picked.push(image))}>고르기</button>;
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastProvider label="알림" closeLabel="닫기">
        <MeContext value={{ role: 'owner' } as Me}>
          <PickerProvider>
            <Chooser />
          </PickerProvider>
        </MeContext>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { picked, open: () => act(async () => void fireEvent.click(screen.getByText('고르기'))) };
}

const close = () =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: ko.common.close })));
const upload = () =>
  act(async () => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'a.png', { type: 'image/png' })] });
    fireEvent.change(input);
  });

test('Escape does not leave a picture on its way up, which is then the one that is chosen', async () => {
  const { picked, open } = opened();
  await open();
  await upload();
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  await act(async () => arrive(image));
  expect(picked).toEqual([image]);
});

test('an upload that was left does not close the library that was opened anew', async () => {
  const { picked, open } = opened();
  await open();
  await upload();
  await close();
  await open();
  await act(async () => arrive(image));
  expect(screen.getByRole('dialog', { name: ko.images.pickTitle })).toBeTruthy();
  await close();
  expect(picked).toEqual([null, null]);
});
