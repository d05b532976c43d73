/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import type {
  Draft,
  DraftSection,
  Me,
  ProblemBody,
  PublishedState,
  Readiness,
  Settings,
} from '@gonggo/contract';
import { ApiProblem } from '@gonggo/contract/client';
import { ToastProvider } from '@gonggo/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { DraftStore } from '../editor/draft-store.ts';
import { EditorContext, type EditorTools } from '../editor/editor-context.ts';
import { client } from '../session/client.ts';
import { MeContext } from '../session/me.ts';
import { ko } from '../words/ko.ts';
import { PublishDialog } from './publish-dialog.tsx';

afterEach(() => {
  cleanup();
  readiness.mockClear();
});
jest.spyOn(client.taxonomy, 'list').mockResolvedValue({ data: [] });
jest.spyOn(client.settings, 'get').mockResolvedValue({ siteName: '새벽상점' } as Settings);
const readiness = jest
  .spyOn(client.drafts, 'readiness')
  .mockResolvedValue({ ready: true, findings: [] } as unknown as Readiness);

const draft = {
  ...{ id: 'p', locale: 'ko', sections: [], images: {}, revision: 1, outlineRevision: 1, edits: 1 },
  ...{ version: 0, facts: {} },
} as unknown as Draft;

const load = jest.spyOn(client.drafts, 'get').mockResolvedValue(draft);

const dialog = (store: DraftStore) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MeContext value={{ role: 'owner' } as Me}>
        <EditorContext value={{ store, jump: jest.fn() } as unknown as EditorTools}>
          <ToastProvider label="" closeLabel="">
            <PublishDialog onClose={() => undefined} />
          </ToastProvider>
        </EditorContext>
      </MeContext>
    </QueryClientProvider>,
  );
const noCopies = () => ({ put: jest.fn(), drop: jest.fn(), leftBehind: async () => [] });

test('publishes the state it showed, and shows the newer one where somebody saved meanwhile', async () => {
  const section = (words: string, revision: number) =>
    ({ id: 's', kind: 'text', heading: words, content: {}, revision }) as unknown as DraftSection;
  const shown = { ...draft, version: 0, sections: [section('처음 제목', 1)] };
  const newer = { ...shown, edits: 2, sections: [section('동료가 고친 제목', 2)] };
  load.mockResolvedValue(shown);
  const stale = { code: 'stale-revision', status: 412, detail: '', current: newer } as unknown as ProblemBody;
  const publish = jest
    .spyOn(client.drafts, 'publish')
    .mockRejectedValueOnce(new ApiProblem(stale))
    .mockResolvedValueOnce({ url: 'https://jobs.gonggo.example/posts/a' } as PublishedState);
  const store = new DraftStore(client, shown, noCopies(), 'me');
  dialog(store);
  const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: ko.publish.submit });
  await waitFor(() => expect(submit().disabled).toBe(false));
  fireEvent.click(submit());

  expect(await screen.findByText(ko.publish.newer)).toBeTruthy();
  expect(publish.mock.calls[0]?.[1]?.revision).toBe(1);
  expect(store.section('s')?.save.snapshot.value.heading).toBe('동료가 고친 제목');
  await waitFor(() => expect(submit().disabled).toBe(false));
  fireEvent.click(submit());
  expect(await screen.findByText(ko.publish.done)).toBeTruthy();
  expect(publish.mock.calls[1]?.[1]).toMatchObject({ revision: 2 });
  expect(publish.mock.calls[1]?.[1]?.idempotencyKey).not.toBe(publish.mock.calls[0]?.[1]?.idempotencyKey);
});

test('waits for a picture with a word, and publishes without one that failed only when told to', async () => {
  const store = new DraftStore(client, draft, noCopies(), 'me');
  let fail = (_: Error) => undefined as void;
  const upload = store.uploads.add(new Promise<void>((_, no) => (fail = no)));
  dialog(store);
  const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: ko.publish.submit });
  expect(await screen.findByText(ko.publish.uploading)).toBeTruthy();

  await act(async () => fail(new Error('too big')));
  await expect(upload).rejects.toThrow('too big');
  expect(await screen.findByText(ko.publish.notUploaded)).toBeTruthy();
  expect(screen.queryByText(ko.publish.uploading)).toBeNull();
  expect(screen.queryByText(ko.publish.unsaved)).toBeNull();
  expect(readiness).not.toHaveBeenCalled();
  expect(submit().disabled).toBe(true);

  fireEvent.click(screen.getByRole('button', { name: ko.publish.withoutPicture }));
  await waitFor(() => expect(submit().disabled).toBe(false));
  expect(screen.queryByText(ko.publish.notUploaded)).toBeNull();
});
