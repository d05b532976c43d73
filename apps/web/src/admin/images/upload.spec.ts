/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ko } from '../words/ko.ts';
import { uploadProblem } from './upload-area.tsx';
import { uploadImage } from './upload.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A connection on which a test says what happens. */
class Request {
  upload = { onprogress: (_: object) => undefined as void };
  status = 201;
  response: unknown = { id: 'i' };
  onload = () => undefined as void;
  onloadend = () => undefined as void;
  abort = jest.fn();
  open() {}
  setRequestHeader() {}
  send() {}
}

function begun() {
  const request = new Request();
  jest.spyOn(globalThis, 'XMLHttpRequest').mockReturnValueOnce(request as unknown as XMLHttpRequest);
  const ended = uploadImage(new File(['x'], 'a.png')).catch((error: unknown) => uploadProblem(error, ko));
  return { request, ended };
}

test('an upload of which nothing is heard for a minute is stopped, and says so', async () => {
  const { request, ended } = begun();
  jest.advanceTimersByTime(59_000);
  request.upload.onprogress({ lengthComputable: false });
  jest.advanceTimersByTime(59_000);
  expect(request.abort).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1_000);
  expect(request.abort).toHaveBeenCalledTimes(1);
  expect(await ended).toBe(ko.images.stalled);
});

test('an upload that ended is stopped no more', async () => {
  const { request, ended } = begun();
  request.onload();
  request.onloadend();
  jest.advanceTimersByTime(120_000);
  expect(await ended).toEqual({ id: 'i' });
  expect(request.abort).not.toHaveBeenCalled();
});
