/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { Draft, Me, Readiness } from '@gonggo/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { DraftStore } from '../editor/draft-store.ts';
import { EditorContext, type EditorTools } from '../editor/editor-context.ts';
import { client } from '../session/client.ts';
import { MeContext } from '../session/me.ts';
import { ko } from '../words/ko.ts';
import { PublishDialog } from './publish-dialog.tsx';

afterEach(cleanup);
jest.spyOn(client.taxonomy, 'list').mockResolvedValue({ data: [] });
const readiness = jest
  .spyOn(client.drafts, 'readiness')
  .mockResolvedValue({ ready: true, findings: [] } as unknown as Readiness);

const draft = {
  ...{ id: 'p', locale: 'ko', sections: [], images: {}, revision: 1, outlineRevision: 1, edits: 1 },
  ...{ version: 0, facts: {} },
} as unknown as Draft;

test('waits for a picture with a word, and publishes without one that failed only when told to', async () => {
  const copies = { put: jest.fn(), drop: jest.fn(), leftBehind: async () => [] };
  const store = new DraftStore(client, draft, copies, 'me');
  let fail = (_: Error) => undefined as void;
  const upload = store.uploads.add(new Promise<void>((_, no) => (fail = no)));
  const tools = { store, jump: jest.fn() } as unknown as EditorTools;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MeContext value={{ role: 'owner' } as Me}>
        <EditorContext value={tools}>
          <PublishDialog onClose={() => undefined} />
        </EditorContext>
      </MeContext>
    </QueryClientProvider>,
  );
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
